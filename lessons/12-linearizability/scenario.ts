/**
 * The world of lesson 12: a register with one leader and one follower, and a reader at each. It is the sandbox's
 * register with a node less, constant latencies and few calls, so that every moment can be foreseen.
 */

import type { Authored, Scenario } from '#/scenarios';

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const between = ways('A', 'B');

const near = { latency: { profile: 'constant', us: 10_000 } } as const;
const far = { latency: { profile: 'constant', us: 80_000 } } as const;

export default {
  name: 'linearizability',
  title: 'A register, its leader and a follower',
  summary:
    'A and B keep one register, 0 at first. A leads: every write goes to A, which answers at once and tells B afterwards. Alice asks A. Bob asks B, which answers reads from its own copy. Messages take 10 ms to a client and 80 ms between A and B.',
  protocol: 'register',
  seed: 1,
  nodes: [
    { id: 'alice', role: 'client', label: 'Alice', x: 12, y: 28 },
    { id: 'A', role: 'replica', x: 32, y: 70 },
    { id: 'B', role: 'replica', x: 68, y: 70 },
    { id: 'bob', role: 'client', label: 'Bob', x: 88, y: 28 },
  ],
  links: [
    { between: ['alice', 'A'], rules: near },
    { between: ['A', 'B'], rules: far },
    { between: ['B', 'bob'], rules: near },
  ],
  params: { policy: 'leader', followerReads: true, giveUpUs: 150_000, timeoutUs: 600_000 },
  durable: { alice: { home: 'A' }, bob: { home: 'B' } },
  workload: [
    { at: 100_000, node: 'alice', op: { f: 'write', value: 1 } },
    { at: 130_000, node: 'bob', op: { f: 'read' } },
    { at: 260_000, node: 'alice', op: { f: 'read' } },
    { at: 300_000, node: 'bob', op: { f: 'read' } },
  ],
  stop: { atUs: 6_000_000 },
  pace: 60_000,
  faults: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['crash', 'restart', 'pause', 'resume', 'slow', 'set', 'invoke'] as const),
  ],
  knobs: [
    {
      id: 'follower-reads',
      label: 'B answers reads itself',
      help: 'Switched off, B passes every read on to A and waits for its answer.',
      bind: { param: 'followerReads' },
      kind: 'switch',
      default: true,
    },
    {
      id: 'latency',
      label: 'Latency between A and B',
      bind: { latency: 'constant', links: between, scale: 1000 },
      kind: { unit: 'ms', min: 2, max: 400, step: 2 },
      default: 80,
    },
    {
      id: 'loss',
      label: 'Lost between A and B',
      bind: { rule: 'loss', links: between, scale: 0.01 },
      kind: { unit: '%', min: 0, max: 100, step: 5 },
      default: 0,
    },
    {
      id: 'timeout',
      label: 'Alice and Bob wait',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 2000, step: 20 },
      default: 600,
      more: true,
    },
  ],
  actions: [
    {
      id: 'read-b',
      label: 'Bob reads',
      command: { verb: 'invoke', node: 'bob', op: { f: 'read' } },
      primary: true,
    },
    { id: 'read-a', label: 'Alice reads', command: { verb: 'invoke', node: 'alice', op: { f: 'read' } } },
    {
      id: 'write',
      label: 'Alice writes 2',
      command: { verb: 'invoke', node: 'alice', op: { f: 'write', value: 2 } },
    },
    { id: 'cut', label: 'Cut A off from B', command: { verb: 'cut', links: between } },
    { id: 'mend', label: 'Mend the link', command: { verb: 'mend', links: between } },
    { id: 'crash', label: 'Crash the leader', command: { verb: 'crash', node: 'A', disk: 'kept' } },
    { id: 'restart', label: 'Restart the leader', command: { verb: 'restart', node: 'A' } },
  ],
  kinds: {
    read: { short: 'R?', shape: 'square', words: 'read' },
    write: { short: 'W', shape: 'square', words: 'write' },
    forward: { short: 'FWD', shape: 'square', words: 'call passed on' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'NO', shape: 'circle', words: 'refusal' },
    replicate: { short: 'NEWS', shape: 'diamond', words: 'news of a write' },
    replicated: { short: 'ACK', shape: 'circle', words: 'acknowledgement of the news' },
  },
  moments: {
    written: { label: 'the write is on A’s disk', when: { type: 'persisted', node: 'A' } },
    told: { label: 'Alice hears that it is done', when: { type: 'completed', node: 'alice' } },
    heard: { label: 'B hears of it', when: { type: 'delivered', kind: 'replicate' } },
  },
  opening: { atUs: 125_000 },
  observe: 'ends',
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    depth: 60,
    states: 200_000,
    params: { timeoutUs: 0, giveUpUs: 0, resendUs: 0 },
  },
} satisfies Authored<Scenario>;
