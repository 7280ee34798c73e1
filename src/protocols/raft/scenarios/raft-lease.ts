/**
 * A lease is a bet on clocks: three servers, Alice beside the leader, Bob with the others. S1 is cut off while it
 * leads. Its lease runs out before the others elect somebody, unless its clock is much slower than theirs.
 */

import { border, common, knobs, linksOf } from '../place';

const servers = ['S1', 'S2', 'S3'];

export default {
  ...common,
  name: 'raft-lease',
  title: 'A lease on a clock that drifts',
  summary:
    'Three servers whose leader answers reads under a lease of 294 ms, by its own clock. After 900 ms S1, with Alice, is cut off from S2 and S3, with Bob. Bob writes 2; Alice reads on and on.',
  seed: 5,
  nodes: [
    { id: 'S1', role: 'server', x: 30, y: 30 },
    { id: 'S2', role: 'server', x: 66, y: 22 },
    { id: 'S3', role: 'server', x: 58, y: 76 },
    { id: 'alice', role: 'client', x: 9, y: 70 },
    { id: 'bob', role: 'client', x: 92, y: 56 },
  ],
  links: linksOf(servers, ['alice', 'bob']),
  params: {
    reads: 'lease',
    electionMinUs: 300_000,
    electionMaxUs: 400_000,
    retryUs: 50_000,
    timeoutUs: 400_000,
  },
  durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
  workload: [
    { at: 600_000, node: 'bob', op: { f: 'write', value: 1 } },
    { at: 910_000, node: 'bob', op: { f: 'write', value: 2 } },
    ...Array.from({ length: 28 }, (_, i) => ({
      at: 860_000 + i * 30_000,
      node: 'alice',
      op: { f: 'read' },
    })),
  ],
  script: [{ at: 900_000, command: { verb: 'cut', links: border(['S1', 'alice'], ['S2', 'S3']) } }],
  stop: { atUs: 2_500_000 },
  pace: 60_000,
  knobs: [
    {
      id: 'drift',
      label: 'S1’s clock gains or loses',
      help: 'Of a million seconds it shows so many too many, or too few. The lease allows for 1 %, which is 10,000.',
      bind: { clock: 'drift', node: 'S1' },
      kind: { unit: 'ppm', min: -500_000, max: 500_000, step: 10_000 },
      default: 0,
    },
    {
      id: 'bound',
      label: 'The lease allows for',
      bind: { param: 'driftBoundPercent' },
      kind: { unit: '%', min: 0, max: 50, step: 1 },
      default: 1,
    },
    { ...knobs.reads, default: 'lease', more: false },
    { ...knobs.electionMin, default: 300, more: true },
    { ...knobs.electionMax, default: 400, more: true },
  ],
  actions: [
    {
      id: 'slow',
      label: 'S1’s clock goes at half speed',
      command: { verb: 'clock', node: 'S1', driftPpm: -500_000 },
      primary: true,
    },
    {
      id: 'mend',
      label: 'Mend the network',
      command: { verb: 'mend', links: border(['S1', 'alice'], ['S2', 'S3']) },
    },
    { id: 'read', label: 'Alice reads', command: { verb: 'invoke', node: 'alice', op: { f: 'read' } } },
    { id: 'bob', label: 'Bob reads', command: { verb: 'invoke', node: 'bob', op: { f: 'read' } } },
  ],
  moments: {
    cut: { label: 'S1 is cut off', when: { type: 'command', verb: 'cut' } },
    written: { label: 'Bob’s second write is answered', when: { type: 'completed', node: 'bob', nth: 2 } },
  },
  opening: { atUs: 850_000 },
  observe: 'ends',
};
