/** What must hold of the books of users and tiers, at any moment of any run. */

import type { View } from '#/kernel';
import { statesOf } from '../by-role';
import type { Property } from '../module';
import type { TierState } from './state';
import type { UserState } from './users';

const users = (view: View) => statesOf<UserState>(view, 'client');
const tiers = (view: View) => statesOf<TierState>(view, 'tier');
const poolsOf = (view: View) => tiers(view).map(({ pool }) => pool);

const calledBy = ({ last, before }: UserState): number => last - before;

export const everyRequestIsSomewhere: Property = {
  words: 'Each request that came to a tier was finished, turned away, waits, or is at work.',
  holds: (view) =>
    poolsOf(view).every(
      (p) => p.arrived === p.finished + p.full + p.late + p.queue.length + Object.keys(p.working).length,
    ),
};

export const littlesLaw: Property = {
  words: 'The time spent in each tier by all its requests is the sum over time of how many were in it.',
  holds: (view) =>
    poolsOf(view).every((p) => {
      const here = [...p.queue, ...Object.values(p.working)];
      return p.spentUs + here.reduce((sum, job) => sum + p.countedUs - job.arrivedUs, 0) === p.areaUs;
    }),
};

export const everyCallEndsOnce: Property = {
  words: 'Each call was answered, was given up, or is being waited for.',
  holds: (view) =>
    users(view).every((u) => calledBy(u) === u.answered + u.gaveUp + Object.keys(u.calls).length),
};

/** With r tries allowed to each caller, so that what comes to the end of a chain of k callers is at most r^k times the calls. */
export const noMoreTriesThanAllowed: Property = {
  words: 'No caller makes more tries than it is allowed for each of its calls.',
  holds: (view) =>
    users(view).every((u) => u.tries <= u.most * calledBy(u)) &&
    tiers(view).every((t) => t.tries <= t.most * t.called && t.called <= t.pool.arrived),
};

/** "288 calls: 280 answered, 4 given up; 301 requests at web, 312 at orders, 320 at stock, 330 at database". */
export function tally(view: View): string {
  const sum = (of: (user: UserState) => number): number =>
    users(view).reduce((total, state) => total + of(state), 0);
  const came = view.nodes.flatMap((n) =>
    n.role === 'tier' && n.state !== null
      ? [`${(n.state as unknown as TierState).pool.arrived} at ${n.id}`]
      : [],
  );
  return `${sum(calledBy)} calls: ${sum((u) => u.answered)} answered, ${sum((u) => u.gaveUp)} given up; requests: ${came.join(', ')}`;
}
