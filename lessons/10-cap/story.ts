/** The run the beats tell: two sides, each answering at once, and what is left of it afterwards. */

import type { Authored, LessonData } from '#/scenarios';
import { byMajority, whoever } from './worlds';

export default {
  variant: whoever,
  beats: [
    {
      until: { type: 'command', verb: 'cut' },
      caption:
        'Alice has asked A for 60, and now the network is cut: B, with Bob, on one side; A, C and Alice on the other. No replica has failed, and none of them is told.',
    },
    {
      until: { type: 'completed', op: 'alice/2' },
      caption: 'A finds 100, makes it 40, and pays. It sends the news to B and C. What goes to B is lost.',
    },
    {
      until: { type: 'completed', op: 'bob/1' },
      caption:
        'B finds 100 as well, makes it 40, and pays. 120 have been handed out. Each machine has checked, in one step, that the money was there.',
    },
    {
      until: { type: 'completed', op: 'bob/2' },
      caption:
        'Alice has posted “rain”. Bob reads the feed, and sees “hello”: behind by one post. That is the same failure as the second 60. It only costs less.',
    },
    {
      until: { type: 'completed', op: 'bob/3' },
      caption: 'Bob posts “sun”, and hears that it is done. The two feeds have parted.',
    },
    {
      until: { type: 'command', verb: 'mend' },
      caption: 'The network is mended. Each side now tells the other what it has missed.',
    },
    {
      until: { type: 'completed', op: 'alice/4' },
      caption:
        'All three agree on 40 and on “sun”. “rain”, which Alice was told is posted, is nowhere; and no disk says that 120 were paid.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  majority: {
    left: whoever,
    right: byMajority,
    differs: 'a majority must answer, for the account and for the feed',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
