/** Two reads that run backwards in time. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

export default {
  id: 'backwards',
  title: 'Make time run backwards',
  goal: 'Make a run in which Alice’s read returns 1, and Bob’s second read, which begins after hers has ended, still returns 0. Then look at the strip: which models does such a history still satisfy?',
  hints: [
    'Look at what is on its way between A and B while Alice reads. What would Bob’s replica have to miss?',
    'B answers with what it has heard. It must not have heard of the write when Bob asks for the second time, at 300 ms.',
    'While the news is on the link between A and B, choose it and delay it by 200 ms; or cut the link. Then play to the end.',
  ],
  target: {
    checks: [
      { operation: 'alice/2', saw: 1 },
      { operation: 'bob/2', saw: 0 },
      { property: 'linearizable', holds: false },
    ],
  },
  solution: [world.newsHeldUp],
  decoys: [
    {
      variant: world.newsALittleLate,
      why: 'The news comes at 230 ms, and Bob asks for the second time at 300.',
    },
    {
      variant: world.newsHeldUpThroughTheLeader,
      why: 'B passes the read on, and what B has heard does not matter.',
    },
    {
      variant: world.crashBeforeTheAnswer,
      why: 'Bob reads 0 twice, but so would Alice: her leader is down, and she reads nothing.',
    },
  ],
} satisfies Authored<Challenge>;
