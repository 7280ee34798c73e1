/** Where the scenarios of Raft take place: servers in a ring, clients outside it, everybody linked with everybody. */

/** Both ways between two nodes. */
const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];

/** What parts some nodes from others. */
export const border = (some: readonly string[], others: readonly string[]) =>
  some.flatMap((a) => others.flatMap((b) => ways(a, b)));

const latency = { profile: 'uniform', minUs: 10_000, maxUs: 15_000 } as const;

/** A link between each two servers, and from each client to each server. */
export const linksOf = (servers: readonly string[], clients: readonly string[]) => [
  ...servers.flatMap((a, i) => servers.slice(i + 1).map((b) => ({ between: [a, b], rules: { latency } }))),
  ...clients.flatMap((a) => servers.map((b) => ({ between: [a, b], rules: { latency } }))),
];

export const waysBetween = (servers: readonly string[]) =>
  servers.flatMap((a, i) => servers.slice(i + 1).flatMap((b) => ways(a, b)));

/** An entry as a scenario puts it on a disk before the start: nobody's call, which writes a value. */
const entry = (index: number, term: number, value: string) => ({ index, term, f: 'write', value, call: '' });

/** A log given by the terms of its entries, as the figures of the paper give them. */
export const logOf = (...terms: number[]) => terms.map((term, i) => entry(i + 1, term, `${term}.${i + 1}`));

/** What is on a server's disk. */
export const diskOf = (currentTerm: number, votedFor: string, ...terms: number[]) => ({
  'term and vote': { currentTerm, votedFor },
  log: logOf(...terms),
});

/** What no run of Raft may break, as the scenarios promise it. */
export const safety = ['election safety', 'log matching', 'leader completeness', 'state-machine safety'];

export const common = {
  protocol: 'raft',
  checks: safety,
  pace: 100_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'disarm', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  kinds: {
    RequestVote: { short: 'VOTE', shape: 'hexagon', words: 'request for a vote' },
    Vote: { short: 'V', shape: 'circle', words: 'answer to a request for a vote' },
    PreVote: { short: 'PRE', shape: 'hexagon', words: 'question whether a vote would be given' },
    PreVoted: { short: 'PV', shape: 'circle', words: 'answer whether a vote would be given' },
    AppendEntries: { short: 'APP', shape: 'diamond', words: 'AppendEntries' },
    Appended: { short: 'ACK', shape: 'circle', words: 'answer to AppendEntries' },
    InstallSnapshot: { short: 'SNAP', shape: 'diamond', words: 'snapshot' },
    Installed: { short: 'ACK', shape: 'circle', words: 'acknowledgement of a snapshot' },
    request: { short: 'REQ', shape: 'square', words: 'request of a client' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer to a client' },
    redirect: { short: 'ELSE', shape: 'circle', words: 'hint who leads' },
    refusal: { short: 'NO', shape: 'circle', words: 'refusal' },
  },
};

/** The knobs of more than one of them. */
export const knobs = {
  electionMin: {
    id: 'election-min',
    label: 'Election time-out, at least',
    bind: { param: 'electionMinUs', scale: 1000 },
    kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
    default: 150,
  },
  electionMax: {
    id: 'election-max',
    label: 'Election time-out, at most',
    help: 'Each server draws its own between the two. Draw them too close together and votes are split.',
    bind: { param: 'electionMaxUs', scale: 1000 },
    kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
    default: 300,
  },
  heartbeat: {
    id: 'heartbeat',
    label: 'Heartbeat every',
    bind: { param: 'heartbeatUs', scale: 1000 },
    kind: { unit: 'ms', min: 10, max: 500, step: 10 },
    default: 50,
  },
  preVote: {
    id: 'pre-vote',
    label: 'Pre-vote',
    help: 'Before it stands, a server asks whether it would be elected. One that was cut off then deposes nobody.',
    bind: { param: 'preVote' },
    kind: 'switch',
    default: false,
    more: true,
  },
  reads: {
    id: 'reads',
    label: 'The leader answers reads',
    bind: { param: 'reads' },
    kind: [
      { value: 'read index', label: 'after a round of heartbeats' },
      { value: 'lease', label: 'under a lease' },
      { value: 'log', label: 'through the log' },
    ],
    default: 'read index',
    more: true,
  },
  latency: (servers: readonly string[]) => ({
    id: 'latency',
    label: 'Latency between servers',
    bind: { latency: 'uniform', links: waysBetween(servers), scale: 1000 },
    kind: { unit: 'ms', min: 1, max: 200, step: 1 },
    default: 12,
  }),
  loss: (servers: readonly string[]) => ({
    id: 'loss',
    label: 'Lost between servers',
    bind: { rule: 'loss', links: waysBetween(servers), scale: 0.01 },
    kind: { unit: '%', min: 0, max: 100, step: 5 },
    default: 0,
  }),
};
