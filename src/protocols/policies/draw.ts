/**
 * Chance as a policy sees it: a function handed in by whoever holds the policy, in a role that of `ctx.choose`. A
 * policy that draws is then as much a function of its arguments as one that does not.
 */

/** An integer from 0 to n − 1, each equally likely. `n` is at most 2^20. */
export type Draw = (n: number) => number;

const MOST = 1 << 20;

/**
 * An integer from `from` to `to`, both included, equally likely; nothing is drawn where there is only one. A range
 * wider than 2^20 is drawn on a grid of 2^20 places, so that some of its numbers never come up.
 */
export function between(draw: Draw, from: number, to: number): number {
  const span = to - from + 1;
  if (span <= 1) return from;
  if (span <= MOST) return from + draw(span);
  return from + Math.floor((draw(MOST) * span) / MOST);
}
