/** Two servers, which need each other for everything, each with a client. */

import { call, small } from '../small';

export default small({
  name: 'raft-pair',
  title: 'Two servers and two clients',
  summary:
    'A majority of two is both, so S1 and S2 need each other for everything. Alice asks S1 and Bob asks S2. There are no heartbeats, and a client asks once.',
  seed: 5,
  servers: [
    ['S1', 30, 34],
    ['S2', 70, 34],
  ],
  clients: [
    ['alice', 16, 80],
    ['bob', 84, 80],
  ],
  hears: [
    ['S1', 'S2'],
    ['alice', 'S1'],
    ['bob', 'S2'],
  ],
  durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
  workload: [call(400, 'alice', 'write', 1), call(800, 'bob', 'read')],
  explore: { maxTerm: 2 },
});
