/**
 * A timestamp oracle: one counter that hands out numbers in the order in which it is asked, as in Peng and Dabek,
 * "Large-scale incremental processing using distributed transactions and notifications" (Percolator), 2010, §2.3.
 * Numbers are reserved in blocks, so that after a crash the oracle skips some and repeats none. Leaves out how it is
 * reached: the round trip, and what happens while it is down, are a protocol's.
 */

export interface Oracle {
  /** The last number handed out. */
  readonly last: number;
  /** The largest number that is safe to hand out: it is on disk. */
  readonly reserved: number;
}

export const newOracle: Oracle = { last: 0, reserved: 0 };

/** The next stamp. `persist`: a new bound that has to be on disk before the stamp is given away; null: none. */
export function nextStamp(
  oracle: Oracle,
  block = 1,
): { readonly oracle: Oracle; readonly stamp: number; readonly persist: number | null } {
  const stamp = oracle.last + 1;
  const persist = stamp > oracle.reserved ? oracle.reserved + Math.max(1, block) : null;
  return { oracle: { last: stamp, reserved: persist ?? oracle.reserved }, stamp, persist };
}

/** After a crash all that is known is the bound on disk; whatever lies below it may have been handed out. */
export const recoveredOracle = (reserved: number): Oracle => ({ last: reserved, reserved });
