/** Three servers in a row with a client at each end. */

import { diskOf } from '../place';
import { call, inARow, neighbours, small } from '../small';

/** By turns a change of what was there first, and a write. */
const change = (at: number, who: string, i: number) =>
  i % 2 === 0 ? call(at, who, 'cas', [0, i + 1]) : call(at, who, 'write', i + 1);

export default small({
  name: 'raft-row-calls',
  title: 'Three servers in a row, and a client at each end',
  summary:
    'Alice asks S1 and Bob asks S3; S1 and S3 hear only S2. Both change the register and read it, over and over. There are no heartbeats, and a client asks once.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  clients: [
    ['alice', 16, 84],
    ['bob', 84, 84],
  ],
  hears: [...neighbours('S1', 'S2', 'S3'), ['alice', 'S1'], ['bob', 'S3']],
  // Who waits for ever asks for nothing more.
  params: { timeoutUs: 90_000 },
  // S3 has stood once already, and nobody heard it.
  durable: { S3: diskOf(1, 'S3'), alice: { home: 'S1' }, bob: { home: 'S3' } },
  workload: [300, 500, 700, 900, 1100].flatMap((at, i) => [
    change(at, 'alice', i),
    change(at + 50, 'bob', i + 1),
    call(at + 100, 'alice', 'read'),
    call(at + 150, 'bob', 'read'),
  ]),
  explore: { maxTerm: 2 },
});
