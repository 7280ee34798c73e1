/**
 * A retry budget, shared by all calls of a role: a bucket that every request fills a little and every retry empties
 * by one token. Over any stretch, retries are at most what the bucket held and the ratio times the requests.
 * Counts in thousandths of a token, so that a tenth is a whole number.
 */

const TOKEN = 1000;

export interface Budget {
  readonly thousandths: number;
}

export interface BudgetPolicy {
  /** Retries allowed in a hundred requests. */
  readonly percent: number;
  /** Tokens the bucket holds at most, and at the start: what a quiet spell may save up. */
  readonly burst: number;
}

export const fullBudget = ({ burst }: BudgetPolicy): Budget => ({ thousandths: burst * TOKEN });

/** After a request that is no retry. */
export function earned({ thousandths }: Budget, { percent, burst }: BudgetPolicy): Budget {
  return { thousandths: Math.min(burst * TOKEN, thousandths + Math.round(percent * 10)) };
}

/** After a retry, or null when there is no token for it. */
export function spent({ thousandths }: Budget): Budget | null {
  return thousandths < TOKEN ? null : { thousandths: thousandths - TOKEN };
}
