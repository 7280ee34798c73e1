/** What the lesson's prose says of the lab, for the prover and the judges to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';

export default [
  {
    id: 'stale',
    kind: 'run',
    text: 'When B answers by itself, Bob reads 0 although Alice was told before he asked that 1 is written.',
    variant: world.ownCopy,
    checks: [
      { earlier: { type: 'completed', node: 'alice' }, later: { type: 'invoked', node: 'bob' } },
      { operation: 'alice/1', ended: 'ok' },
      { operation: 'bob/1', saw: 0 },
      { operation: 'bob/2', saw: 1 },
      { property: 'linearizable', holds: false },
    ],
  },
  {
    id: 'beside',
    kind: 'judged',
    text: 'A read that runs beside a write may return the old value or the new one.',
    subject: world.besideAWrite,
    verdicts: { linearizable: 'ok' },
  },
  {
    id: 'new-then-old',
    kind: 'judged',
    text: 'Once one read has returned the new value, a read that begins later may not return the old one, even while the write still runs.',
    subject: world.newThenOld,
    verdicts: { linearizable: 'violated' },
  },
  {
    id: 'own-writes',
    kind: 'judged',
    text: 'A history in which everybody reads their own writes need not be linearizable.',
    subject: world.ownWrites,
    verdicts: { 'read-your-writes': 'ok', linearizable: 'violated' },
  },
  {
    id: 'still-sequential',
    kind: 'judged',
    text: 'The history of the stale read is sequentially consistent: one order of all operations explains every answer, if it need not be the order they happened in.',
    subject: { run: world.ownCopy },
    verdicts: { linearizable: 'violated', sequential: 'ok' },
  },
  {
    id: 'unanswered',
    kind: 'judged',
    text: 'A write nobody saw end may take effect at any later time: two reads of 0 and then one of 1 are lawful.',
    subject: world.unanswered,
    verdicts: { linearizable: 'ok' },
  },
  {
    id: 'seen-and-gone',
    kind: 'judged',
    text: 'Once it has been seen it has happened: a later read of 0 is not lawful.',
    subject: world.seenAndGone,
    verdicts: { linearizable: 'violated' },
  },
  {
    id: 'leader-reads-are-linearizable',
    kind: 'always',
    text: 'When B passes every read on to A, the history of every schedule is linearizable.',
    property: 'linearizable',
    holds: true,
    params: { followerReads: false },
  },
  {
    id: 'own-copy-is-not',
    kind: 'always',
    text: 'When B answers by itself, some schedules have a history that is not.',
    property: 'linearizable',
    holds: false,
    params: { followerReads: true },
  },
  {
    id: 'what-it-costs',
    kind: 'run',
    text: 'Through the leader each of Bob’s reads crosses the link between A and B twice, and both return 1.',
    variant: world.throughTheLeader,
    checks: [
      { count: { type: 'delivered', kind: 'forward' }, is: 2 },
      { count: { type: 'delivered', kind: 'answer', from: 'A', to: 'B' }, is: 2 },
      { operation: 'bob/1', saw: 1 },
      { operation: 'bob/2', saw: 1 },
    ],
  },
  {
    id: 'down-is-down',
    kind: 'run',
    text: 'With the leader down nobody reads: Bob is refused, Alice waits in vain, and the history stays linearizable.',
    variant: world.leaderDown,
    checks: [
      { operation: 'bob/1', ended: 'failed' },
      { operation: 'alice/2', ended: 'unknown' },
      { operation: 'bob/2', ended: 'failed' },
      { property: 'linearizable', holds: true },
    ],
  },
] satisfies Authored<Claim>[];
