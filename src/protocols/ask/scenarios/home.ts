/** The front page: three nodes, one question asked again and again, and a link to cut. */

const ways = (peer: string) => [
  { from: 'A', to: peer },
  { from: peer, to: 'A' },
];

export default {
  name: 'home',
  title: 'Are you there?',
  summary:
    'A asks B and C every 400 ms whether they are there, and waits 300 ms for each answer. Messages take 80 to 90 ms each way. Cut a link, and A hears nothing; it cannot see why.',
  protocol: 'ask',
  seed: 7,
  nodes: [
    { id: 'A', role: 'asker', x: 20, y: 50 },
    { id: 'B', role: 'answerer', x: 80, y: 24 },
    { id: 'C', role: 'answerer', x: 80, y: 76 },
  ],
  links: [
    { between: ['A', 'B'], rules: { latency: { profile: 'constant', us: 80_000 } } },
    { between: ['A', 'C'], rules: { latency: { profile: 'constant', us: 90_000 } } },
  ],
  stop: { atUs: 120_000_000 },
  pace: 100_000,
  faults: [
    'drop',
    'hold',
    'release',
    'delay',
    'duplicate',
    'cut',
    'mend',
    'crash',
    'restart',
    'pause',
    'resume',
  ],
  knobs: [
    {
      id: 'patience',
      label: 'A waits',
      help: 'How long A waits for an answer before it says that there is none.',
      bind: { param: 'patienceUs', scale: 1000 },
      kind: { unit: 'ms', min: 50, max: 390, step: 10 },
      default: 300,
      more: true,
    },
  ],
  actions: [
    {
      id: 'cut',
      label: 'Cut the link between A and B',
      command: { verb: 'cut', links: ways('B') },
      primary: true,
    },
    { id: 'mend', label: 'Mend it', command: { verb: 'mend', links: ways('B') } },
    { id: 'crash', label: 'Crash B', command: { verb: 'crash', node: 'B', disk: 'kept' } },
    { id: 'restart', label: 'Restart B', command: { verb: 'restart', node: 'B' } },
  ],
  kinds: {
    question: { short: '?', shape: 'square', words: 'question' },
    answer: { short: 'YES', shape: 'circle', words: 'answer' },
  },
  moments: {
    asked: { label: 'A asks', when: { type: 'sent', kind: 'question' } },
  },
  opening: { atUs: 140_000 },
  observe: 'heard',
};
