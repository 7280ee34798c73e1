/** What can be turned in a cascade, and the policies that it makes. Parameters count for every tier that has a use for them. */

import type { Params } from '#/kernel';
import { BACK_OFFS, type BackOffKind } from '../policies/back-off';
import type { BreakerPolicy } from '../policies/breaker';
import type { BudgetPolicy } from '../policies/budget';
import { ORDERS, type PoolPolicy } from '../policies/pool';
import type { RetryPolicy } from '../policies/retry';

export const userParams = {
  /** How long a user waits for one try, and how often they try again. */
  userTimeoutUs: 1_000_000,
  userRetries: 0,
  /** For the whole call, all its tries and pauses; 0 is none. */
  deadlineUs: 0,
} as const;

export const tierParams = {
  /** Of each tier but the last, the database. */
  workers: 240,
  workUs: 2_000,
  databaseWorkers: 20,
  databaseWorkUs: 6_000,
  workShape: 'exponential',
  /** How many times as long the database takes. */
  slowdown: 1,
  /** How many requests may wait at each tier, and which of them is next. */
  room: 500,
  order: ORDERS[0] as string,
  /** How long the tier above the database waits for one try; each tier further up waits so much longer. */
  timeoutUs: 50_000,
  timeoutStepUs: 100_000,
  retries: 2,
  backOff: BACK_OFFS[1] as string,
  retryPauseUs: 20_000,
  retryCapUs: 1_000_000,
  budget: false,
  budgetPercent: 10,
  budgetBurst: 100,
  breaker: false,
  breakerWindow: 100,
  breakerFailures: 50,
  breakerOpenUs: 1_000_000,
  breakerProbes: 5,
  /** Whether requests say how long their caller will wait for them. */
  deadlineTravels: false,
  /** Whether a tier turns away what it knows to be too late. */
  shedsLate: false,
} as const;

export const poolOf = (params: Params, isLast: boolean): PoolPolicy => ({
  workers: (isLast ? params.databaseWorkers : params.workers) as number,
  room: params.room as number,
  order: params.order as PoolPolicy['order'],
  shedsLate: params.shedsLate as boolean,
});

const withRetries = (retries: number, params: Params): RetryPolicy => ({
  retries,
  backOff: {
    kind: params.backOff as BackOffKind,
    baseUs: params.retryPauseUs as number,
    capUs: params.retryCapUs as number,
  },
});

export const tierRetry = (params: Params): RetryPolicy => withRetries(params.retries as number, params);
export const userRetry = (params: Params): RetryPolicy => withRetries(params.userRetries as number, params);

export const budgetOf = ({ budgetPercent, budgetBurst }: Params): BudgetPolicy => ({
  percent: budgetPercent as number,
  burst: budgetBurst as number,
});

export const breakerOf = (params: Params): BreakerPolicy => ({
  window: params.breakerWindow as number,
  failures: params.breakerFailures as number,
  openUs: params.breakerOpenUs as number,
  probes: params.breakerProbes as number,
});
