/**
 * The world of lesson 17: a lamp whose state two replicas keep, each with a clock of its own, and a server that tells
 * the time. Latencies are constant and calls few, so that every moment can be foreseen. Alice's calls go to A and to B in
 * turn, as behind a load balancer.
 */

import type { Authored, Scenario } from '#/scenarios';

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const after = (us: number) => ({ latency: { profile: 'constant', us } }) as const;

export const write = (value: string) => ({ f: 'write', value });
export const read = { f: 'read' };

export default {
  name: 'clocks',
  title: 'One lamp, two clocks',
  summary:
    'Two replicas, A and B, keep whether a lamp is on. Each stamps a write with its own clock, and of two writes keeps the one with the later stamp. B’s clock is 40 ms behind. Alice switches the lamp on at A, and 60 ms later off at B. Bob looks at B. A time server is there to be asked.',
  protocol: 'clock-store',
  seed: 17,
  nodes: [
    { id: 'alice', role: 'client', label: 'Alice', x: 10, y: 50 },
    { id: 'A', role: 'replica', x: 38, y: 20 },
    { id: 'B', role: 'replica', x: 38, y: 80 },
    { id: 'bob', role: 'client', label: 'Bob', x: 68, y: 84 },
    { id: 'time', role: 'time', label: 'Time server', x: 84, y: 40 },
  ],
  links: [
    { between: ['alice', 'A'], rules: after(20_000) },
    { between: ['alice', 'B'], rules: after(20_000) },
    { between: ['A', 'B'], rules: after(40_000) },
    { between: ['B', 'bob'], rules: after(20_000) },
    { between: ['A', 'time'], rules: after(20_000) },
    { between: ['B', 'time'], rules: after(20_000), back: after(20_000) },
  ],
  params: { roam: true, gossipUs: 0, timeoutUs: 2_000_000 },
  durable: { alice: { home: 'A' }, bob: { home: 'B', stays: true } },
  workload: [
    { at: 400_000, node: 'alice', op: write('on') },
    { at: 460_000, node: 'alice', op: write('off') },
    { at: 800_000, node: 'bob', op: read },
  ],
  stop: { atUs: 3_000_000 },
  pace: 60_000,
  faults: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['pause', 'resume', 'slow', 'clock', 'set', 'invoke'] as const),
  ],
  knobs: [
    {
      id: 'b-clock',
      label: 'B’s clock is ahead by',
      help: 'Below zero it is behind. A’s clock is right.',
      bind: { clock: 'offset', node: 'B', scale: 1000 },
      kind: { unit: 'ms', min: -300, max: 300, step: 5 },
      default: -40,
    },
    {
      id: 'stamps',
      label: 'Writes are stamped by',
      bind: { param: 'stamps' },
      kind: [
        { value: 'wall clock', label: 'the wall clock' },
        { value: 'hybrid', label: 'a hybrid logical clock' },
      ],
      default: 'wall clock',
    },
    {
      id: 'discipline',
      label: 'The replicas ask the time, and',
      bind: { param: 'discipline' },
      kind: [
        { value: 'off', label: 'do not' },
        { value: 'watch', label: 'leave their clocks alone' },
        { value: 'step', label: 'step their clocks' },
        { value: 'slew', label: 'slew their clocks' },
        { value: 'ntpd', label: 'step what is large, slew the rest' },
      ],
      default: 'off',
    },
    {
      id: 'back',
      label: 'From the time server to B',
      bind: { latency: 'constant', links: [{ from: 'time', to: 'B' }], scale: 1000 },
      kind: { unit: 'ms', min: 5, max: 170, step: 5 },
      default: 20,
    },
    {
      id: 'there',
      label: 'From B to the time server',
      bind: { latency: 'constant', links: [{ from: 'B', to: 'time' }], scale: 1000 },
      kind: { unit: 'ms', min: 5, max: 170, step: 5 },
      default: 20,
      more: true,
    },
    {
      id: 'poll',
      label: 'They ask once in',
      bind: { param: 'pollUs', scale: 1000 },
      kind: { unit: 'ms', min: 100, max: 2000, step: 100 },
      default: 200,
      more: true,
    },
    {
      id: 'slew',
      label: 'A slew bends a clock by',
      bind: { param: 'slewPpm' },
      kind: { unit: 'ppm', min: 500, max: 100_000, step: 500 },
      default: 500,
      more: true,
    },
    {
      id: 'drift',
      label: 'B’s clock gains',
      help: 'Parts per million: 100 is a tenth of a millisecond in a second. Below zero it loses.',
      bind: { clock: 'drift', node: 'B' },
      kind: { unit: 'ppm', min: -50_000, max: 50_000, step: 100 },
      default: 0,
      more: true,
    },
    {
      id: 'news',
      label: 'Between the replicas',
      bind: { latency: 'constant', links: ways('A', 'B'), scale: 1000 },
      kind: { unit: 'ms', min: 5, max: 400, step: 5 },
      default: 40,
      more: true,
    },
  ],
  actions: [
    {
      id: 'back',
      label: 'Set B’s clock back by 80 ms',
      command: { verb: 'clock', node: 'B', stepUs: -80_000 },
    },
    {
      id: 'on',
      label: 'Alice switches it on',
      command: { verb: 'invoke', node: 'alice', op: write('on') },
    },
    {
      id: 'off',
      label: 'Alice switches it off',
      command: { verb: 'invoke', node: 'alice', op: write('off') },
    },
    { id: 'look', label: 'Bob looks', command: { verb: 'invoke', node: 'bob', op: read } },
    {
      id: 'measure',
      label: 'B measures 100 ms',
      command: { verb: 'invoke', node: 'B', op: { f: 'measure', value: 100 } },
    },
    {
      id: 'add',
      label: 'Bob adds 20 entries',
      command: { verb: 'invoke', node: 'bob', op: { f: 'add', value: 20 } },
    },
  ],
  kinds: {
    read: { short: 'R?', shape: 'square', words: 'read' },
    write: { short: 'W', shape: 'square', words: 'write' },
    put: { short: 'PUT', shape: 'square', words: 'new entry' },
    done: { short: 'ACK', shape: 'circle', words: 'acknowledgement' },
    kept: { short: 'ACK', shape: 'circle', words: 'acknowledgement' },
    value: { short: 'VAL', shape: 'circle', words: 'value' },
    news: { short: 'NEWS', shape: 'hexagon', words: 'news' },
    ask: { short: 'ASK', shape: 'square', words: 'question' },
    time: { short: 'TIME', shape: 'circle', words: 'answer' },
  },
  moments: {
    on: { label: '“on” is acknowledged', when: { type: 'completed', op: 'alice/1' } },
    off: { label: '“off” is acknowledged', when: { type: 'completed', op: 'alice/2' } },
    looked: { label: 'Bob has looked', when: { type: 'completed', op: 'bob/1' } },
    corrected: { label: 'B corrects its clock', when: { type: 'clock changed', node: 'B' } },
  },
  opening: { atUs: 412_000 },
  checks: ['no negative monotonic duration'],
  observe: 'errors',
} satisfies Authored<Scenario>;
