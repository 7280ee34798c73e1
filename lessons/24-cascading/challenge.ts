/** Ten slow seconds, survived. */

import type { Authored, Challenge } from '#/scenarios';
import { answered, before, during, errors, of } from './measures';
import * as world from './worlds';

export default {
  id: 'survive',
  title: 'Survive the ten seconds',
  goal: 'The database will be slow from 6 s to 16 s, and it can do 28 requests a second then. Set the tiers up so that while it lasts 20 calls a second are answered, that the shop is well again by itself, and that nobody pays for it while all is well.',
  hints: [
    'While the database is slow it is busy all the time. For whom does it work?',
    'What is done has to be wanted when it is done. Look at how long one waits in its queue, who is next in it, and what comes on top of the 50.',
    'Under “Knobs”, give the retries a budget, and let whoever came last be next. Then play to the end.',
  ],
  start: world.collapse,
  target: {
    checks: [
      errors(before, { atMost: 0.01 }),
      answered(during, { atLeast: 20 }),
      answered(of(18, 38), { atLeast: 45 }),
    ],
    says: [
      'from 1 s to 6 s at most one call in a hundred fails',
      'from 7 s to 16 s at least 20 calls a second are answered',
      'from 18 s on at least 45 are',
    ],
  },
  solution: [world.budgetLastFirst, world.lastFirst, world.shortQueue, world.patient],
  decoys: [
    { variant: world.collapse, why: 'As it was: nothing is answered from 7 s on.' },
    {
      variant: world.withBudget,
      why: 'A budget alone brings the shop back. While the database is slow, everything it does is still too late.',
    },
    { variant: world.longQueue, why: 'A longer queue makes everybody in it older.' },
    {
      variant: world.withBreaker,
      why: 'A breaker brings the shop back. In the slow seconds it lets little through.',
    },
    {
      variant: world.impatient,
      why: 'Shorter time-outs bring the shop down before the database is slow at all.',
    },
  ],
} satisfies Authored<Challenge>;
