/** The opening bet and the questions of recall. Runs are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'S1 leads. It stores Alice’s “red”; S2 and S3 store it, too, and S4 and S5 miss it. S1 answers Alice and crashes before it has told anybody that the entry is committed. Of the four that are left S4 is the first whose time-out runs out. Later Bob asks for the value, which was 0 at first. What does he read?',
  hints: [
    'What does S4 need in order to lead, and from whom could it come?',
    'A vote is asked for with what the candidate has in its log. S2 and S3 can compare.',
    'S4 can have its own vote and that of S5. Three of five are needed.',
  ],
  variant: world.behind,
  reason:
    'A server refuses its vote to anybody whose log is behind its own. An entry that a majority has, and that was committed so, is in the way of everybody who lacks it: they cannot find a majority without asking one who has it.',
  options: [
    {
      id: 'nothing',
      text: '0. S4 was first and leads, and its log does not have the entry.',
      asserts: [{ operation: 'bob/1', saw: 0 }],
      because: 'Being first is not enough. S2 and S3 have more in their logs than S4, and refuse.',
      elsewhere: {
        world: world.anyLogWins,
        differs: 'servers vote for whoever asks first, without comparing logs',
      },
    },
    {
      id: 'red',
      text: '“red”. Somebody who has the entry is elected.',
      asserts: [
        { operation: 'bob/1', saw: 'red' },
        { count: { type: 'persisted', node: 'S4', key: 'led' }, is: 0 },
      ],
      because: 'S4 gets two votes, and the next to stand is S3.',
    },
    {
      id: 'silence',
      text: 'He gets no answer. Only S1 knew what was committed, so the others must wait for it.',
      asserts: [{ operation: 'bob/1', ended: 'unknown' }],
      misconception: 'M17',
      because:
        'What S1 knew can be found out again. The entry is on two of the four disks that are left, and three servers are enough.',
      elsewhere: { world: world.threeDown, differs: 'S2 and S3 crash as well, and two of five are left' },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'one-write',
    kind: 'order',
    question: 'No fault, one leader, one write. Put these in an order in which they can happen.',
    hints: [
      'When may S1 say that an entry is committed?',
      'It answers after a majority has stored the entry. How do the others hear that it is committed?',
      'Store, send, store there, acknowledge, answer; and with a later message, “committed up to 2”.',
    ],
    variant: world.uncut,
    events: [
      {
        id: 'stores',
        text: 'S1 writes “red” to its log.',
        when: { type: 'persisted', node: 'S1', key: 'log', nth: 2 },
      },
      {
        id: 'follows',
        text: 'S2 writes “red” to its log.',
        when: { type: 'persisted', node: 'S2', key: 'log', nth: 2 },
      },
      {
        id: 'acknowledged',
        text: 'S1 hears that S2 has stored it.',
        when: { type: 'delivered', from: 'S2', to: 'S1', kind: 'Appended', message: 6 },
      },
      { id: 'answered', text: 'Alice is told that it is done.', when: { type: 'completed', op: 'alice/1' } },
      {
        id: 'heard',
        text: 'S2 hears that it is committed.',
        when: { type: 'delivered', from: 'S1', to: 'S2', kind: 'AppendEntries', message: 7 },
      },
    ],
    reason:
      'The answer to Alice and the news to S2 may come in either order: neither waits for the other. A client can know that an entry is committed before all but one of the servers do.',
  },
  {
    id: 'old-leader',
    kind: 'predict',
    question:
      'S1 and S2 are cut off with Alice at 850 ms. Beyond the cut S4 is elected, and by 1.4 s Bob has written “blue”. At 1.5 s Alice asks S1, which still takes itself for the leader, for the value. At 1.9 s the network is mended. What does she get?',
    hints: [
      'Can S1 tell, by itself, that nobody else has been elected?',
      'It can ask. Before it answers a read it waits for a round of heartbeats to be answered by a majority.',
      'Behind the cut that round never ends. Afterwards S1 learns of term 2.',
    ],
    variant: world.asksOldLeader,
    reason:
      'To lead is not to know that one leads now. S1 led term 1 rightly, and nothing told it that term 2 had begun. So it must not trust its own word, not even for a read.',
    options: [
      {
        id: 'at-once',
        text: '“red”, at once. There is one leader, and it has the latest value.',
        asserts: [{ operation: 'alice/2', saw: 'red' }],
        misconception: 'M15',
        because:
          'There are two leaders at that moment, of different terms, and the older one’s value is stale.',
        elsewhere: {
          world: world.oldLeaderAnswers,
          differs: 'a leader answers reads without asking anybody',
        },
      },
      {
        id: 'later',
        text: 'Nothing while the cut lasts; then “blue”.',
        asserts: [{ operation: 'alice/2', saw: 'blue' }],
        because: 'S1 keeps her waiting, steps down when it hears of term 2, and she is sent on to S4.',
      },
      {
        id: 'never',
        text: 'Nothing: she gives up after 700 ms, and does not know.',
        asserts: [{ operation: 'alice/2', ended: 'unknown' }],
        because: 'The network is whole again after 400 ms, and she asks again every 200.',
        elsewhere: { world: world.asksInVain, differs: 'the network is not mended' },
      },
    ],
  },
  {
    id: 'four-of-five',
    kind: 'predict',
    question:
      'S1 has led term 1 and given “red” to S2 alone. S5 has led term 2 and put an empty entry of its own in that place. Now S1 leads term 3. It copies “red” to S3 and S4, so that four of five have it, and its own first entry of term 3 has come to S2 only. It crashes, and S5 comes back. Alice has given up long ago and asks nobody again. What does Bob read at the end?',
    hints: [
      'Whose logs does S5 have to be compared with, and what is compared first?',
      'The term of the last entry decides, and the length only after that. S3 and S4 end with an entry of term 1.',
      'S5 ends with an entry of term 2. It gets the votes of S3 and S4, and makes their logs like its own.',
    ],
    variant: world.givenUp,
    reason:
      'Four disks of five had it, and it was not committed: a server without it could still be elected. Had the entry of term 3 reached a majority, S5 could not have been. That is why a leader counts only entries of its own term, and commits older ones along with them.',
    options: [
      {
        id: 'red',
        text: '“red”. A majority has it, so it is committed.',
        asserts: [{ operation: 'bob/1', saw: 'red' }],
        misconception: 'M16',
        because:
          'A majority of disks is not yet a majority of votes that one can rely on. S5 needs three, and gets them.',
        elsewhere: {
          world: world.goesOn,
          differs: 'S1 does not crash again, and its entry of term 3 comes to a majority',
        },
      },
      {
        id: 'nothing',
        text: '0. The entry is overwritten.',
        asserts: [{ operation: 'bob/1', saw: 0 }],
        because: 'S5 is elected, and Alice had been promised nothing.',
      },
      {
        id: 'no-leader',
        text: 'No answer. S5 lacks an entry that a majority has, and so nobody votes for it.',
        asserts: [{ operation: 'bob/1', ended: 'unknown' }],
        because:
          'What is compared is the last entry, its term first. By that measure S5 is ahead of S3 and S4.',
        elsewhere: { world: world.twoLeft, differs: 'S5 does not come back, and S4 crashes as well' },
      },
    ],
  },
  {
    id: 'figure-7',
    kind: 'fill-log',
    stage: 'raft-figure-7',
    question:
      'Figure 7: the one called leader has just been elected in term 8, with these logs, and sends everybody its first entry of that term. What is in the logs of d and f when d has stored it?',
    hints: [
      'With a new entry goes the place and the term of the one before it. Which of the two has that one?',
      'The entry before is the tenth, of term 6. Whoever has it puts the new one behind it, in place of what may stand there; whoever has not says no.',
      'd has the tenth of term 6: its two of term 7 go. f has one of term 3 there, and refuses: so far nothing of its own has changed.',
    ],
    variant: {},
    shown: { type: 'persisted', node: 'leader', key: 'led' },
    at: { type: 'persisted', node: 'd', key: 'log', nth: 2 },
    when: 'd has the first entry of term 8',
    nodes: ['d', 'f'],
    entries: 12,
    worked: {
      d: { terms: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 8] },
      f: { terms: [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3] },
    },
    decoys: [
      {
        rows: { d: { terms: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7] } },
        because:
          'd has more, and has not voted for this leader; but whoever leads the term says what comes next in the log. The two entries of term 7 were never on four of seven, and make way.',
        elsewhere: { none: 'whoever follows takes on the log of the leader.' },
      },
      {
        rows: { f: { terms: [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 8] } },
        because:
          'f would then have an entry of term 8 after one of term 3, and the leader has it after one of term 6. It is to rule this out that each message names the entry before.',
        elsewhere: { none: 'two logs that have the same entry in one place are the same up to there.' },
      },
      {
        rows: { f: { terms: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 8] } },
        because:
          'f will have that, and not yet. The leader does not know where the log of f parts from its own; it goes back as f refuses, and sends the rest then.',
        elsewhere: { none: 'the leader hears of what f lacks from the answers of f alone.' },
      },
    ],
    reason:
      'A leader never changes its own log but to add to it, and a follower stores an entry only after the same one that the leader has before it. So the logs grow equal from the front, and a log that matches in its last entry matches in all.',
  },
  {
    id: 'what-became',
    kind: 'diagnose',
    question:
      'Alice has written “red” and been answered. Then she asks for “green”, hears nothing from anybody for 700 ms, and gives up. What may have happened, as far as she can tell?',
    hints: [
      'What does she send, to whom, and what would come back in each of these?',
      'She asks one server after another. One that is up, hears her and can answer says at least who leads.',
      'If a single server could send her a hint, she would have seen it.',
    ],
    variant: world.aliceCut,
    node: 'alice',
    worlds: [
      {
        id: 'cut',
        text: 'She was cut off from all five.',
        world: world.aliceCut,
        because: 'Nothing of hers arrives, and nothing comes back.',
      },
      {
        id: 'deaf',
        text: '“green” was stored, committed and applied, and every answer to her was lost.',
        world: world.aliceDeaf,
        misconception: 'M1',
        because: 'All five have it. Consensus is between servers; she is still at the end of a link.',
      },
      {
        id: 'down',
        text: 'All five had crashed.',
        world: world.allDown,
        because: 'From where she is that is the same silence.',
      },
      {
        id: 'two',
        text: 'She was cut off together with S1 and S2.',
        world: world.cutWithTwo,
        because: 'Then S2 would have told her that it is not the leader.',
      },
      {
        id: 'leader',
        text: 'S1 alone had crashed.',
        world: world.leaderGone,
        because: 'The others elect somebody, and she is answered.',
      },
    ],
    reason:
      'A cluster that agrees on one log does not do away with the oldest question of all. Her call carries a number, so that she may safely ask again.',
  },
  {
    id: 'into-figure-8',
    kind: 'adversary',
    question:
      'Reach Figure 8. S1 comes back in this run, leads term 3 and sends “red” on to S3 and S4; left alone it is soon committed. S5 is down, with another entry in that place. Let S4 store “red”, and let it be overwritten all the same: at the end Bob reads 0.',
    hints: [
      'What does S1 have besides “red”, and to whom must that not come?',
      'Its first entry of term 3 is what protects “red”. It goes to S3 and S4 only after they have said that they have “red”.',
      'Play to 1.23 s, when S3 and S4 store “red”. Crash S1 before it hears of that, restart S5, and play to the end.',
    ],
    variant: world.beforeFigure8,
    goal: [
      {
        earlier: { type: 'persisted', node: 'S4', key: 'log', nth: 2 },
        later: { type: 'persisted', node: 'S5', key: 'led', nth: 2 },
      },
      { operation: 'bob/1', saw: 0 },
    ],
    solution: world.intoFigure8,
    decoys: [world.crashedTooSoon, world.crashedTooLate, world.goesOn],
    reason:
      'A few milliseconds decide. Before the entry of term 3 is on a majority, S5 can be elected and everything in its way goes; after, nobody votes for S5 any more. A leader may say “committed” only after.',
  },
] satisfies Authored<Question>[];
