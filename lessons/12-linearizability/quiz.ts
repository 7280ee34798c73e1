/** The opening bet and the questions of recall. Runs and judges are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'At 120 ms Alice hears that her write of 1 is done. At 130 ms Bob asks B, and B answers from its own copy. What does Bob read?',
  hints: [
    'Who has heard of the write at 140 ms, when Bob’s question reaches B?',
    'A answered Alice as soon as the write was on its own disk. It tells B afterwards.',
    'The news leaves A at 110 ms and takes 80. Bob’s question is at B at 140.',
  ],
  variant: world.ownCopy,
  reason:
    'A acknowledged the write alone, and the news is still on its way when Bob’s question arrives. B answers with what it has.',
  options: [
    {
      id: 'new',
      text: '1. The write is done, so it is 1 everywhere.',
      asserts: [{ operation: 'bob/1', saw: 1 }],
      misconception: 'M24',
      because:
        'Done means that A said so. There is no moment at which a value changes in two places at once.',
      elsewhere: { world: world.throughTheLeader, differs: 'B passes the read on to A' },
    },
    {
      id: 'old',
      text: '0. B has not heard of it.',
      asserts: [{ operation: 'bob/1', saw: 0 }],
      because: 'B answers from its own copy, and the news is half way.',
    },
    {
      id: 'refused',
      text: 'Nothing. B notices that it is behind, and refuses.',
      asserts: [{ operation: 'bob/1', ended: 'failed' }],
      misconception: 'M24',
      because:
        'To notice that it is behind, B would have to know of a write it has not heard of. From where it stands nothing has happened.',
      elsewhere: {
        world: world.cutOff,
        differs: 'B may not answer by itself, and the link to A is cut',
      },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'fit',
    kind: 'linearization-points',
    question:
      'The register holds 0 at first. Give each operation the moment at which it took effect, so that every answer is what one register would have said.',
    hints: [
      'Which operation must come before which? Begin with bars that do not overlap.',
      'A read has its moment after the write it returns, and before the next write.',
      'Carol read 1, so her moment lies before that of the second write, and Bob’s lies behind it. Both their bars are long enough.',
    ],
    subject: world.pointsFit,
    expects: 'points',
    reason:
      'The first write, Carol’s read, the second write, Bob’s read. Bob began before Carol and took effect after her: a bar says when an operation may take effect, not when it does.',
    decoys: [
      {
        order: [1, 3, 4, 2],
        because: 'In the order in which they began, Bob reads 2 before anybody has written it.',
      },
      {
        order: [1, 2, 3, 4],
        because: 'With both writes first, Carol reads 1 when the register holds 2.',
      },
    ],
  },
  {
    id: 'none',
    kind: 'linearization-points',
    question: 'And here? Bob has his answer before Carol asks.',
    hints: [
      'Two of these bars do not overlap, and their answers are in the wrong order.',
      'Bob’s read must lie behind the second write. Carol’s must lie before it.',
      'Bob’s bar ends at 46 and Carol’s begins at 54. The second write would have to be before 46 and after 54.',
    ],
    subject: world.noPoints,
    expects: 'none',
    reason:
      'When Bob has read 2, the second write has taken effect. Carol asks later and is told 1. No single register says that, wherever one puts the points.',
    decoys: [
      {
        order: [1, 3, 4, 2],
        because: 'With the second write behind Carol’s read, Bob reads 2 before anybody has written it.',
      },
      { order: [1, 2, 3, 4], because: 'Carol reads 1 behind the write of 2.' },
    ],
  },
  {
    id: 'behind',
    kind: 'stale-reads',
    question:
      'Mark the reads that are stale: those that returned a value although a newer write had begun and ended in between.',
    hints: [
      'For each read, find the write it returned. Which writes came after that one?',
      'A newer write counts only if it had ended before the read began. One that still runs may or may not have taken effect.',
      'The write of 2 ends at 40 and the write of 3 at 64. Which reads begin after those, and return something older?',
    ],
    subject: world.whoIsBehind,
    expects: [6],
    reason:
      'Bob’s second read returns 1 at 70, after the writes of 2 and of 3 had ended: it is stale by two writes. The others ran beside the write they missed.',
    notes: [
      {
        read: 4,
        because:
          'It began at 34, while the write of 2 still ran. Until that has ended, 1 is a lawful answer.',
        misconception: 'M24',
      },
      {
        read: 7,
        because:
          'It began at 60, before the write of 3 had ended at 64. It may take its place before that write.',
      },
    ],
  },
  {
    id: 'strongest',
    kind: 'strongest-model',
    question:
      'This is the history of the opening figure: Alice writes 1, Bob reads 0 afterwards, and later both read 1. Which is the strongest of these models it satisfies?',
    hints: [
      'Is there one order of all four operations that explains every answer? Must it be the order of real time?',
      'Linearizability keeps the order of operations that do not overlap, whoever made them. Sequential consistency keeps only the order within each process.',
      'Put Bob’s first read before Alice’s write: every answer is explained, and Alice and Bob each keep their own order.',
    ],
    subject: { run: world.ownCopy },
    expects: 'sequential',
    reason:
      'Bob’s read, Alice’s write, then the two reads of 1: one order for all, and each process in its own. Only the clock on the wall objects, and sequential consistency does not ask it.',
    options: [
      {
        model: 'linearizable',
        because: 'Alice’s write ended before Bob’s read began, and he did not see it.',
        misconception: 'M24',
      },
      { model: 'sequential' },
      { model: 'pram' },
      {
        model: 'read-your-writes',
        because: 'Alice does read what she wrote. That says nothing about Bob.',
        misconception: 'M11',
      },
    ],
  },
  {
    id: 'no-answer',
    kind: 'linearization-points',
    question:
      'Alice wrote 1 and never had an answer. Two reads return 0, and then one returns 1. Is there a placement?',
    hints: [
      'What may an operation do that nobody saw end?',
      'It may take effect at any time after it began, or never. Here somebody has seen it.',
      'The reads of 0 end at 34 at the latest, and the read of 1 begins at 40. Put the write in between.',
    ],
    subject: world.unanswered,
    expects: 'points',
    reason:
      'No answer does not mean that it did not happen, and not that it happened at once. The write took effect long after Alice began to wait, and the history is linearizable.',
    decoys: [
      {
        order: [1, 2, 3, 4],
        because:
          'With the write at its beginning both reads of 0 are wrong. Nothing says that it happened at once.',
      },
      {
        order: [2, 3, 4],
        because: 'If it never took effect, nobody can have read 1.',
        misconception: 'M1',
      },
    ],
  },
  {
    id: 'crash',
    kind: 'predict',
    question:
      'A crashes right after it has answered Alice, before the news to B sets out. Alice was told that 1 is written. B answers reads by itself. What does Bob read at 300 ms?',
    hints: [
      'Where is the value 1 at this moment, and who can reach it?',
      'An acknowledgement says what the one who gave it knows. Who gave this one?',
      'The only copy of 1 is on the disk of A, and A is down. B was never told.',
    ],
    variant: world.crashBeforeTheNews,
    reason:
      'The write was acknowledged by one disk, and that disk is not there. When A comes back the value comes back with it; until then the register that Bob sees has lost a write that Alice was promised.',
    options: [
      {
        id: 'lost',
        text: '0',
        asserts: [{ operation: 'bob/2', saw: 0 }],
        because: 'Nobody told B, and nobody will while A is down.',
      },
      {
        id: 'kept',
        text: '1. It was acknowledged.',
        asserts: [{ operation: 'bob/2', saw: 1 }],
        misconception: 'M16',
        because: 'One replica acknowledged it. That is a promise about one disk, and not about any other.',
        elsewhere: {
          world: world.crashAfterTheNews,
          differs: 'A crashes one step later, when the news has set out',
        },
      },
      {
        id: 'nothing',
        text: 'Nothing. With the leader down there is no reading.',
        asserts: [{ operation: 'bob/2', ended: 'failed' }],
        because: 'B answers by itself here, and does not ask whether A is there.',
        elsewhere: {
          world: world.leaderDown,
          differs: 'B passes reads on to the leader, and the leader is down',
        },
      },
    ],
  },
] satisfies Authored<Question>[];
