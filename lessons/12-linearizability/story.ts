/** The run the beats tell: a write that is done, and a reader who does not see it. */

import type { Authored, LessonData } from '#/scenarios';
import { ownCopy, throughTheLeader } from './worlds';

export default {
  variant: ownCopy,
  beats: [
    {
      until: { type: 'invoked', node: 'alice' },
      caption:
        'Alice asks A to write 1. Her operation begins here, and so does its bar on the tape. When it will take effect, nobody outside can say yet.',
    },
    {
      until: { type: 'persisted', node: 'A' },
      caption:
        'A writes 1 to its disk. Two messages leave: the answer to Alice, and the news to B. They do not take the same time.',
    },
    {
      until: { type: 'completed', node: 'alice' },
      caption:
        'Alice hears that it is done, and her bar ends. If this is one register, then it took effect somewhere along the bar, and whoever asks from now on reads 1.',
    },
    {
      until: { type: 'completed', node: 'bob' },
      caption:
        'Bob has asked B, and B has answered from its own copy: 0. His bar begins after Alice’s has ended. There is no moment along it at which a single register would have said 0.',
    },
    {
      until: { type: 'delivered', kind: 'replicate' },
      caption: 'Now the news reaches B. B did nothing wrong: it said what it had.',
    },
    {
      until: { type: 'completed', node: 'bob', nth: 2 },
      caption:
        'Bob’s second read returns 1. Everything agrees from here on, and the history stays broken: what was answered was answered.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  leader: {
    left: ownCopy,
    right: throughTheLeader,
    differs: 'B passes reads on to the leader',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
