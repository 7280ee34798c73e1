/** The run the beats tell: ten seconds of a slow database, and no end of it. */

import type { Authored, LessonData } from '#/scenarios';
import { brim, brimLastFirst, collapse, withBudget } from './worlds';

export default {
  variant: collapse,
  beats: [
    {
      until: { type: 'command', verb: 'set' },
      caption:
        'For six seconds all is well: fifty calls a second, half of them answered within 30 ms. Now the database takes three times as long for everything. It can do 28 requests a second, and is asked for 50.',
    },
    {
      until: { type: 'sent', kind: 'refusal', from: 'database' },
      caption:
        'Not a second and a half later fifty requests wait there, and the next one is turned away. The last call that will be answered has been answered. Whoever is at the end of this queue waits for 1.8 seconds, and stock, who asks, has patience for 400 ms.',
    },
    {
      until: { type: 'sent', kind: 'refusal', from: 'web' },
      caption:
        'Stock has asked again, and so has orders, and so has web. Each of them keeps a worker waiting meanwhile. Half a second was enough for the queues to be full to the top, where users are turned away.',
    },
    {
      until: { type: 'command', verb: 'set', nth: 2 },
      caption:
        'Ten seconds have gone by, and the database is as fast as ever: 83 requests a second. Users still make 50 calls. Whatever was wrong is mended.',
    },
    {
      until: { type: 'sent', kind: 'request', from: 'users', message: 1340 },
      caption:
        'Ten seconds after that. The database has been at work without a pause, and not one of its answers came in time. Four requests reach it for every call.',
    },
    {
      until: { type: 'sent', kind: 'request', from: 'users', message: 1780 },
      caption:
        'Nothing will change any more. Every request is old when its turn comes, because of all the requests before it that are old; and for each that comes too late another one is sent.',
    },
  ],
} satisfies Authored<LessonData['story']>;

export const twins = {
  budget: {
    left: collapse,
    right: withBudget,
    differs: 'each tier may retry one call in ten, and no more',
  },
  order: {
    left: brim,
    right: brimLastFirst,
    differs: 'whoever came last is next',
  },
} satisfies Authored<NonNullable<LessonData['twins']>>;
