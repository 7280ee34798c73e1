/** Four servers cut two and two: neither half is a majority. */

import { small } from '../small';

export default small({
  name: 'raft-halves',
  title: 'Four servers, cut two and two',
  summary:
    'S1 and S2 hear each other, and S3 and S4 do. A majority of four is three, so nobody may come to lead.',
  seed: 5,
  servers: [
    ['S1', 22, 26],
    ['S2', 22, 74],
    ['S3', 78, 26],
    ['S4', 78, 74],
  ],
  hears: [
    ['S1', 'S2'],
    ['S3', 'S4'],
  ],
  explore: { maxTerm: 1, maxDuplicated: 2 },
});
