/**
 * A leap second, taken in two ways at the same moment: one node steps its clock back by a second, as the time server
 * does; the other smears it, which is a slew of one second over a stated time.
 */

const LEAP = 3_000_000;
/** Parts per million that make a second of ten: a smear of ten seconds. */
const OVER_TEN_SECONDS = 100_000;
const measure = { f: 'measure', value: 40 };

export default {
  name: 'leap',
  title: 'A leap second, stepped and smeared',
  summary:
    'Three clocks are right until a leap second comes at 3 s. The time server and A step back by one second; B smears it over ten, going a tenth slower. A and B measure 40 ms as it happens, and ask the server once a second what time it is, without doing anything about it. How far a clock is off is told against a time that does not leap.',
  protocol: 'ntp',
  seed: 17,
  nodes: [
    { id: 'time', role: 'time', label: 'time server', x: 50, y: 20 },
    { id: 'A', role: 'client', x: 20, y: 76 },
    { id: 'B', role: 'client', x: 80, y: 76 },
  ],
  links: [
    { between: ['A', 'time'], rules: { latency: { profile: 'constant', us: 20_000 } } },
    { between: ['B', 'time'], rules: { latency: { profile: 'constant', us: 20_000 } } },
  ],
  params: { discipline: 'watch' },
  workload: ['A', 'B'].map((node) => ({ at: LEAP - 20_000, node, op: measure })),
  script: [
    { at: LEAP, command: { verb: 'clock', node: 'time', stepUs: -1_000_000 } },
    { at: LEAP, command: { verb: 'clock', node: 'A', stepUs: -1_000_000 } },
    { at: LEAP, command: { verb: 'clock', node: 'B', slewUs: -1_000_000, slewPpm: OVER_TEN_SECONDS } },
  ],
  stop: { atUs: 20_000_000 },
  pace: 100_000,
  clocks: true,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  knobs: [
    {
      id: 'poll',
      label: 'Asks once in',
      bind: { param: 'pollUs', scale: 1000 },
      kind: { unit: 'ms', min: 200, max: 20_000, step: 200 },
      default: 1000,
    },
  ],
  actions: [
    {
      id: 'measure-a',
      label: 'A measures 40 ms',
      command: { verb: 'invoke', node: 'A', op: measure },
      primary: true,
    },
    { id: 'measure-b', label: 'B measures 40 ms', command: { verb: 'invoke', node: 'B', op: measure } },
  ],
  kinds: {
    ask: { short: 'ASK', shape: 'square', words: 'question what time it is' },
    time: { short: 'TIME', shape: 'circle', words: 'answer with the time' },
  },
  moments: {
    leap: { label: 'the leap second', when: { type: 'clock changed', node: 'A' } },
    stepped: { label: 'A has measured across it', when: { type: 'completed', node: 'A' } },
    smeared: { label: 'B has measured across it', when: { type: 'completed', node: 'B' } },
  },
  opening: { atUs: 2_990_000 },
  checks: ['no negative monotonic duration'],
  observe: 'errors',
};
