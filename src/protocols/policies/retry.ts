/**
 * Retry as a policy any role can hold: plain data in, plain data out. It decides whether to try again and after
 * how long; it sends nothing and sets no timer itself.
 */

export interface RetryState {
  /** Tries made so far. */
  readonly tries: number;
}

export interface RetryPolicy {
  /** How many tries may follow the first. */
  readonly retries: number;
  /** The pause before each further try, in microseconds. */
  readonly pauseUs: number;
}

export type RetryVerdict =
  | { readonly again: true; readonly afterUs: number; readonly state: RetryState }
  | { readonly again: false };

export const firstTry: RetryState = { tries: 1 };

/** What to do after a try that brought no answer. */
export function afterSilence(state: RetryState, policy: RetryPolicy): RetryVerdict {
  if (state.tries > policy.retries) return { again: false };
  return { again: true, afterUs: policy.pauseUs, state: { tries: state.tries + 1 } };
}
