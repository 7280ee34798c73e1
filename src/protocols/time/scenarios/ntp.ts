/** Two clocks that are wrong and a server that tells the time, over a way that takes longer there than back. */

const toServer = { from: 'A', to: 'time' };
const toNode = { from: 'time', to: 'A' };
const way = { unit: 'ms', min: 0, max: 400, step: 5 } as const;

export default {
  name: 'ntp',
  title: 'Two clocks and a time server',
  summary:
    'A and B ask a time server once a second and correct their clocks by the answer. At first A is 80 ms ahead and gains 200 parts per million, B is 120 ms behind and loses 150. From A to the server takes 60 ms, back takes 20; B’s way takes as long there as back.',
  protocol: 'ntp',
  seed: 17,
  nodes: [
    { id: 'time', role: 'time', label: 'time server', x: 50, y: 20 },
    { id: 'A', role: 'client', x: 20, y: 76, offsetUs: 80_000, driftPpm: 200 },
    { id: 'B', role: 'client', x: 80, y: 76, offsetUs: -120_000, driftPpm: -150 },
  ],
  links: [
    {
      between: ['A', 'time'],
      rules: { latency: { profile: 'constant', us: 60_000 } },
      back: { latency: { profile: 'constant', us: 20_000 } },
    },
    { between: ['B', 'time'], rules: { latency: { profile: 'constant', us: 30_000 } } },
  ],
  // A begins just before its first answer comes, and stops just after.
  workload: [{ at: 1_060_000, node: 'A', op: { f: 'measure', value: 40 } }],
  stop: { atUs: 60_000_000 },
  pace: 100_000,
  clocks: true,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  knobs: [
    {
      id: 'there',
      label: 'From A to the server',
      bind: { latency: 'constant', links: [toServer], scale: 1000 },
      kind: way,
      default: 60,
    },
    {
      id: 'back',
      label: 'From the server to A',
      bind: { latency: 'constant', links: [toNode], scale: 1000 },
      kind: way,
      default: 20,
    },
    {
      id: 'discipline',
      label: 'What a node does with the answer',
      bind: { param: 'discipline' },
      kind: [
        { value: 'off', label: 'asks nobody' },
        { value: 'watch', label: 'nothing' },
        { value: 'step', label: 'steps its clock' },
        { value: 'slew', label: 'slews its clock' },
        { value: 'ntpd', label: 'slews what is small, steps the rest' },
      ],
      default: 'step',
    },
    {
      id: 'poll',
      label: 'Asks once in',
      bind: { param: 'pollUs', scale: 1000 },
      kind: { unit: 'ms', min: 200, max: 20_000, step: 200 },
      default: 1000,
    },
    {
      id: 'slew',
      label: 'A slew bends the clock by',
      bind: { param: 'slewPpm' },
      kind: { unit: 'ppm', min: 500, max: 100_000, step: 500 },
      default: 500,
      more: true,
    },
    {
      id: 'work',
      label: 'The server takes',
      bind: { param: 'serverWorkUs', scale: 1000 },
      kind: { unit: 'ms', min: 0, max: 500, step: 10 },
      default: 0,
      more: true,
    },
  ],
  actions: [
    {
      id: 'measure',
      label: 'A measures 40 ms',
      command: { verb: 'invoke', node: 'A', op: { f: 'measure', value: 40 } },
      primary: true,
    },
    {
      id: 'back',
      label: 'Step A back by 200 ms',
      command: { verb: 'clock', node: 'A', stepUs: -200_000 },
    },
    {
      id: 'leap',
      label: 'A leap second, stepped',
      command: { verb: 'clock', node: 'A', stepUs: -1_000_000 },
    },
    {
      id: 'smear',
      label: 'A leap second, smeared over ten',
      command: { verb: 'clock', node: 'A', slewUs: -1_000_000, slewPpm: 100_000 },
    },
  ],
  kinds: {
    ask: { short: 'ASK', shape: 'square', words: 'question what time it is' },
    time: { short: 'TIME', shape: 'circle', words: 'answer with the time' },
  },
  moments: {
    asked: { label: 'A asks', when: { type: 'sent', kind: 'ask', from: 'A' } },
    corrected: { label: 'A corrects its clock', when: { type: 'clock changed', node: 'A' } },
    measured: { label: 'A has measured', when: { type: 'completed', node: 'A' } },
  },
  opening: { atUs: 1_030_000 },
  checks: ['certain to within half the round trip', 'no negative monotonic duration'],
  observe: 'errors',
};
