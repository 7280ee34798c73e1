/** What the lesson's prose says of the lab, for the prover and the judges to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
/** S4 and S5 reach nobody, so that all of the other three must agree; every server stands once at most. */
const threeLeft = {
  cut: [
    ...['S1', 'S2', 'S3', 'alice', 'bob'].flatMap((id) => ways(id, 'S4')),
    ...['S1', 'S2', 'S3', 'S4', 'alice', 'bob'].flatMap((id) => ways(id, 'S5')),
  ],
};

const safe = [
  { property: 'election safety', holds: true },
  { property: 'log matching', holds: true },
  { property: 'leader completeness', holds: true },
  { property: 'state-machine safety', holds: true },
] as const;

export default [
  {
    id: 'storms',
    kind: 'survives',
    text: 'No term has two leaders, logs that agree in one entry agree in all before it, and nothing that was committed is lost, in storms of losses, cuts, delays and crashes.',
    properties: [
      'election safety',
      'log matching',
      'leader completeness',
      'state-machine safety',
      'linearizable',
    ],
    storms: 300,
    seed: 1,
  },
  {
    id: 'kept-by-voters',
    kind: 'run',
    text: 'S4, which lacks Alice’s entry, stands first and is not elected; S3 is, and Bob reads “red”.',
    variant: world.behind,
    checks: [
      { operation: 'alice/1', ended: 'ok' },
      {
        earlier: { type: 'sent', from: 'S4', kind: 'RequestVote' },
        later: { type: 'sent', from: 'S3', kind: 'RequestVote' },
      },
      { count: { type: 'persisted', node: 'S4', key: 'led' }, is: 0 },
      { operation: 'bob/1', saw: 'red' },
      ...safe,
    ],
  },
  {
    id: 'any-log',
    kind: 'run',
    text: 'Where a server votes for whoever asks first, whatever they have, S4 leads, and what Alice was told is kept is gone.',
    variant: world.anyLogWins,
    checks: [
      { operation: 'alice/1', ended: 'ok' },
      { count: { type: 'persisted', node: 'S4', key: 'led' }, is: 1 },
      { operation: 'bob/1', saw: 0 },
      { property: 'leader completeness', holds: false },
    ],
  },
  {
    id: 'one-a-term',
    kind: 'always',
    text: 'With S4 and S5 away, and each of the others standing at most once, no order in which messages can arrive elects two leaders of one term.',
    property: 'election safety',
    holds: true,
    bounds: threeLeft,
  },
  {
    id: 'or-nobody',
    kind: 'reachable',
    text: 'Each of the three may come to lead, or nobody: when all stand at once every one of them has voted for itself.',
    outcomes: {
      'S1 in term 1': world.leads.S1,
      'S2 in term 1': world.leads.S2,
      'S3 in term 1': world.leads.S3,
      nobody: world.leads.nobody,
    },
    bounds: threeLeft,
  },
  {
    id: 'two-at-once',
    kind: 'run',
    text: 'Cut off with S2, S1 goes on sending the heartbeats of a leader after S4 has been elected. The two lead different terms, and every promise is kept.',
    variant: world.neverMended,
    checks: [
      {
        earlier: { type: 'persisted', node: 'S4', key: 'led' },
        later: { type: 'sent', from: 'S1', to: 'S2', kind: 'AppendEntries', message: 40 },
      },
      ...safe,
    ],
  },
  {
    id: 'overwritten',
    kind: 'run',
    text: '“green” is on the disks of S1 and S2, and is taken off both when the network is mended. Alice was never told that it is done, and the history is linearizable.',
    variant: world.cut,
    checks: [
      { operation: 'alice/2', ended: 'unknown' },
      { operation: 'bob/1', saw: true },
      { operation: 'alice/3', saw: 'blue' },
      {
        earlier: { type: 'persisted', node: 'S2', key: 'log', nth: 3 },
        later: { type: 'persisted', key: 'led', nth: 2 },
      },
      { property: 'linearizable', holds: true },
      ...safe,
    ],
  },
  {
    id: 'asks-first',
    kind: 'run',
    text: 'A leader that makes sure of a majority before it answers keeps Alice waiting behind the cut, and when it is mended she reads “blue”.',
    variant: world.asksOldLeader,
    checks: [
      { earlier: { type: 'command', verb: 'mend' }, later: { type: 'completed', op: 'alice/2' } },
      { operation: 'alice/2', saw: 'blue' },
      { property: 'linearizable', holds: true },
    ],
  },
  {
    id: 'stale',
    kind: 'run',
    text: 'A leader that answers at once tells her “red”, after Bob was told that “blue” is written.',
    variant: world.oldLeaderAnswers,
    checks: [
      { earlier: { type: 'completed', op: 'bob/1' }, later: { type: 'invoked', op: 'alice/2' } },
      { operation: 'alice/2', saw: 'red' },
      { property: 'linearizable', holds: false },
    ],
  },
  {
    id: 'majority-lost',
    kind: 'run',
    text: '“red” is on four disks of five, and is overwritten. Nobody had been told that it is kept.',
    variant: world.givenUp,
    checks: [
      {
        earlier: { type: 'persisted', node: 'S4', key: 'log', nth: 2 },
        later: { type: 'persisted', node: 'S5', key: 'led', nth: 2 },
      },
      { operation: 'alice/1', ended: 'unknown' },
      { operation: 'bob/1', saw: 0 },
      { property: 'linearizable', holds: true },
      ...safe,
    ],
  },
  {
    id: 'counted',
    kind: 'run',
    text: 'Where a majority is enough, whatever the term, Alice is told that “red” is written, and Bob later finds nothing.',
    variant: world.byCounting,
    checks: [
      { operation: 'alice/1', ended: 'ok' },
      { operation: 'bob/1', saw: 0 },
      { property: 'leader completeness', holds: false },
      { property: 'linearizable', holds: false },
    ],
  },
  {
    id: 'own-term',
    kind: 'run',
    text: 'With the paper’s rule Alice is answered only after S5 leads: she has asked again, “red” is written anew, and Bob reads it.',
    variant: world.ownTerm,
    checks: [
      {
        earlier: { type: 'persisted', node: 'S5', key: 'led', nth: 2 },
        later: { type: 'completed', op: 'alice/1' },
      },
      { operation: 'bob/1', saw: 'red' },
      { property: 'linearizable', holds: true },
      ...safe,
    ],
  },
  {
    id: 'says-nothing-first',
    kind: 'run',
    text: 'S3 leads term 3 and has “red”. Without a first entry of its own term it does not find out that “red” is committed, and tells Bob 0.',
    variant: world.withoutFirstEntry,
    checks: [
      { count: { type: 'persisted', node: 'S3', key: 'led' }, is: 1 },
      { operation: 'alice/1', ended: 'ok' },
      { operation: 'bob/1', saw: 0 },
      { property: 'linearizable', holds: false },
    ],
  },
  {
    id: 'members-wait',
    kind: 'run',
    stage: 'raft-members',
    text: 'A leader of four reaches one other server. Asked to remove a third, it does not: its first entry is not committed. Nothing is lost when another leads.',
    variant: world.membersWait,
    checks: [
      { count: { type: 'persisted', key: 'led' }, is: 2 },
      { operation: 'bob/1', ended: 'failed' },
      ...safe,
    ],
  },
  {
    id: 'members-at-once',
    kind: 'run',
    stage: 'raft-members',
    text: 'One that does so at once needs no more than itself and the other, and says that it is done. The next leader, who counts as its own log has it, commits another entry in that place.',
    variant: world.membersAtOnce,
    checks: [
      { count: { type: 'persisted', key: 'led' }, is: 2 },
      { operation: 'bob/1', ended: 'ok' },
      { property: 'election safety', holds: true },
      { property: 'leader completeness', holds: false },
      { property: 'state-machine safety', holds: false },
    ],
  },
  {
    id: 'seven-votes',
    kind: 'run',
    stage: 'raft-figure-7',
    text: 'With the logs of Figure 7 the leader of term 8 is elected by four of seven, and the others all take on its log: eleven entries.',
    variant: {},
    checks: [
      { count: { type: 'persisted', key: 'led' }, is: 1 },
      ...['leader', 'a', 'b', 'c', 'd', 'e', 'f'].map((node) => ({ node, list: 'log', length: 11 })),
      ...safe,
    ],
  },
  {
    id: 'disk-kept',
    kind: 'run',
    text: 'Of the three servers that have “red”, two are cut off and the third starts again from its disk: Bob reads “red”.',
    variant: world.keptDisk,
    checks: [{ operation: 'bob/1', saw: 'red' }, ...safe],
  },
  {
    id: 'disk-lost',
    kind: 'run',
    text: 'The same with an empty disk, and an acknowledged write is gone.',
    variant: world.lostDisk,
    checks: [
      { operation: 'alice/1', ended: 'ok' },
      { operation: 'bob/1', saw: 0 },
      { property: 'leader completeness', holds: false },
    ],
  },
] satisfies Authored<Claim>[];
