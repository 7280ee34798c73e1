/** The run the beats tell: a majority must answer, and the smaller side falls silent. */

import type { Authored, LessonData } from '#/scenarios';
import { bothKept, byMajority, whoever } from './worlds';

export default {
  variant: byMajority,
  beats: [
    {
      until: { type: 'command', verb: 'cut' },
      caption:
        'Alice has asked A for 60, and now the network is cut: B, with Bob, on one side; A, C and Alice on the other. No replica has failed, and none of them is told.',
    },
    {
      until: { type: 'dropped', kind: 'forward' },
      caption:
        'Bob has asked B for 60. B has a copy, and it says 100. Under this policy a copy is not enough: changes to the account go through A, so B has passed the call on. That message is lost.',
    },
    {
      until: { type: 'completed', op: 'alice/2' },
      caption:
        'A has asked the others what they hold, and then had them hold 40. C answered both times. Two of three are a majority, and only now does Alice get her 60.',
    },
    {
      until: { type: 'completed', op: 'bob/1' },
      caption:
        'B has waited for 440 ms, and gives up. Bob has no money, and he does not know whether 60 have left the account: A might have carried it out, and only the answer been lost.',
    },
    {
      until: { type: 'completed', op: 'bob/2' },
      caption:
        'Alice has posted “rain”; A and C are enough for that too. Bob asks for the feed. B could show him “hello”, and does not: it asks for a majority, waits, and refuses.',
    },
    {
      until: { type: 'command', verb: 'mend' },
      caption:
        'Bob’s own post, “sun”, was refused as well. Three calls were asked of B, and none was answered. Now the network is mended.',
    },
    {
      until: { type: 'completed', op: 'bob/4' },
      caption:
        'Bob reads 40. There is nothing to clear up, and the history has been linearizable from beginning to end. What it cost can be read off Bob’s lane.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  majority: {
    left: whoever,
    right: byMajority,
    differs: 'a majority must answer, for the account and for the feed',
  },
  merge: {
    left: whoever,
    right: bothKept,
    differs: 'where two values meet, both are kept',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
