/** The worlds that the lesson speaks of: ten seconds in which the database is slow, and what the tiers make of them. */

import type { Authored, Variant } from '#/scenarios';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];

const second = 1_000_000;
const pace = (at: number, value: number): Item => ({
  at: at * second,
  command: { verb: 'set', param: 'slowdown', value },
});
/** Three times as slow, from 6 s to 16 s. */
const slow = [pace(6, 3), pace(16, 1)];

/** A world in which the database is slow for ten seconds. */
export const slowed = (knobs: NonNullable<World['knobs']> = {}): World => ({ knobs, script: slow });

const last = 'last in, first out';

export const healthy: World = {};
export const collapse = slowed();
export const noRetries = slowed({ retries: 0 });
export const withBudget = slowed({ budget: true });
export const withBreaker = slowed({ breaker: true });
export const lastFirst = slowed({ retries: 0, order: last });
export const budgetLastFirst = slowed({ budget: true, order: last });
export const shortQueue = slowed({ retries: 0, room: 6 });
export const longQueue = slowed({ budget: true, room: 150 });
export const longQueueUnlimited = slowed({ room: 150 });
export const longQueueLastFirst = slowed({ budget: true, room: 150, order: last });
export const patient = slowed({ timeout: 2500 });
export const impatient: World = { knobs: { timeout: 60 } };
export const impatientOnce: World = { knobs: { timeout: 60, retries: 0 } };

/** Close to what the database can do. */
export const brim = slowed({ budget: true, rate: 77 });
export const brimLastFirst = slowed({ budget: true, rate: 77, order: last });

/** Nine of ten users are turned away for a while, long after the database is well. */
export const turnedAway: World = {
  script: [
    ...slow,
    { at: 25 * second, command: { verb: 'set', param: 'callsPerSecond', value: 5 } },
    { at: 29 * second, command: { verb: 'set', param: 'callsPerSecond', value: 50 } },
  ],
};

/** One call, and nobody else. */
const alone = (script: Item[], knobs: NonNullable<World['knobs']> = {}): World => ({
  knobs: { rate: 0, ...knobs },
  workload: [{ at: second, node: 'users', op: { f: 'call' } }],
  script,
});
const unanswered: Item = { at: 0, command: { verb: 'cut', links: [{ from: 'database', to: 'stock' }] } };
const onceMore = { 'user-retries': 1 };

export const aloneWell = alone([]);
export const aloneUnanswered = alone([unanswered]);
export const aloneTwice = alone([unanswered], onceMore);
export const aloneThrice = alone([unanswered], { 'user-retries': 2 });
export const aloneOnceEach = alone([unanswered], { ...onceMore, retries: 0 });
export const aloneCrashed = alone([{ at: 0, command: { verb: 'crash', node: 'database', disk: 'kept' } }]);
/** Work takes 12 ms on average, and this is a factor of that. */
export const aloneSlow = alone([pace(0, 250)]);
export const aloneFull: World = { ...alone([]), params: { workers: 0, room: 0 } };
