/**
 * How long a message takes. Every profile is sampled with integers only: the curved ones from tables, since
 * ECMAScript leaves the last bits of `Math.log` and `Math.pow` to the engine, and one bit is a different run.
 */

import { draw } from './chance';
import { EXPONENTIAL_256, PARETO_256, PARETO_STEP } from './quantiles';
import type { Micros } from './values';

export type Latency =
  /** Always the same. */
  | { readonly profile: 'constant'; readonly us: Micros }
  /** Anything from `minUs` to `maxUs`, equally likely. */
  | { readonly profile: 'uniform'; readonly minUs: Micros; readonly maxUs: Micros }
  /** `minUs` and a memoryless wait of mean `meanUs` on top. */
  | { readonly profile: 'exponential'; readonly minUs: Micros; readonly meanUs: Micros }
  /** Pareto with shape 1.5: most near `minUs`, a few many times longer, cut at a thousandfold. */
  | { readonly profile: 'long-tailed'; readonly minUs: Micros };

/** Interpolates a 257-entry table (16 fractional bits) at the next 24 bits of the draw. */
function between(table: readonly number[], u: number): number {
  const index = u >>> 24;
  const low = table[index] as number;
  const high = table[index + 1] as number;
  return low + Math.floor(((high - low) * (u & 0xffffff)) / 0x1000000);
}

/** A unit exponential with 16 fractional bits. The last slice restarts: memorylessness makes that exact. */
function exponential(u: number, seed: number, purpose: number, laneOf: number, count: number): number {
  let sum = 0;
  let word = u;
  for (let turn = 1; word >>> 24 === 255 && turn < 4; turn++) {
    sum += EXPONENTIAL_256[255] as number;
    word = draw(seed ^ turn, purpose, laneOf, count);
  }
  return sum + between(EXPONENTIAL_256, word);
}

function pareto(u: number, seed: number, purpose: number, laneOf: number, count: number): number {
  let scale = 65536;
  let word = u;
  if (word >>> 24 === 255) {
    scale = PARETO_STEP;
    word = draw(seed ^ 1, purpose, laneOf, count);
  }
  return Math.min(Math.floor((between(PARETO_256, word) * scale) / 65536), 1000 * 65536);
}

/** One sample in whole microseconds, at least 0. */
export function sample(
  latency: Latency,
  seed: number,
  purpose: number,
  laneOf: number,
  count: number,
): Micros {
  if (latency.profile === 'constant') return latency.us;
  const u = draw(seed, purpose, laneOf, count);
  if (latency.profile === 'uniform') {
    const span = latency.maxUs - latency.minUs + 1;
    return latency.minUs + Math.floor((u * span) / 4294967296);
  }
  if (latency.profile === 'exponential') {
    return (
      latency.minUs + Math.floor((exponential(u, seed, purpose, laneOf, count) * latency.meanUs) / 65536)
    );
  }
  return Math.floor((pareto(u, seed, purpose, laneOf, count) * latency.minUs) / 65536);
}
