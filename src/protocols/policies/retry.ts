/**
 * Retry as a policy any role can hold: plain data in, plain data out. It decides whether to try again and after
 * how long; it sends nothing and sets no timer itself.
 */

import { type BackOff, pauseBefore } from './back-off';
import type { Draw } from './draw';

export interface RetryState {
  /** Tries made so far. */
  readonly tries: number;
  /** The pause before the last of them, in microseconds; 0 before the first. */
  readonly pausedUs: number;
}

export interface RetryPolicy {
  /** How many tries may follow the first. */
  readonly retries: number;
  /** The pause before each further try. */
  readonly backOff: BackOff;
}

export type RetryVerdict =
  | { readonly again: true; readonly afterUs: number; readonly state: RetryState }
  | { readonly again: false };

export const firstTry: RetryState = { tries: 1, pausedUs: 0 };

/** What to do after a try that brought no answer. */
export function afterSilence(state: RetryState, policy: RetryPolicy, draw: Draw): RetryVerdict {
  if (state.tries > policy.retries) return { again: false };
  const afterUs = pauseBefore(policy.backOff, state.tries - 1, state.pausedUs, draw);
  return { again: true, afterUs, state: { tries: state.tries + 1, pausedUs: afterUs } };
}
