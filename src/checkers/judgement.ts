/** What a judge says, and how far it may go to find out. */

export type Judged = 'ok' | 'violated' | 'unknown' | 'not-applicable';

export interface Judgement {
  readonly verdict: Judged;
  /** A sentence a learner can read: the rule that was broken, the budget that ran out, why it does not apply. */
  readonly reason: string;
  /** Of a violation: the operations to blame, as few as were found to suffice; indices into the history, ascending. */
  readonly operations: readonly number[];
  /**
   * Of an `ok`: an order that explains the history; indices into it. One order for all, or, where a model allows each
   * process its own, one a process. Operations that never took effect are left out.
   */
  readonly witness?: readonly { readonly process: string | null; readonly order: readonly number[] }[];
  /** What it took: configurations tried. */
  readonly steps: number;
}

/** How far a judge may go before it answers `unknown`. Counted, never timed, so that a verdict is always the same. */
export interface Budget {
  /** Configurations tried. */
  readonly steps: number;
  /** Bytes of memory for what has been tried, as estimated by the judge. */
  readonly bytes: number;
}

export const usualBudget: Budget = { steps: 5_000_000, bytes: 128 * 1024 * 1024 };

export interface JudgeOptions {
  readonly budget?: Partial<Budget>;
  /** Called now and then with the steps so far; a page shows it, and stops the whole worker to cancel. */
  readonly progress?: (steps: number) => void;
}
