/**
 * Leases on clocks that go up to half as fast again or half as slow, which the lease allows for: S1’s lease, and how
 * long S2 keeps still, are all that parts a leader that reads by itself from one that has taken its place.
 */

import { border, logOf } from '../place';
import { call, inARow, neighbours, small } from '../small';

const noOps = (n: number) => ({
  'term and vote': { currentTerm: 1, votedFor: '' },
  log: logOf(...new Array<number>(n).fill(1)).map((entry) => ({ ...entry, f: 'no-op', value: null })),
});

const world = small({
  name: 'raft-row-leases',
  title: 'Three servers in a row, with leases',
  summary:
    'S1 answers reads under a lease, which allows for clocks that are 50 % too fast or too slow. Alice asks S1 for the value over and over, Bob asks S2 or S3 to change it; after 700 ms nobody hears S1 any more. What S2 answers S1 takes 20 to 120 ms, everything else 2 to 4 ms.',
  seed: 5,
  servers: inARow('S1', 'S2', 'S3'),
  clients: [
    ['alice', 16, 84],
    ['bob', 84, 84],
  ],
  hears: [...neighbours('S1', 'S2', 'S3'), ['alice', 'S1'], ['bob', 'S2'], ['bob', 'S3']],
  latency: { profile: 'uniform', minUs: 2_000, maxUs: 4_000 },
  params: {
    reads: 'lease',
    electionMinUs: 300_000,
    electionMaxUs: 600_000,
    driftBoundPercent: 50,
    timeoutUs: 25_000,
  },
  // S2 lacks an entry, and S3 sleeps at first: it is S1 who leads.
  durable: {
    S1: noOps(2),
    S2: noOps(1),
    S3: noOps(2),
    alice: { home: 'S1' },
    bob: { home: 'S2' },
  },
  workload: Array.from({ length: 16 }, (_, i) => [
    call(660 + 30 * i, 'alice', 'read'),
    call(810 + 30 * i, 'bob', 'write', i + 1),
  ]).flat(),
  script: [
    { at: 0, command: { verb: 'pause', node: 'S3' } },
    { at: 600_000, command: { verb: 'resume', node: 'S3' } },
    { at: 700_000, command: { verb: 'cut', links: [{ from: 'S1', to: 'S2' }] } },
  ],
  explore: { maxTerm: 2 },
});

const slow = { latency: { profile: 'uniform', minUs: 20_000, maxUs: 120_000 } };

export default {
  ...world,
  links: world.links.map((link) =>
    link.between.join() === 'S1,S2' ? { ...link, back: { ...link.rules, ...slow } } : link,
  ),
  actions: [
    ...world.actions,
    { id: 'mend', label: 'Let S1 be heard', command: { verb: 'mend', links: border(['S1'], ['S2']) } },
  ],
};
