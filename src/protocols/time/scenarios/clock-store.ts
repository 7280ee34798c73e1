/** A store in which the last writer wins by the wall clock, and a clock that is wrong: an acknowledged write is lost. */

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const write = (value: number) => ({ f: 'write', value });

export default {
  name: 'clock-store',
  title: 'The last writer wins, by the clock',
  summary:
    'Two replicas, A and B, stamp each write with their own wall clock and keep the one with the larger stamp. B’s clock is 200 ms behind. Alice writes 1 at A, has it acknowledged, and writes 2 at B a tenth of a second later. Messages take 10 ms to a client and 40 between replicas.',
  protocol: 'clock-store',
  seed: 17,
  nodes: [
    { id: 'A', role: 'replica', x: 40, y: 35 },
    { id: 'B', role: 'replica', x: 64, y: 65, offsetUs: -200_000 },
    { id: 'alice', role: 'client', x: 12, y: 62 },
    { id: 'bob', role: 'client', x: 91, y: 82 },
    { id: 'time', role: 'time', label: 'time server', x: 72, y: 16 },
  ],
  links: [
    { between: ['alice', 'A'] },
    { between: ['alice', 'B'] },
    { between: ['bob', 'A'] },
    { between: ['bob', 'B'] },
    { between: ['A', 'B'], rules: { latency: { profile: 'constant', us: 40_000 } } },
    { between: ['A', 'time'] },
    { between: ['B', 'time'] },
  ],
  params: { roam: true },
  durable: { alice: { home: 'A' }, bob: { home: 'B' } },
  workload: [
    { at: 1_500_000, node: 'alice', op: write(1) },
    { at: 1_600_000, node: 'alice', op: write(2) },
    { at: 1_800_000, node: 'alice', op: { f: 'read' } },
    { at: 1_800_000, node: 'bob', op: { f: 'read' } },
  ],
  stop: { atUs: 20_000_000 },
  pace: 100_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  knobs: [
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
      label: 'Replicas ask a time server, and',
      bind: { param: 'discipline' },
      kind: [
        { value: 'off', label: 'do not' },
        { value: 'watch', label: 'do nothing about it' },
        { value: 'step', label: 'step their clocks' },
        { value: 'slew', label: 'slew their clocks' },
        { value: 'ntpd', label: 'slew what is small, step the rest' },
      ],
      default: 'off',
    },
    {
      id: 'latency',
      label: 'Between the replicas',
      bind: { latency: 'constant', links: ways('A', 'B'), scale: 1000 },
      kind: { unit: 'ms', min: 0, max: 1000, step: 10 },
      default: 40,
    },
    {
      id: 'roam',
      label: 'Each call goes to the next replica',
      bind: { param: 'roam' },
      kind: 'switch',
      default: true,
    },
    {
      id: 'slew',
      label: 'A slew bends the clock by',
      bind: { param: 'slewPpm' },
      kind: { unit: 'ppm', min: 500, max: 100_000, step: 500 },
      default: 500,
      more: true,
    },
  ],
  actions: [
    {
      id: 'write',
      label: 'Alice writes 3',
      command: { verb: 'invoke', node: 'alice', op: write(3) },
      primary: true,
    },
    { id: 'read', label: 'Bob reads', command: { verb: 'invoke', node: 'bob', op: { f: 'read' } } },
    { id: 'right', label: 'Set B’s clock right', command: { verb: 'clock', node: 'B', offsetUs: 0 } },
    { id: 'behind', label: 'Step B back by 100 ms', command: { verb: 'clock', node: 'B', stepUs: -100_000 } },
    {
      id: 'add',
      label: 'Bob adds 20 entries, keyed by the time',
      command: { verb: 'invoke', node: 'bob', op: { f: 'add', value: 20 } },
    },
  ],
  kinds: {
    read: { short: 'R?', shape: 'square', words: 'read' },
    write: { short: 'W', shape: 'square', words: 'write' },
    put: { short: 'PUT', shape: 'square', words: 'new entry' },
    done: { short: 'ACK', shape: 'circle', words: 'acknowledgement' },
    kept: { short: 'ACK', shape: 'circle', words: 'acknowledgement of an entry' },
    value: { short: 'VAL', shape: 'circle', words: 'value' },
    news: { short: 'NEWS', shape: 'hexagon', words: 'news of what a replica holds' },
    ask: { short: 'ASK', shape: 'square', words: 'question what time it is' },
    time: { short: 'TIME', shape: 'circle', words: 'answer with the time' },
  },
  moments: {
    first: { label: 'the first write is acknowledged', when: { type: 'completed', op: 'alice/1' } },
    second: { label: 'the second write is acknowledged', when: { type: 'completed', op: 'alice/2' } },
  },
  opening: { atUs: 1_506_000 },
  checks: ['replicas agree', 'no negative monotonic duration'],
  observe: 'values',
};
