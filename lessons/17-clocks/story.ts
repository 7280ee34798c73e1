/** The run the beats tell: everybody does as they should, and an acknowledged write is gone. */

import type { Authored, LessonData } from '#/scenarios';
import { behind, hybrid } from './worlds';

export default {
  variant: behind,
  beats: [
    {
      until: { type: 'persisted', node: 'A' },
      caption:
        'Alice has switched the lamp on. A stamps the write with what its clock reads, 420 ms, and keeps it. The news of it sets out to B.',
    },
    {
      until: { type: 'completed', op: 'alice/1' },
      caption: 'Alice hears that it is done. Nothing is open any more: whatever she does next comes later.',
    },
    {
      until: { type: 'persisted', node: 'B' },
      caption:
        'The news reaches B, which now holds “on” as well, with A’s stamp. B’s own clock reads 340 ms. It has just heard of something that will happen in 80 ms.',
    },
    {
      until: { type: 'delivered', kind: 'write', to: 'B' },
      caption:
        'Alice’s “off” reaches B, 60 ms after “on” reached A. B stamps it with what its clock reads: 360 ms. That is earlier than 420, and so B keeps “on”.',
    },
    {
      until: { type: 'completed', op: 'alice/2' },
      caption: 'B has answered “done”, and Alice believes it. The store has followed its rule to the letter.',
    },
    {
      until: { type: 'completed', op: 'bob/1' },
      caption:
        'Bob looks: on. The replicas agree, no message was lost, nobody crashed, and no error was reported anywhere.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  stamps: {
    left: behind,
    right: hybrid,
    differs: 'writes are stamped by a hybrid logical clock',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
