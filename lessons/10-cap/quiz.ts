/** The opening bet and the questions of recall. Runs and judges are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

const overdraws = { property: 'nobody overdraws', holds: false } as const;

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'Now a majority must answer, for the account and for the feed. B is cut off from A and C, and each of the three keeps a copy of the account. Alice takes 60 on her side, then Bob asks B for 60. What does Bob get?',
  hints: [
    'What does B know at the moment Bob asks?',
    'B has a copy. May it use it? How many of the three would have to agree, and whom can it reach?',
    'B reaches nobody but Bob. It can only wait, and at some point stop waiting.',
  ],
  variant: world.byMajority,
  reason:
    'B holds a copy that may be out of date, and under this policy it must not act on it alone. It passes the call on, hears nothing, and after 440 ms says so. That answer is an error: Bob does not know whether his withdrawal took place.',
  options: [
    {
      id: 'paid',
      text: '60. B has a copy of the account, and there it says 100.',
      asserts: [{ operation: 'bob/1', saw: true }],
      misconception: 'M20',
      because:
        'A copy is not a permission. More copies mean more places that must be asked, and here they cannot be.',
      elsewhere: { world: world.whoever, differs: 'whoever is asked may answer' },
    },
    {
      id: 'declined',
      text: 'A no: Alice was first, and only 40 are left.',
      asserts: [{ operation: 'bob/1', saw: false }],
      misconception: 'M24',
      because: 'To say that, B would have to have heard of Alice’s withdrawal. The news cannot reach it.',
      elsewhere: { world: world.byMajorityUncut, differs: 'the network is not cut' },
    },
    {
      id: 'silence',
      text: 'Neither. B waits for the others, and then says that they do not answer.',
      asserts: [
        { operation: 'bob/1', ended: 'unknown' },
        { operation: 'alice/2', saw: true },
      ],
      because: 'Alice’s side has two of the three replicas, and goes on. Bob’s has one.',
    },
    {
      id: 'down',
      text: 'Nothing, and Alice gets nothing either: during a partition the whole service is down.',
      asserts: [{ operation: 'alice/2', ended: 'failed' }],
      misconception: 'M18',
      because: 'A and C still reach one another, and two of three are a majority. Only B’s side is out.',
      elsewhere: {
        world: world.byMajorityInThree,
        differs: 'A and C are cut off from one another as well, and no side has two',
      },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'draw',
    kind: 'place-partition',
    question:
      'A majority must answer for the feed. Draw a partition into two sides, at 405 ms, under which Alice’s post “rain” is refused by the replicas and Bob’s post “sun” is done.',
    hints: [
      'How many replicas must be on Bob’s side?',
      'A post needs two of the three. Refused means that Alice reaches a replica, and it reaches no other.',
      'Leave Alice with A. Put B, C and Bob on the other side.',
    ],
    variant: world.byMajorityUncut,
    most: 2,
    at: 405_000,
    goal: [
      { operation: 'alice/3', ended: 'failed' },
      { operation: 'bob/3', ended: 'ok' },
    ],
    says: ['Alice’s post “rain” is refused', 'Bob’s post “sun” is done'],
    solution: [
      ['alice', 'A'],
      ['B', 'C', 'bob'],
    ],
    decoys: [
      {
        sides: [
          ['alice', 'A', 'C'],
          ['B', 'bob'],
        ],
        because: 'Then A has the majority, and it is Bob who is refused.',
      },
      {
        sides: [['alice'], ['A', 'B', 'C', 'bob']],
        because:
          'Alice reaches no replica at all, so nobody refuses her: she waits in vain and does not know. In the theorem’s words her request was never received.',
      },
    ],
    reason:
      'Which side goes on is not a matter of who leads or who is important. It is the one that holds more than half, and the replicas on it can tell.',
  },
  {
    id: 'nobody',
    kind: 'place-partition',
    question:
      'And now nobody is to be able to post, though no replica has failed. Each person stays with their replica.',
    hints: [
      'How large is the largest side in which there is still no majority?',
      'A side may hold one replica, and not two. How many sides does that make?',
      'Three sides: Alice with A, Bob with B, and C.',
    ],
    variant: world.byMajorityUncut,
    most: 3,
    together: [
      ['alice', 'A'],
      ['bob', 'B'],
    ],
    at: 405_000,
    goal: [
      { operation: 'alice/3', ended: 'failed' },
      { operation: 'bob/3', ended: 'failed' },
    ],
    says: ['Alice’s post “rain” is refused', 'Bob’s post “sun” is refused'],
    solution: [['alice', 'A'], ['bob', 'B'], ['C']],
    decoys: [
      {
        sides: [
          ['alice', 'A', 'C'],
          ['bob', 'B'],
        ],
        because: 'A and C are two of three, and serve Alice.',
        misconception: 'M18',
      },
      {
        sides: [['alice', 'A', 'bob', 'B'], ['C']],
        because: 'C is gone, and A and B do not need it.',
      },
    ],
    reason:
      'A partition may have more than two sides. When none of them holds a majority, nobody may answer, and every machine is in perfect health.',
  },
  {
    id: 'behind',
    kind: 'stale-reads',
    question:
      'Posts are numbered, the last one is 0 at first, and whoever is asked answers. Alice is cut off from Bob and Carol. Mark the reads that are stale: those for which a newer post had begun and ended before they began.',
    hints: [
      'A read is stale by the posts that were finished before it began, wherever they were made.',
      'Alice cannot see what Bob posts on his side. Does that make her answer right?',
      'Post 1 is finished at 6 and post 2 at 36. Which reads begin after those, and return something older?',
    ],
    subject: world.twoFeeds,
    expects: [2, 7],
    reason:
      'Each side is stale about the other. That Bob and Carol are two, and Alice is one, makes their answers no truer: nobody asked who is in the majority.',
    notes: [
      {
        read: 4,
        because: 'Post 2 was not finished when Alice asked, at 22. Until then 1 is a lawful answer.',
      },
      {
        read: 6,
        because: 'Bob reads what he has posted himself, and nothing newer has been posted anywhere.',
        misconception: 'M11',
      },
      { read: 5, because: 'Carol is on Bob’s side of the cut, and has heard of his post.' },
    ],
  },
  {
    id: 'agree',
    kind: 'predict',
    question:
      'Whoever is asked answers, and A and B have each paid out 60. Each of them checked, in one atomic step on its own disk, that the balance would not fall below zero. The cut has been mended since. Is the account right?',
    hints: [
      'What is written on the disks, and what is in the pockets of Alice and Bob?',
      'A rule that holds on every disk says nothing yet about what happened between them.',
      'Two withdrawals of 60 were answered with yes. 100 − 60 − 60 is not 40.',
    ],
    variant: world.whoever,
    reason:
      'Every disk kept its rule at every moment, and the bank is 20 short. Consistency in ACID is about rules that data obey. Consistency in CAP is about answers: whether all of them together could have come from one account. It is the latter that failed.',
    options: [
      {
        id: 'right',
        text: 'Yes. No balance was ever below zero, and all replicas agree: it is consistent.',
        asserts: [{ property: 'nobody overdraws', holds: true }],
        misconception: 'M10',
        because: 'That is another consistency than the one that CAP speaks of.',
        elsewhere: { world: world.uncut, differs: 'the network is never cut' },
      },
      {
        id: 'short',
        text: 'No. 120 were paid out of 100, and no disk shows it.',
        asserts: [overdraws, { property: 'replicas agree', holds: true }],
        because: 'The replicas agree on a balance that cannot be explained by what they answered.',
      },
      {
        id: 'apart',
        text: 'No, and one can see it: two replicas that have parted never agree again.',
        asserts: [{ property: 'replicas agree', holds: false }],
        misconception: 'M12',
        because:
          'Once they can talk, each tells the others what it holds, and all keep the later version. They agree soon, and on too much.',
        elsewhere: { world: world.neverMended, differs: 'the network is never mended' },
      },
    ],
  },
  {
    id: 'last-writer',
    kind: 'predict',
    question:
      'During the cut Alice posted “rain” on her side, and Bob, later, “sun” on his. Both were told that it is done. Where two values meet the last writer wins. What does Alice read when the network has been whole again for a while?',
    hints: [
      'A register holds one value. What becomes of the other one?',
      'Versions are numbers: each side counts its own changes, and a tie goes to the later name.',
      '“rain” is the second version by A, “sun” the second version by B.',
    ],
    variant: world.whoever,
    reason:
      '“sun” wins the tie, and “rain” is dropped without a word to anybody. Eventual agreement did not lose it. The rule for merging did; another rule keeps both.',
    options: [
      {
        id: 'sun',
        text: '“sun” alone. “rain” is lost.',
        asserts: [{ operation: 'alice/4', saw: 'sun' }],
        because: 'Both are the second version. B’s name comes after A’s, and so B’s wins.',
      },
      {
        id: 'both',
        text: 'Both. What was acknowledged cannot be lost.',
        asserts: [{ operation: 'alice/4', saw: ['rain', 'sun'] }],
        misconception: 'M12',
        because:
          'An acknowledgement is worth what the rule behind it is worth. This one keeps a single value.',
        elsewhere: { world: world.bothKept, differs: 'where two values meet, both are kept' },
      },
      {
        id: 'rain',
        text: '“rain”. It was posted on the side with more replicas.',
        asserts: [{ operation: 'alice/4', saw: 'rain' }],
        because: 'Nobody counted sides when they answered, and nobody does when they merge.',
        elsewhere: {
          world: world.aliceTwice,
          differs: 'Alice posts twice on her side, so that “rain” is her third version',
        },
      },
    ],
  },
  {
    id: 'what-was-it',
    kind: 'diagnose',
    question:
      'A majority must answer. Bob asked B for 60 and was told, 460 ms later, that the leader does not answer. Which of these may have happened, as far as Bob can ever tell from his side of the run?',
    hints: [
      'What reaches Bob, and who sends it?',
      'B heard nothing from A. Which of these would have let it hear something?',
      'A no, or a yes, would have been an answer. All the others are the same silence.',
    ],
    variant: world.aloneCut,
    node: 'bob',
    worlds: [
      {
        id: 'cut',
        text: 'B was cut off from A and C.',
        world: world.aloneCut,
        because: 'What B passed on was lost.',
      },
      {
        id: 'crashed',
        text: 'A had crashed.',
        world: world.aloneCrashed,
        because: 'Nobody was there to answer. To B that is no different.',
      },
      {
        id: 'slow',
        text: 'Nothing was cut: the message to A took an hour.',
        world: world.aloneSlow,
        because: 'B gave up long before. A wait that is over is all that a partition ever is to those in it.',
        misconception: 'M2',
      },
      {
        id: 'one-way',
        text: 'Bob’s 60 were taken off the account, and only the answer was lost.',
        world: world.aloneOneWay,
        because: 'A did carry it out. What it sent to B did not arrive.',
        misconception: 'M18',
      },
      {
        id: 'no-money',
        text: 'Alice had taken 60 before him.',
        world: world.aloneTooLate,
        because: 'Then he would have had an answer: no. That is not an error, and not silence.',
      },
    ],
    reason:
      'Four of these are one and the same to Bob. “Partition” is not something a machine observes. It observes that it has waited, and has to decide.',
  },
] satisfies Authored<Question>[];
