/** What a tier keeps: its pool, its policies, and its books. */

import type { Context, NodeId } from '#/kernel';
import { type Breaker, closedBreaker } from '../policies/breaker';
import { type Budget, fullBudget } from '../policies/budget';
import { emptyPool, type Pool, type Job as Work } from '../policies/pool';
import { budgetOf } from './params';

/** A request that is here, and what has become of the call that its worker makes for it. Changed in place. */
export interface Job extends Work<number> {
  readonly from: NodeId;
  readonly call: number;
  readonly nth: number;
  /** Tries made of the next tier, the pause before the last of them, and whether that one is waited for. */
  tries: number;
  pausedUs: number;
  waits: boolean;
  /** Whether what became of some try is unknown. */
  doubt: boolean;
  /** The breaker's era when the last try left; null when the breaker was not asked. */
  era: number | null;
}

export interface TierState {
  /** Whom it calls, and how many tiers are below that one; null and −1: it is the last. */
  readonly next: NodeId | null;
  readonly below: number;
  pool: Pool<Job>;
  budget: Budget;
  breaker: Breaker;
  /** The number of the last job, and that of the one before the first. */
  last: number;
  readonly before: number;
  /** Workers' calls to the next tier, the tries of all of them, and the most tries that any has been allowed. */
  called: number;
  tries: number;
  most: number;
  /** Jobs that ended without having been done. */
  failed: number;
  /** Replies nobody waited for, tries the breaker did not let through, and retries for which there was no token. */
  late: number;
  stopped: number;
  unaffordable: number;
}

export function newState(ctx: Context, before: number): TierState {
  const tiers = ctx.nodes('tier');
  const place = tiers.indexOf(ctx.self);
  return {
    next: tiers[place + 1] ?? null,
    below: tiers.length - place - 2,
    pool: emptyPool(ctx.monotonic()),
    budget: fullBudget(budgetOf(ctx.params)),
    breaker: closedBreaker,
    ...{
      last: before,
      before,
      called: 0,
      tries: 0,
      most: 1,
      failed: 0,
      late: 0,
      stopped: 0,
      unaffordable: 0,
    },
  };
}
