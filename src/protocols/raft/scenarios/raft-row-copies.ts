/** A network that copies messages and lets them overtake each other, between a client, its server and the next one. */

import { call, inARow, neighbours, small } from '../small';

const bad = [
  ['alice', 'S1'],
  ['S1', 'S2'],
] as const;

export default small({
  name: 'raft-row-copies',
  title: 'Messages that come twice, and late',
  summary:
    'Three servers in a row, and Alice asks S1. What Alice sends to S1, and S1 to S2, takes 5 to 80 ms, and one message in four comes twice. S3 sleeps for 900 ms.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  clients: [['alice', 16, 84]],
  hears: [...neighbours('S1', 'S2', 'S3'), ['alice', 'S1']],
  rules: {
    between: bad,
    rules: { latency: { profile: 'uniform', minUs: 5_000, maxUs: 80_000 }, duplicate: 0.25 },
  },
  params: { timeoutUs: 300_000 },
  // S3 sleeps at first: S1 has time to lead.
  durable: { alice: { home: 'S1' } },
  workload: [300, 450, 600, 750, 900, 1050].map((at, i) =>
    i % 3 === 0
      ? call(at, 'alice', 'cas', [0, i + 1])
      : i % 3 === 1
        ? call(at, 'alice', 'read')
        : call(at, 'alice', 'write', i + 1),
  ),
  script: [
    { at: 0, command: { verb: 'pause', node: 'S3' } },
    { at: 900_000, command: { verb: 'resume', node: 'S3' } },
  ],
  explore: { maxTerm: 2, maxDuplicated: 1 },
});
