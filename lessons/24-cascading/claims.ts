/** What the lesson's prose says of the lab, for the prover to decide. */

import type { Authored, Check, Claim } from '#/scenarios';
import { answered, before, during, errors, later, of, saturated, wasted } from './measures';
import * as world from './worlds';

type Run = Extract<Authored<Claim>, { kind: 'run' }>;
const run = (
  id: string,
  text: string,
  variant: Run['variant'],
  ...checks: Authored<Check>[]
): Authored<Claim> => ({ id, kind: 'run', text, variant, checks });

const little = { property: 'Little’s law', holds: true } as const;
const tries = (is: number): Authored<Check> => ({
  count: { type: 'sent', kind: 'request', to: 'database' },
  is,
});

export default [
  run(
    'collapse',
    'From 18 s to the end at 38 s, with the database well, not one call is answered.',
    world.collapse,
    answered(before, { atLeast: 45 }),
    answered(during, { atMost: 0 }),
    answered(of(18, 38), { atMost: 0 }),
  ),
  run(
    'dead-work',
    'From 24 s on the database is at work for more than 99 % of the time, and more than 99 % of what it does is for nobody.',
    world.collapse,
    saturated('database', later, { atLeast: 0.99 }),
    wasted('database', later, { atLeast: 0.99 }),
  ),
  {
    id: 'littles-law',
    kind: 'sweep',
    text: 'Little’s law holds on every tier at the end of 18 runs, those counted who are still there: three seeds, retries or none, three lengths of the queue.',
    variant: world.collapse,
    knobs: { retries: [0, 2], room: [6, 50, 150] },
    seeds: 3,
    checks: [little],
  },
  run(
    'at-first',
    'Without retries no call is answered either from 7 s to 16 s; from 18 s on 45 a second and more are.',
    world.noRetries,
    answered(during, { atMost: 0 }),
    answered(of(18, 38), { atLeast: 45 }),
  ),
  run(
    'product',
    'One call, nobody else there, and a database that answers nothing: it is asked 27 times.',
    world.aloneUnanswered,
    tries(27),
  ),
  run('product-user', 'If the user tries twice, it is asked 54 times.', world.aloneTwice, tries(54)),
  run(
    'ended-by-less',
    'At 25 s nine of ten users are turned away for four seconds. Until then nothing is answered; from 30 s to the end 45 calls a second and more.',
    world.turnedAway,
    answered(of(18, 25), { atMost: 0 }),
    answered(of(30, 38), { atLeast: 45 }),
  ),
  run(
    'budget',
    'With a budget, 45 calls a second and more are answered from 18 s on; from 7 s to 16 s still none.',
    world.withBudget,
    answered(during, { atMost: 0 }),
    answered(of(18, 38), { atLeast: 45 }),
  ),
  {
    id: 'region',
    kind: 'sweep',
    text: 'With a budget, and 25, 40 or 50 calls a second, on ten seeds each: from 24 s on at most one call in a hundred fails.',
    variant: world.withBudget,
    knobs: { rate: [25, 40, 50] },
    seeds: 10,
    checks: [errors(later, { atMost: 0.01 })],
  },
  {
    id: 'no-region',
    kind: 'sweep',
    text: 'Without one, at 50 calls a second and on ten seeds: from 24 s on not one call in a hundred is answered.',
    variant: world.collapse,
    knobs: {},
    seeds: 10,
    checks: [errors(later, { atLeast: 0.99 })],
  },
  run(
    'brim',
    'At 77 calls a second, with a budget, at most 10 are answered from 24 s on, and nine tenths of the work is for nobody.',
    world.brim,
    answered(later, { atMost: 10 }),
    wasted('database', later, { atLeast: 0.9 }),
  ),
  run(
    'last-first',
    'With whoever came last being next, 60 of the 77 and more are answered, and more than 20 a second also while the database is slow.',
    world.brimLastFirst,
    answered(during, { atLeast: 20 }),
    answered(later, { atLeast: 60 }),
  ),
  run(
    'long-queue',
    'With room for 150, and a budget, no call is answered from 18 s to 24 s; with room for 50 it was 45 a second and more.',
    world.longQueue,
    answered(of(18, 24), { atMost: 0 }),
    answered(of(27, 38), { atLeast: 45 }),
  ),
  run(
    'impatient',
    'With time-outs of 60 ms and a database that is never slow, more than four calls in five fail within the first six seconds.',
    world.impatient,
    errors(before, { atLeast: 0.8 }),
  ),
  run(
    'impatient-once',
    'Without retries, one call in ten does.',
    world.impatientOnce,
    errors(before, { atLeast: 0.05, atMost: 0.15 }),
  ),
  run(
    'breaker',
    'With a breaker at each tier 45 calls a second and more are answered from 18 s on, and at most 8 while the database is slow.',
    world.withBreaker,
    answered(during, { atMost: 8 }),
    answered(of(18, 38), { atLeast: 45 }),
  ),
] satisfies Authored<Claim>[];
