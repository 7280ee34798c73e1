/** Where the register's scenarios take place: three replicas, Alice at A, Bob at B, and what parts them. */

export const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
/** Between the replicas; a client and its replica are near one another. */
const far = [...ways('A', 'B'), ...ways('A', 'C'), ...ways('B', 'C')];
/** What parts A and its client from the rest. */
export const border = [...ways('A', 'B'), ...ways('A', 'C')];

export const place = {
  nodes: [
    { id: 'A', role: 'replica', x: 36, y: 30 },
    { id: 'B', role: 'replica', x: 62, y: 50 },
    { id: 'C', role: 'replica', x: 36, y: 78 },
    { id: 'alice', role: 'client', x: 11, y: 30 },
    { id: 'bob', role: 'client', x: 90, y: 50 },
  ],
  links: [
    { between: ['alice', 'A'] },
    { between: ['bob', 'B'] },
    { between: ['A', 'B'] },
    { between: ['A', 'C'] },
    { between: ['B', 'C'] },
  ],
  params: { giveUpUs: 500_000 },
  durable: { alice: { home: 'A' }, bob: { home: 'B' } },
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  kinds: {
    read: { short: 'R?', shape: 'square', words: 'read' },
    write: { short: 'W', shape: 'square', words: 'write' },
    cas: { short: 'CAS', shape: 'square', words: 'compare-and-set' },
    forward: { short: 'FWD', shape: 'square', words: 'call passed on' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'NO', shape: 'circle', words: 'refusal' },
    replicate: { short: 'REP', shape: 'diamond', words: 'news of a change' },
    replicated: { short: 'ACK', shape: 'circle', words: 'acknowledgement of a change' },
    query: { short: 'Q', shape: 'hexagon', words: 'question what is held' },
    value: { short: 'VAL', shape: 'circle', words: 'what is held' },
    store: { short: 'PUT', shape: 'diamond', words: 'order to hold a value' },
    stored: { short: 'HAS', shape: 'circle', words: 'word that it is held' },
  },
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    depth: 60,
    states: 200_000,
    // Nobody gives up and nothing is told twice: what stays unanswered at the end is unanswered for ever.
    params: { timeoutUs: 0, giveUpUs: 0, resendUs: 0 },
  },
};

/** The knobs that all of them have. */
export const knobs = {
  policy: {
    id: 'policy',
    label: 'Who may answer',
    bind: { param: 'policy' },
    kind: [
      { value: 'leader', label: 'one leader' },
      { value: 'majority', label: 'a majority' },
      { value: 'available', label: 'whoever is asked' },
    ],
    default: 'leader',
  },
  latency: {
    id: 'latency',
    label: 'Latency between replicas',
    bind: { latency: 'uniform', links: far, scale: 1000 },
    kind: { unit: 'ms', min: 2, max: 400, step: 2 },
    default: 80,
  },
  loss: {
    id: 'loss',
    label: 'Lost between replicas',
    bind: { rule: 'loss', links: far, scale: 0.01 },
    kind: { unit: '%', min: 0, max: 100, step: 5 },
    default: 0,
  },
  merge: {
    id: 'merge',
    label: 'Two values meet',
    help: 'Where whoever is asked may answer: what becomes of values written on both sides.',
    bind: { param: 'merge' },
    kind: [
      { value: 'last writer wins', label: 'the last writer wins' },
      { value: 'siblings', label: 'both are kept' },
    ],
    default: 'last writer wins',
    more: true,
  },
  timeout: {
    id: 'timeout',
    label: 'Clients wait',
    bind: { param: 'timeoutUs', scale: 1000 },
    kind: { unit: 'ms', min: 20, max: 2000, step: 20 },
    default: 1200,
    more: true,
  },
};
