/**
 * Time as an interval that holds the truth, as TrueTime in Corbett and others, "Spanner: Google's globally-distributed
 * database", OSDI 2012, §3, and the wait before a commit is shown, §4.1.2. All spans are in microseconds.
 * It is a promise about clocks: where one is further off than its bound says, the interval is simply wrong.
 */

import type { StampOrder } from './rules';

const MILLION = 1_000_000;

export interface Interval {
  readonly earliest: number;
  readonly latest: number;
}

/** What a node may count on: how far off it was at most when last synchronised, and how fast it drifts at most. */
export interface Uncertainty {
  readonly boundUs: number;
  /** Parts per million, either way; below a million. */
  readonly driftPpm: number;
}

/**
 * ε: how far off the clock can be, `elapsedUs` of the node's own monotonic clock after it was synchronised. A slow
 * clock measures too little of the time in which it drifted, hence the division; and it shows whole microseconds, so
 * that one more may have passed.
 */
export const epsilonAfter = ({ boundUs, driftPpm }: Uncertainty, elapsedUs: number): number => {
  const rate = MILLION - driftPpm;
  const span = elapsedUs + 1;
  const whole = Math.floor(span / rate);
  return boundUs + whole * driftPpm + Math.ceil(((span - whole * rate) * driftPpm) / rate);
};

/** TT.now() of a node whose wall clock reads `wall`. */
export const intervalAt = (wall: number, epsilon: number): Interval => ({
  earliest: wall - epsilon,
  latest: wall + epsilon,
});

/** TT.after(t): t has certainly passed. */
export const hasPassed = (now: Interval, t: number): boolean => now.earliest > t;

/** TT.before(t): t has certainly not come yet. */
export const isToCome = (now: Interval, t: number): boolean => now.latest < t;

/** The commit stamp that the rule "start" of §4.1.2 asks for: not before anything that can have happened by now. */
export const commitStamp = (now: Interval): number => now.latest;

/** The rule "commit wait": nobody may see the commit before its stamp has certainly passed. */
export const mayShow = (now: Interval, stamp: number): boolean => hasPassed(now, stamp);

/** How long that wait takes on a clock with this ε that does not drift: a little more than twice ε. */
export const commitWait = (epsilon: number): number => 2 * epsilon + 1;

/** One interval lies before another when they have no moment in common. */
export const compareIntervals = (a: Interval, b: Interval): StampOrder => {
  if (a.latest < b.earliest) return -1;
  if (b.latest < a.earliest) return 1;
  return a.earliest === b.earliest && a.latest === b.latest && a.earliest === a.latest ? 0 : null;
};
