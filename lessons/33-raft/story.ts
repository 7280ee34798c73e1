/** The run the beats tell: an election and a write step by step, and the election after which the write is still there. */

import type { Authored, LessonData } from '#/scenarios';
import { behind, byCounting, ownTerm } from './worlds';

export default {
  variant: behind,
  beats: [
    {
      until: { type: 'sent', kind: 'RequestVote' },
      caption:
        'Nobody leads yet. Each server has drawn a time-out between 150 and 300 ms; that of S1 was the shortest. It begins term 1, votes for itself, writes both to its disk, and asks the others for their votes.',
    },
    {
      until: { type: 'persisted', node: 'S1', key: 'led' },
      caption:
        'Each server has one vote a term, and gives it to the first who asks. S1 has its own and two more: three of five. It leads term 1. Its first entry says nothing, and goes to everybody.',
    },
    {
      until: { type: 'persisted', node: 'S1', key: 'log', nth: 2 },
      caption:
        'Alice’s “red” is in the log of S1. Its edge is dashed: one disk has it, and Alice has not been answered. Meanwhile what S1 sends to S4 and S5 is lost.',
    },
    {
      until: { type: 'sent', kind: 'answer' },
      caption:
        'S2 and S3 have written it to their disks and said so. Three of five: S1 calls it committed, and now it answers. S2 and S3 would hear of that with the next heartbeat.',
    },
    {
      until: { type: 'crashed', node: 'S1' },
      caption:
        'There will be none. Alice has her answer, and the only server that knew “red” to be committed is down. On S2 and S3 its edge is dashed. S4 and S5 have never heard of it.',
    },
    {
      until: { type: 'sent', from: 'S4', kind: 'RequestVote' },
      caption:
        'S4 runs out of patience first. It begins term 2 and asks for votes. With its request goes what it has: one entry, of term 1.',
    },
    {
      until: { type: 'delivered', kind: 'Vote', from: 'S5', to: 'S4' },
      caption:
        'S2 and S3 have more than that, and say no. S5 says yes. Two votes of five: nobody leads term 2, and that is no accident. The three that have “red” and the three that could elect must have one server in common.',
    },
    {
      until: { type: 'persisted', node: 'S3', key: 'led' },
      caption:
        'S3 has stood in term 3, with “red” in its log, and nobody had reason to refuse. It does not take anything over from S4. It tells the others what they lack.',
    },
    {
      until: { type: 'completed', op: 'bob/1' },
      caption:
        'Bob reads “red”. The entry of term 1 was committed again together with the first entry of term 3, by a leader who did not know that it had been.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  counting: {
    left: ownTerm,
    right: byCounting,
    differs: 'an entry counts as committed when a majority has it, whatever its term',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
