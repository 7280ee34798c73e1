/** A follower whose log is as long as the others’ and says something else. */

import { diskOf } from '../place';
import { inARow, neighbours, small } from '../small';

export default small({
  name: 'raft-row-logs',
  title: 'As long, and not the same',
  summary:
    'S2 and S3 have an entry of term 2, and S1 has one of term 1 in its place. S1 and S3 hear only S2, and there are no heartbeats.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  hears: neighbours('S1', 'S2', 'S3'),
  durable: { S1: diskOf(2, '', 1), S2: diskOf(2, 'S2', 2), S3: diskOf(2, 'S2', 2) },
  explore: { maxTerm: 3 },
});
