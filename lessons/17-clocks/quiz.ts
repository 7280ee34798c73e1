/** The opening bet and the questions of recall. The runs are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

const bobSaw = (saw: string) => [{ operation: 'bob/1', saw }];

export const bet = {
  id: 'bet',
  kind: 'predict',
  question:
    'B’s clock is 120 ms behind; A’s is right. Alice switches the lamp on at A and hears “done”. 60 ms after the first call she makes the second: off, at B, which has had the news from A by then. She hears “done” again. A while later Bob looks at B. What does he see?',
  hints: [
    'What does each replica write beside the value?',
    'The store keeps the later stamp. It has never promised to keep the later write.',
    'A stamps “on” with 420 ms. When “off” reaches B it is 480 ms; what does B’s clock read?',
  ],
  variant: world.behind,
  reason:
    'B stamps “off” with 360 ms, since that is what its clock reads. The stamp of “on” is 420 ms, and the later stamp stays. Both writes were acknowledged.',
  options: [
    {
      id: 'off',
      text: 'Off. It was switched off last, and the last writer wins.',
      asserts: bobSaw('off'),
      misconception: 'M6',
      because:
        'The last writer by the clocks wins. Two clocks order two events rightly only if they are no further apart than the events.',
      elsewhere: { world: world.right, differs: 'B’s clock is right' },
    },
    {
      id: 'on',
      text: 'On. The write that B acknowledged is gone.',
      asserts: bobSaw('on'),
      because: 'By B’s clock “off” is 60 ms older than the “on” that it holds already.',
    },
    {
      id: 'apart',
      text: 'Off at B; but A still has “on”, and the two never agree.',
      asserts: [
        { operation: 'bob/1', saw: 'off' },
        { property: 'replicas agree', holds: false },
      ],
      because: 'They agree soon, as the rule is the same on both. They agree on the wrong one.',
      elsewhere: {
        world: world.offlineAndRight,
        differs: 'B’s clock is right, and the replicas are cut off from one another',
      },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'set-by-the-server',
    kind: 'predict',
    question:
      'B’s clock is exactly right, and so is the time server’s. B’s question takes 90 ms to the server, the answer takes 10 ms back, and B steps by what it finds. Where is B’s clock now?',
    hints: [
      'B knows when it asked, when the answer came, and what the server’s clock read in between.',
      'B has to guess when, between asking and hearing, the server looked at its clock. It takes the middle.',
      'The middle of 100 ms is 50. The server looked after 90. B thinks that it is behind by the difference.',
    ],
    variant: world.madeWrong,
    reason:
      'The error is half of what the one way takes longer than the other: (90 − 10) / 2 = 40 ms. It was right before it asked.',
    options: [
      {
        id: 'right',
        text: 'Right. An exchange takes out whatever the messages took.',
        asserts: [{ outcome: 'A +0 ms, B +0 ms' }],
        misconception: 'M25',
        because: 'It takes out the round trip, by halving it. That is right when both ways take the same.',
        elsewhere: { world: world.madeRight, differs: 'both ways take 50 ms' },
      },
      {
        id: 'forty',
        text: '40 ms ahead.',
        asserts: [{ outcome: 'A +0 ms, B +40 ms' }],
        because: 'Half of 80.',
      },
      {
        id: 'eighty',
        text: '80 ms ahead.',
        asserts: [{ outcome: 'A +0 ms, B +80 ms' }],
        because: 'The two ways differ by 80 ms; the error is half of that.',
        elsewhere: { world: world.twiceAsWrong, differs: 'the question takes 170 ms, and not 90' },
      },
    ],
  },
  {
    id: 'which-world',
    kind: 'diagnose',
    question:
      'You are B. You ask at 200 ms by your clock, and have the answer at 300. The server’s clock read 290. In which of these worlds could you be?',
    hints: [
      'All you have is four readings, two of them by somebody else’s clock.',
      'A question that takes longer and a server that is further ahead look the same at the server’s end. At your end they have to make up for it.',
      'Ahead by d, the server reads 200 + there + d, and there + back is 100. So d is 90 less the way there.',
    ],
    variant: world.crookedWay,
    node: 'B',
    worlds: [
      {
        id: 'crooked',
        text: 'Your clock is right. The question took 90 ms, the answer 10.',
        world: world.crookedWay,
        because: '200 + 90 = 290, and 10 ms later you hear of it.',
      },
      {
        id: 'behind',
        text: 'You are 40 ms behind the server. Both ways took 50 ms.',
        world: world.behindByForty,
        because: '200 + 50 + 40 = 290. This is the one that you would assume.',
        misconception: 'M25',
      },
      {
        id: 'ahead',
        text: 'You are 5 ms ahead of the server. The question took 95 ms, the answer 5.',
        world: world.aheadByFive,
        because: '200 + 95 − 5 = 290.',
      },
      {
        id: 'right',
        text: 'Your clock is right. Both ways took 50 ms.',
        world: world.rightAndStraight,
        because: 'Then the server’s clock would have read 250.',
      },
      {
        id: 'sixty',
        text: 'You are 60 ms behind the server. The question took 45 ms, the answer 55.',
        world: world.behindBySixty,
        because: 'Then the server’s clock would have read 305.',
      },
    ],
    reason:
      'Your error may be anything from 10 ms ahead to 90 behind: the 40 that you compute, give or take half the round trip. Asking again over the same ways tells you nothing more.',
  },
  {
    id: 'how-long',
    kind: 'predict',
    question:
      'B’s clock is 200 ms ahead. B notes the time, waits for 100 ms, and notes it again; in between, the time server has answered and B has stepped its clock. What does it get for the difference?',
    hints: [
      'How far does the step move the clock, and which way?',
      'A difference of two readings is a duration only if nobody has moved the clock between them.',
      '100 ms have passed, and the clock was put back by 200.',
    ],
    variant: world.negative,
    reason:
      '100 − 200 = −100 ms. The clock on the wall answers “what time is it”. “How long did it take” is another question, and another clock has the answer.',
    options: [
      {
        id: 'hundred',
        text: '100 ms.',
        asserts: [{ operation: 'B/1', saw: { wallUs: 100_000, monotonicUs: 100_000 } }],
        misconception: 'M26',
        because: 'So says the monotonic clock, which nobody sets. The wall clock was put back meanwhile.',
        elsewhere: { world: world.unwatched, differs: 'B asks nobody, and its clock stays wrong' },
      },
      {
        id: 'negative',
        text: '−100 ms.',
        asserts: [{ operation: 'B/1', saw: { wallUs: -100_000, monotonicUs: 100_000 } }],
        because: 'It ended before it began.',
      },
      {
        id: 'long',
        text: '300 ms.',
        asserts: [{ operation: 'B/1', saw: { wallUs: 300_000, monotonicUs: 100_000 } }],
        because: 'The step goes the other way: a clock that is ahead is put back.',
        elsewhere: { world: world.longer, differs: 'B’s clock is 200 ms behind, and not ahead' },
      },
    ],
  },
  {
    id: 'stamps',
    kind: 'fill-clocks',
    question:
      'A’s clock is right, B’s is 7 behind, C’s is 5 behind. A takes “on” at a1 and tells B; B takes “off” at b2 and tells C. Fill in the hybrid stamps. Each lane shows what the node’s own wall clock reads.',
    hints: [
      'Begin with b1. What is the largest wall clock that B has heard of there, its own included?',
      'l is that largest reading. c is one more than the c that l came with, and 0 where l is the node’s own clock’s.',
      'b1 goes on from a1: l stays 11, and c becomes 1. At c1 nobody has told C anything yet.',
    ],
    reason:
      '“off” has the stamp 11, 2 and “on” has 11, 0: B’s clock was behind when it took “off”, and the later write has the later stamp all the same. c3 is where a clock overtakes what it has heard, and c begins again.',
    clock: 'hlc',
    nodes: ['A', 'B', 'C'],
    events: [
      { id: 'a1', node: 'A', kind: 'send', message: 'on', wallMs: 11 },
      { id: 'b1', node: 'B', kind: 'receive', message: 'on', wallMs: 5 },
      { id: 'b2', node: 'B', kind: 'local', wallMs: 6 },
      { id: 'c1', node: 'C', kind: 'local', wallMs: 8 },
      { id: 'b3', node: 'B', kind: 'send', message: 'off', wallMs: 7 },
      { id: 'c2', node: 'C', kind: 'receive', message: 'off', wallMs: 10 },
      { id: 'c3', node: 'C', kind: 'local', wallMs: 14 },
    ],
    given: ['a1'],
    worked: [
      [11, 0],
      [11, 1],
      [11, 2],
      [8, 0],
      [11, 3],
      [11, 4],
      [14, 0],
    ],
  },
  {
    id: 'how-often',
    kind: 'tune',
    question:
      'B’s clock loses 30 ms in every second, hundreds of times what a real one does, so that there is something to see; and the answer takes 40 ms longer than the question. In eleven rooms, one after the other, Alice switches a lamp on at A, and 50 ms later Bob switches it off at B. See to it that no write is lost, and that B asks for the time as rarely as that allows.',
    hints: [
      'Run it as it stands, and look at B’s dial. Does its error ever come to an end?',
      'Each step leaves 20 ms, half of the asymmetry; after that the clock runs away until the next. The two together have to stay under 50.',
      '30 ms are left for drift, and B drifts 30 ms a second. A slew of 500 ppm gives back half a millisecond a second: let B step, and ask a little more often than once a second.',
    ],
    variant: world.household,
    knobs: ['discipline', 'poll', 'slew'],
    goal: [
      { property: 'no acknowledged write is lost', holds: true },
      { count: { type: 'sent', kind: 'ask', from: 'B' }, atMost: 3 },
    ],
    says: ['no acknowledged write is lost', 'B asks at most three times'],
    solution: { poll: 900, discipline: 'step' },
    decoys: [
      {
        knobs: { poll: 200, discipline: 'slew', slew: 500 },
        because: 'B bends its clock by half a millisecond a second, and loses thirty.',
      },
      { knobs: { poll: 300, discipline: 'step' }, because: 'That is safe, and more than was needed.' },
      {
        knobs: { poll: 1500, discipline: 'step' },
        because: 'A second and a half of drift is 45 ms, and the exchange left 20.',
      },
      {
        knobs: { poll: 900, discipline: 'ntpd' },
        because: 'Up to 128 ms it slews, as the daemon does, and here a slew is too slow.',
        misconception: 'M25',
      },
      {
        knobs: { poll: 900, discipline: 'watch' },
        because: 'B knows of its error, and does nothing about it.',
      },
    ],
    reason:
      'How wrong a clock can be is what the last exchange left, and its drift since. Asking more often buys down the second part only. The first can be bought down with a shorter way to the server, and no setting of B’s does that.',
  },
] satisfies Authored<Question>[];
