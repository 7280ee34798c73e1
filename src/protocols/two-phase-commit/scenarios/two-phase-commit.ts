/** A transaction manager and up to six resource managers on a network that forgets nothing it was given. */

const resources = Array.from({ length: 6 }, (_, i) => `rm${i + 1}`);

/** The manager in the middle, the others around it. */
const places = [
  [28, 16],
  [72, 16],
  [91, 50],
  [72, 84],
  [28, 84],
  [9, 50],
] as const;

const ways = resources.flatMap((id) => [
  { from: 'tm', to: id },
  { from: id, to: 'tm' },
]);

export default {
  name: 'two-phase-commit',
  title: 'All of them, or none',
  summary:
    'Resource managers, three of them unless you say otherwise, prepare a transaction and tell the manager so. When it has heard from all of them it tells everybody to commit; if one refuses or stays silent for a second, it tells everybody to abort. Messages take 10 ms.',
  protocol: 'two-phase-commit',
  seed: 6,
  nodes: [
    { id: 'tm', role: 'manager', label: 'manager', x: 50, y: 50 },
    ...resources.map((id, i) => ({ id, role: 'resource', x: places[i]?.[0], y: places[i]?.[1] })),
  ],
  links: resources.map((id) => ({ between: ['tm', id] })),
  stop: { atUs: 4_000_000 },
  pace: 20_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'disarm', 'restart', 'pause', 'resume', 'slow', 'set'],
  ],
  knobs: [
    {
      id: 'resource-managers',
      label: 'Resource managers that take part',
      bind: { param: 'resourceManagers' },
      kind: { unit: '', min: 1, max: 6, step: 1 },
      default: 3,
    },
    {
      id: 'refusing',
      label: 'Of these, refuse',
      help: 'The last ones abort before they would prepare, and tell nobody.',
      bind: { param: 'refusing' },
      kind: { unit: '', min: 0, max: 6, step: 1 },
      default: 0,
    },
    {
      id: 'patience',
      label: 'The manager waits',
      bind: { param: 'patienceUs', scale: 1000 },
      kind: { unit: 'ms', min: 50, max: 2000, step: 10 },
      default: 1000,
    },
    {
      id: 'latency',
      label: 'Latency, each way',
      bind: { latency: 'uniform', links: ways, scale: 1000 },
      kind: { unit: 'ms', min: 2, max: 400, step: 2 },
      default: 10,
      more: true,
    },
    {
      id: 'loss',
      label: 'Messages lost',
      bind: { rule: 'loss', links: ways, scale: 0.01 },
      kind: { unit: '%', min: 0, max: 100, step: 5 },
      default: 0,
      more: true,
    },
  ],
  actions: [
    {
      id: 'crash-manager',
      label: 'Crash the manager',
      command: { verb: 'crash', node: 'tm', disk: 'kept' },
      primary: true,
    },
    { id: 'restart-manager', label: 'Restart the manager', command: { verb: 'restart', node: 'tm' } },
    { id: 'crash-rm1', label: 'Crash rm1', command: { verb: 'crash', node: 'rm1', disk: 'kept' } },
    { id: 'restart-rm1', label: 'Restart rm1', command: { verb: 'restart', node: 'rm1' } },
  ],
  kinds: {
    prepared: { short: 'PREP', shape: 'square', words: 'Prepared message' },
    commit: { short: 'COMM', shape: 'circle', words: 'commit order' },
    abort: { short: 'ABRT', shape: 'diamond', words: 'abort order' },
  },
  moments: {
    prepared: { label: 'the first is prepared', when: { type: 'sent', kind: 'prepared' } },
    decided: { label: 'the manager decides', when: { type: 'persisted', node: 'tm', key: 'state' } },
  },
  opening: { atUs: 54_000 },
  checks: ['consistent'],
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    redelivers: true,
    depth: 100,
    states: 1_000_000,
  },
  observe: 'decision',
};
