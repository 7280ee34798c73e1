/** How a client's parameters make its policies: how long it waits, whether it tries again, and when it stops asking. */

import type { Context } from '#/kernel';
import { BACK_OFFS, type BackOffKind } from '../policies/back-off';
import type { BreakerPolicy } from '../policies/breaker';
import type { BudgetPolicy } from '../policies/budget';
import type { RetryPolicy } from '../policies/retry';

export const patienceParams = {
  timeoutUs: 400_000,
  /** For the whole call, all its tries and pauses; 0 is none. */
  deadlineUs: 0,
  retries: 2,
  backOff: BACK_OFFS[2] as string,
  retryPauseUs: 100_000,
  retryCapUs: 2_000_000,
  budget: false,
  budgetPercent: 10,
  budgetBurst: 10,
  breaker: false,
  breakerWindow: 20,
  breakerFailures: 10,
  breakerOpenUs: 1_000_000,
  breakerProbes: 2,
} as const;

export const retryOf = ({ retries, backOff, retryPauseUs, retryCapUs }: Context['params']): RetryPolicy => ({
  retries: retries as number,
  backOff: { kind: backOff as BackOffKind, baseUs: retryPauseUs as number, capUs: retryCapUs as number },
});

export const budgetOf = ({ budgetPercent, budgetBurst }: Context['params']): BudgetPolicy => ({
  percent: budgetPercent as number,
  burst: budgetBurst as number,
});

export const breakerOf = (params: Context['params']): BreakerPolicy => ({
  window: params.breakerWindow as number,
  failures: params.breakerFailures as number,
  openUs: params.breakerOpenUs as number,
  probes: params.breakerProbes as number,
});
