/** What a candidate shows of itself, and whose log is the more up-to-date (§5.4.1). */

import type { Context } from '#/kernel';
import { lastIndex, lastTerm } from './log';
import { misled } from './mutants';

export interface RequestVote {
  readonly term: number;
  readonly lastLogIndex: number;
  readonly lastLogTerm: number;
}

export const candidacy = (ctx: Context, term: number) => ({
  term,
  lastLogIndex: lastIndex(ctx),
  lastLogTerm: lastTerm(ctx),
});

/** "If the logs end with the same term, then whichever log is longer is more up-to-date" (§5.4.1). */
export function isUpToDate(ctx: Context, { lastLogIndex, lastLogTerm }: RequestVote): boolean {
  if (misled(ctx, 'votes-for-any-log')) return true;
  const mine = lastTerm(ctx);
  return lastLogTerm > mine || (lastLogTerm === mine && lastLogIndex >= lastIndex(ctx));
}
