/**
 * The world of lesson 33: five servers that keep one value, and a person at either end. Latency is constant, so that
 * every moment can be foreseen; the time-outs of elections are drawn, and this seed lets S1 stand first.
 */

import type { Authored, Scenario } from '#/scenarios';

const servers = ['S1', 'S2', 'S3', 'S4', 'S5'];
const people = ['alice', 'bob'];
const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const few = ['S1', 'S2', 'alice'];
const many = ['S3', 'S4', 'S5', 'bob'];
/** What parts S1 and S2, and Alice with them, from the rest. */
const border = few.flatMap((a) =>
  many.filter((b) => a !== 'alice' || b !== 'bob').flatMap((b) => ways(a, b)),
);

const pairs = servers.flatMap((a, i) => servers.slice(i + 1).map((b) => [a, b] as const));
const near = { latency: { profile: 'constant', us: 10_000 } } as const;
const crash = (node: string) => ({
  id: `crash-${node}`,
  label: `Crash ${node}`,
  command: { verb: 'crash', node, disk: 'kept' } as const,
});
const restart = (node: string) => ({
  id: `restart-${node}`,
  label: `Restart ${node}`,
  command: { verb: 'restart', node } as const,
});

export default {
  name: 'one-log',
  title: 'Five servers, one log',
  summary:
    'Five servers keep one value. They elect a leader, which puts every call into its log, sends it on, and answers once a majority has stored it. Alice asks S1 first, Bob asks S3. Messages take 10 ms, heartbeats go every 50.',
  protocol: 'raft',
  seed: 17,
  nodes: [
    { id: 'S1', role: 'server', x: 32, y: 12 },
    { id: 'S2', role: 'server', x: 30, y: 78 },
    { id: 'S3', role: 'server', x: 82, y: 36 },
    { id: 'S4', role: 'server', x: 58, y: 12 },
    { id: 'S5', role: 'server', x: 62, y: 78 },
    { id: 'alice', role: 'client', label: 'Alice', x: 7, y: 46 },
    { id: 'bob', role: 'client', label: 'Bob', x: 93, y: 84 },
  ],
  links: [
    ...pairs.map(([a, b]) => ({ between: [a, b] as [string, string], rules: near })),
    ...people.flatMap((who) =>
      servers.map((id) => ({ between: [who, id] as [string, string], rules: near })),
    ),
  ],
  params: { electionMinUs: 150_000, electionMaxUs: 300_000, maxEntries: 1, timeoutUs: 700_000 },
  durable: { alice: { home: 'S1' }, bob: { home: 'S3' } },
  workload: [
    { at: 400_000, node: 'alice', op: { f: 'write', value: 'red' } },
    { at: 900_000, node: 'alice', op: { f: 'write', value: 'green' } },
    { at: 1_400_000, node: 'bob', op: { f: 'cas', value: ['red', 'blue'] } },
    { at: 2_600_000, node: 'alice', op: { f: 'read' } },
  ],
  stop: { atUs: 3_200_000 },
  pace: 80_000,
  faults: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['crash', 'disarm', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'] as const),
  ],
  knobs: [
    {
      id: 'rule',
      label: 'An entry is committed',
      bind: { param: 'mutant' },
      kind: [
        { value: 'none', label: 'with one of the leader’s own term' },
        { value: 'counts-old-terms', label: 'when a majority has it' },
      ],
      default: 'none',
    },
    {
      id: 'election-min',
      label: 'Election time-out, at least',
      bind: { param: 'electionMinUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 150,
    },
    {
      id: 'election-max',
      label: 'Election time-out, at most',
      help: 'Each server draws its own between the two, anew for each election.',
      bind: { param: 'electionMaxUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 300,
    },
    {
      id: 'heartbeat',
      label: 'Heartbeat every',
      bind: { param: 'heartbeatUs', scale: 1000 },
      kind: { unit: 'ms', min: 10, max: 500, step: 10 },
      default: 50,
      more: true,
    },
    {
      id: 'patience',
      label: 'Alice and Bob wait',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 100, max: 4000, step: 100 },
      default: 700,
      more: true,
    },
  ],
  actions: [
    {
      id: 'cut',
      label: 'Cut S1, S2 and Alice off',
      command: { verb: 'cut', links: border },
      primary: true,
    },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border } },
    crash('S1'),
    restart('S1'),
    crash('S3'),
    restart('S3'),
    { id: 'read', label: 'Bob reads', command: { verb: 'invoke', node: 'bob', op: { f: 'read' } } },
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
  moments: {
    stands: { label: 'a server stands for election', when: { type: 'sent', kind: 'RequestVote' } },
    leads: { label: 'somebody leads', when: { type: 'persisted', key: 'led' } },
    again: { label: 'a second leader leads', when: { type: 'persisted', key: 'led', nth: 2 } },
    answered: { label: 'somebody is answered', when: { type: 'completed', outcome: 'ok' } },
  },
  opening: { atUs: 100_000 },
  // The other two fail where servers are told to get it wrong, or lose a disk, as the lesson has them do.
  checks: ['election safety', 'log matching'],
  observe: 'leaders',
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    depth: 80,
    states: 150_000,
    workload: [],
    // One election: each server stands once at most, nothing is repeated, and nobody calls.
    params: {
      electionMinUs: 150_000,
      electionMaxUs: 150_000,
      heartbeatUs: 0,
      retryUs: 0,
      timeoutUs: 0,
      maxTerm: 1,
    },
  },
} satisfies Authored<Scenario>;

/** Seven servers with the logs of Figure 7; and four, of which two leaders remove one each. */
export const stages = ['raft-figure-7', 'raft-members'];
