/**
 * How long work takes and when calls come, drawn from the kernel's integer tables. One choice picks the row of draws
 * and a count that never repeats picks the place in it, so that the 2^20 answers of a choice do not limit the tail.
 */

import { type Context, type Latency, type Micros, sample } from '#/kernel';

export const SHAPES = ['constant', 'uniform', 'exponential', 'long-tailed'] as const;
export type Shape = (typeof SHAPES)[number];

/** A distribution of this mean. A Pareto of shape 1.5 has three times its least value, less 2 % for its cut. */
export function ofMean(shape: Shape, meanUs: Micros): Latency {
  if (shape === 'constant') return { profile: shape, us: meanUs };
  if (shape === 'uniform') return { profile: shape, minUs: 0, maxUs: 2 * meanUs };
  if (shape === 'exponential') return { profile: shape, minUs: 0, meanUs };
  return { profile: shape, minUs: Math.round(meanUs / 3) };
}

export const drawn = (ctx: Context, latency: Latency, nth: number): Micros =>
  latency.profile === 'constant' ? latency.us : sample(latency, ctx.choose(1 << 20), 0, 0, nth);
