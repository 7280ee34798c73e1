/** Three servers in a row: whoever leads needs S2, and S1 and S3 know of each other only what S2 tells. */

import { inARow, neighbours, small } from '../small';

export default small({
  name: 'raft-row',
  title: 'Three servers in a row',
  summary:
    'S1 and S3 hear only S2, so each needs its vote to lead. There are no heartbeats: a leader speaks when it has something new, and sooner or later somebody else stands. Messages take 10 to 15 ms.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  hears: neighbours('S1', 'S2', 'S3'),
  explore: { maxTerm: 3, mayCrash: ['S2'] },
});
