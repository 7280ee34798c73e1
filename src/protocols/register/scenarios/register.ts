/** A register on three replicas, a client at either end, and the policy as a knob: for the sandbox. */

import { border, knobs, place } from '../place';

/** Ten writes, one a second, by turns. Whoever does not write reads at once, and both read when it should be known. */
const calls = Array.from({ length: 10 }, (_, i) => {
  const at = 100_000 + i * 1_000_000;
  const [writer, reader] = i % 2 === 0 ? ['alice', 'bob'] : ['bob', 'alice'];
  return [
    { at, node: writer, op: { f: 'write', value: i + 1 } },
    { at: at + 30_000, node: reader, op: { f: 'read' } },
    { at: at + 450_000, node: reader, op: { f: 'read' } },
    { at: at + 600_000, node: writer, op: { f: 'read' } },
  ];
}).flat();

export default {
  name: 'register',
  title: 'A register on three replicas',
  summary:
    'Alice and Bob read and write one register, kept by the replicas A, B and C. Alice asks A, Bob asks B. The policy says who may answer: one leader, a majority, or whoever is asked. Messages take 10 ms to a client, 40 to 120 between replicas.',
  protocol: 'register',
  seed: 5,
  ...place,
  workload: calls,
  stop: { atUs: 15_000_000 },
  pace: 200_000,
  knobs: [
    knobs.policy,
    {
      id: 'follower-reads',
      label: 'Followers answer reads',
      help: 'Under a leader: a follower answers a read from its own copy, which may be behind.',
      bind: { param: 'followerReads' },
      kind: 'switch',
      default: true,
    },
    knobs.latency,
    knobs.loss,
    {
      id: 'write-back',
      label: 'Reads write back',
      help: 'Under a majority: a read makes sure that a majority holds what it found, before it answers.',
      bind: { param: 'writeBack' },
      kind: 'switch',
      default: true,
      more: true,
    },
    knobs.merge,
    knobs.timeout,
  ],
  actions: [
    { id: 'cut', label: 'Cut A off from B and C', command: { verb: 'cut', links: border }, primary: true },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border } },
    {
      id: 'write',
      label: 'Alice writes 99',
      command: { verb: 'invoke', node: 'alice', op: { f: 'write', value: 99 } },
    },
    { id: 'read', label: 'Bob reads', command: { verb: 'invoke', node: 'bob', op: { f: 'read' } } },
    { id: 'crash', label: 'Crash A', command: { verb: 'crash', node: 'A', disk: 'kept' } },
    { id: 'restart', label: 'Restart A', command: { verb: 'restart', node: 'A' } },
  ],
  moments: {
    written: { label: 'the first write is on a disk', when: { type: 'persisted', key: 'register' } },
    told: { label: 'a follower hears of it', when: { type: 'delivered', kind: 'replicate' } },
  },
  opening: { atUs: 133_000 },
  observe: 'values',
  explore: {
    ...place.explore,
    workload: [
      { at: 0, node: 'alice', op: { f: 'write', value: 1 } },
      { at: 0, node: 'bob', op: { f: 'read' } },
      { at: 1, node: 'bob', op: { f: 'read' } },
    ],
  },
};
