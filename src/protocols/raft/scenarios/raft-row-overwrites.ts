/**
 * Figure 8 (b) on three servers: S1 has led term 2 and given its entry to nobody; S3 has led term 3, by S2’s vote, and
 * written an entry of its own in the same place.
 */

import { diskOf } from '../place';
import { inARow, neighbours, small } from '../small';

export default small({
  name: 'raft-row-overwrites',
  title: 'Two entries for one place',
  summary:
    'S1 has an entry of term 2 that nobody else has, and S3 has one of term 3 in the same place; both hear only S2. Messages carry one entry each, and there are no heartbeats.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  hears: neighbours('S1', 'S2', 'S3'),
  params: { maxEntries: 1 },
  durable: { S1: diskOf(3, '', 1, 2), S2: diskOf(3, 'S3', 1), S3: diskOf(3, 'S3', 1, 3) },
  explore: { maxTerm: 5 },
});
