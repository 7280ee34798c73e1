/** The smallest cluster that survives a crash, with bounds within which every schedule can be tried. */

import { border, common, knobs, linksOf } from '../place';

const servers = ['S1', 'S2', 'S3'];

export default {
  ...common,
  name: 'raft-three',
  title: 'Raft on three servers',
  summary:
    'Three servers keep one register; Alice writes and reads it. Messages take 10 to 15 ms. Small enough for every schedule of one election and one write to be tried.',
  seed: 5,
  nodes: [
    { id: 'S1', role: 'server', x: 50, y: 20 },
    { id: 'S2', role: 'server', x: 76, y: 72 },
    { id: 'S3', role: 'server', x: 38, y: 78 },
    { id: 'alice', role: 'client', x: 12, y: 44 },
  ],
  links: linksOf(servers, ['alice']),
  durable: { alice: { home: 'S1' } },
  workload: [
    { at: 300_000, node: 'alice', op: { f: 'write', value: 1 } },
    { at: 600_000, node: 'alice', op: { f: 'read' } },
    { at: 900_000, node: 'alice', op: { f: 'cas', value: [1, 2] } },
    { at: 1_200_000, node: 'alice', op: { f: 'read' } },
  ],
  stop: { atUs: 3_000_000 },
  knobs: [
    knobs.electionMin,
    knobs.electionMax,
    knobs.heartbeat,
    knobs.latency(servers),
    knobs.loss(servers),
    knobs.preVote,
    knobs.reads,
  ],
  actions: [
    {
      id: 'crash',
      label: 'Crash S1',
      command: { verb: 'crash', node: 'S1', disk: 'kept' },
      primary: true,
    },
    { id: 'restart', label: 'Restart S1', command: { verb: 'restart', node: 'S1' } },
    { id: 'cut', label: 'Cut S1 off', command: { verb: 'cut', links: border(['S1'], ['S2', 'S3']) } },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border(['S1'], ['S2', 'S3']) } },
    { id: 'read', label: 'Alice reads', command: { verb: 'invoke', node: 'alice', op: { f: 'read' } } },
  ],
  moments: {
    stands: { label: 'a server stands for election', when: { type: 'sent', kind: 'RequestVote' } },
    leads: { label: 'a leader writes its first entry', when: { type: 'persisted', key: 'log' } },
    answered: { label: 'Alice is answered', when: { type: 'completed', outcome: 'ok' } },
  },
  opening: { atUs: 330_000 },
  observe: 'leaders',
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    depth: 60,
    states: 200_000,
    workload: [{ at: 0, node: 'alice', op: { f: 'write', value: 1 } }],
    // One election, nothing repeated: what is lost stays lost, and what is unanswered at the end is so for ever.
    params: {
      electionMinUs: 150_000,
      electionMaxUs: 150_000,
      heartbeatUs: 0,
      retryUs: 0,
      timeoutUs: 0,
      maxTerm: 1,
    },
  },
};
