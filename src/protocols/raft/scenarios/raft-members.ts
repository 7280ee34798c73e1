/**
 * Who may vote, according to whom? S1 has led term 1 and begun to remove S2, and nobody else has that entry: Ongaro's
 * counterexample (raft-dev, 10 July 2015) with four servers, from where its first leader was cut off.
 */

import { diskOf, logOf } from '../place';
import { call, inARow, neighbours, small } from '../small';

const without = { index: 2, term: 1, f: 'members', value: ['S1', 'S3', 'S4'], call: '' };

export default small({
  name: 'raft-members',
  title: 'Two ways to remove a server',
  summary:
    'Four servers, and two leaders that each remove one. S1 has an entry by which S2 is no member, and nobody else has it. Bob asks S2 to remove S1. They hear only their neighbours: S1, S4, S2 and S3 in this order.',
  seed: 5,
  servers: inARow('S1', 'S4', 'S2', 'S3'),
  clients: [['bob', 61, 88]],
  hears: [...neighbours('S1', 'S4', 'S2', 'S3'), ['bob', 'S2']],
  durable: {
    S1: { ...diskOf(1, 'S1', 1), log: [...logOf(1), without] },
    S2: diskOf(1, 'S1', 1),
    S3: diskOf(1, 'S1', 1),
    S4: diskOf(1, 'S1', 1),
    bob: { home: 'S2' },
  },
  workload: [call(400, 'bob', 'remove', 'S1')],
  explore: { maxTerm: 3 },
});
