/** The opening bet and the questions of recall. Runs are the answer key. */

import type { Authored, Question } from '#/scenarios';
import { answered, before, during, errors, later, of } from './measures';
import * as world from './worlds';

const asked = (is: number) => ({ count: { type: 'sent', kind: 'request', to: 'database' }, is }) as const;

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'The database is slow from 6 s to 16 s, and then as fast as before. Users make 50 calls a second throughout. What do they get from 18 s on?',
  hints: [
    'What waits in the queues at 16 s, and how long has it waited?',
    'From then on the database can do 83 requests a second. How many will it be asked for?',
    'Each tier asks three times before it gives up. Count what reaches the database for every call.',
  ],
  variant: world.collapse,
  reason:
    'The database works without a pause, on requests whose callers gave up long ago. Each of those is sent again, and so there are always enough of them to keep it busy. What began it is over, and what keeps it going is not.',
  options: [
    {
      id: 'at-once',
      text: 'Answers, all of them. What was slow is fast again, and the queues are short.',
      asserts: [answered(of(18, 24), { atLeast: 45 })],
      because:
        'That is what happens when nobody asks twice. Then the database has more time than it is asked for.',
      elsewhere: { world: world.noRetries, differs: 'nobody asks again' },
    },
    {
      id: 'slowly',
      text: 'For some seconds few answers, until the queues are empty; then all of them.',
      asserts: [answered(of(18, 24), { atMost: 30 }), answered(of(27, 38), { atLeast: 45 })],
      misconception: 'M22',
      because: 'A queue empties when less comes than goes. Here more comes: the same calls, several times.',
      elsewhere: {
        world: world.longQueue,
        differs: 'retries have a budget, and three times as many may wait in each queue',
      },
    },
    {
      id: 'never',
      text: 'Nothing, to the end of the run, twenty seconds later.',
      asserts: [answered(of(18, 24), { atMost: 0 }), answered(later, { atMost: 0 })],
      because: 'And the database is at work all the time.',
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'how-many',
    kind: 'predict',
    question:
      'It is night, and one user makes one call. The database answers nothing at all. Web, orders and stock each try three times, and the user, who hears nothing, tries a second time. How often is the database asked?',
    hints: [
      'Who makes orders ask stock again: orders alone?',
      'For each try of web there is a request at orders, and for each of those three at stock.',
      'Two, times three, times three, times three.',
    ],
    variant: world.aloneTwice,
    reason:
      'Attempts multiply, tier by tier, and come together at the last one, which is the one in trouble. In every file of settings one reads a two or a three. The product is written nowhere.',
    options: [
      {
        id: 'two',
        text: 'Twice: once for each try of the user.',
        asserts: [asked(2)],
        misconception: 'M3',
        because: 'Then nobody between would have tried again.',
        elsewhere: { world: world.aloneOnceEach, differs: 'no tier retries' },
      },
      {
        id: 'sum',
        text: '27 times.',
        asserts: [asked(27)],
        because: 'That is three tiers with three tries each. The user, too, is one who tries again.',
        elsewhere: { world: world.aloneUnanswered, differs: 'the user tries once' },
      },
      {
        id: 'product',
        text: '54 times.',
        asserts: [asked(54)],
        because: 'Two, times three, times three, times three.',
      },
      {
        id: 'more',
        text: '81 times.',
        asserts: [asked(81)],
        because: 'The user makes two attempts, not three.',
        elsewhere: { world: world.aloneThrice, differs: 'the user tries three times' },
      },
    ],
  },
  {
    id: 'fail-fast',
    kind: 'predict',
    question:
      'Somebody sets every time-out from 400 ms to 60, to fail fast. The database is well, and users make 50 calls a second, half of which take less than 30 ms. How many of them fail in the seconds that follow?',
    hints: [
      'One call in ten takes longer than 60 ms by chance. What happens to it now?',
      'It is asked for again, and the first request stays in the queue.',
      'A little more load makes a few more calls take longer than 60 ms, and each of those makes more load.',
    ],
    variant: world.impatient,
    reason:
      'The circle needs no trigger from outside when patience is shorter than what waiting sometimes takes. A time-out stands between the times that are usual and the times that nobody wants; this one stands among the usual.',
    options: [
      {
        id: 'none',
        text: 'Next to none. The few that are late are asked for again, and that is what retries are for.',
        asserts: [errors(before, { atMost: 0.01 })],
        misconception: 'M3',
        because: 'Each retry is a request more for the same database, and none is taken back.',
        elsewhere: { world: world.healthy, differs: 'the time-outs stay at 400 ms' },
      },
      {
        id: 'few',
        text: 'One in ten or so: those that happen to take longer.',
        asserts: [errors(before, { atLeast: 0.05, atMost: 0.15 })],
        because: 'So it is if nobody asks again.',
        elsewhere: { world: world.impatientOnce, differs: 'no tier retries' },
      },
      {
        id: 'most',
        text: 'Most of them.',
        asserts: [errors(before, { atLeast: 0.5 })],
        because: 'Within two seconds the database is doing nothing but work that has been given up.',
      },
    ],
  },
  {
    id: 'what-was-it',
    kind: 'diagnose',
    question:
      'At night one user’s call has failed: web says, after more than a second, that it cannot tell what became of it. Which of these may have happened, as far as the user can ever know?',
    hints: [
      'What reaches the user, and when?',
      'Web has waited three times for 400 ms. What did it wait for, and could it see why nothing came?',
      'Being turned away is an answer, and it comes at once. All the others are the same silence.',
    ],
    variant: world.aloneUnanswered,
    node: 'users',
    worlds: [
      {
        id: 'lost',
        text: 'The database did what it was asked to, 27 times, and its answers were lost.',
        world: world.aloneUnanswered,
        because: 'Web hears nothing, and nothing it hears could tell it how often something was done.',
        misconception: 'M1',
      },
      {
        id: 'crashed',
        text: 'The database had crashed, and did nothing.',
        world: world.aloneCrashed,
        because: 'Whoever asks a crashed machine waits as long as whoever asks a slow one.',
      },
      {
        id: 'slow',
        text: 'The database took some three seconds for it, and did it.',
        world: world.aloneSlow,
        because: 'The answer came when nobody was waiting for it.',
        misconception: 'M2',
      },
      {
        id: 'full',
        text: 'Web had no room for it.',
        world: world.aloneFull,
        because: 'Then the call is turned away at once, and certainly has not been done.',
      },
    ],
    reason:
      'A failure from above says that somebody stopped waiting. It does not say that something failed below, nor that it was not done; and so whoever tries again may well do it again.',
  },
  {
    id: 'longer-queue',
    kind: 'predict-chart',
    question:
      'Retries have a budget. So that fewer people are turned away, somebody makes room for 150 in each queue instead of 50. The database is slow from 6 s to 16 s. Which of these is the goodput, the calls that are answered in a second?',
    hints: [
      'How many wait at the database at 16 s, and how long ago were they sent?',
      'Until the queue is short, everything in it is too old. How fast does it get shorter?',
      'Some 67 requests a second come, with those of the budget, and 83 a second go. From 150 down to a length that one can wait through takes some seconds.',
    ],
    variant: world.longQueue,
    measure: 'goodput',
    reason:
      'The queue empties, for less comes than goes. But it has to be worked off from the front, and all of that work is for nobody. Three times the room is three times as long to be well again.',
    options: [
      {
        id: 'room-50',
        world: world.withBudget,
        differs: 'there is room for 50',
        because: 'A short queue is worked off soon. The longer one takes longer, and nobody is helped by it.',
        misconception: 'M22',
      },
      {
        id: 'here',
        world: world.longQueue,
        because: 'Eight seconds more without an answer is what the room has bought.',
      },
      {
        id: 'no-budget',
        world: world.longQueueUnlimited,
        differs: 'retries have no budget',
        because: 'Without a budget more comes than goes, whatever the room.',
      },
      {
        id: 'last-first',
        world: world.longQueueLastFirst,
        differs: 'whoever came last is next',
        because: 'The old are passed over then, and so the length of the queue does not matter.',
      },
    ],
  },
  {
    id: 'room',
    kind: 'tune',
    question:
      'Nobody asks again here, and whoever came first is next. How much room should each queue have, so that the slow seconds are survived and nobody is turned away while all is well?',
    hints: [
      'With much room everybody waits too long. With little, who is turned away?',
      'Little’s law: with n waiting and 28 done a second, one waits for n/28 of a second. Stock waits for 0.4 of a second, the work included.',
      'Somewhere below 11. Try 6.',
    ],
    variant: world.noRetries,
    knobs: ['room'],
    goal: [errors(before, { atMost: 0.01 }), answered(during, { atLeast: 20 })],
    says: [
      'from 1 s to 6 s at most one call in a hundred fails',
      'from 7 s to 16 s at least 20 calls a second are answered',
    ],
    solution: { room: 6 },
    decoys: [
      { knobs: { room: 0 }, because: 'Without a queue one is turned away whenever the database is busy.' },
      {
        knobs: { room: 2 },
        because: 'Two places are too few for the crowds that chance makes of 50 calls a second.',
      },
      {
        knobs: { room: 20 },
        because: 'Whoever is twentieth waits for 0.7 of a second, and nobody waits that long for them.',
      },
      {
        knobs: { room: 150 },
        because: 'More room, more waiting: a queue does not make the database faster.',
        misconception: 'M22',
      },
    ],
    reason:
      'A queue is for crowds that pass. It should hold what can still be done in time, and no more: the rate at which work is done, times the patience of those who wait.',
  },
] satisfies Authored<Question>[];
