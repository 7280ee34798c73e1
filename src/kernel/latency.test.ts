/** The tables are the closed forms, and the samples have the distributions they are named after. */

import { describe, expect, it, vi } from 'vitest';
import { lane, Purpose } from './chance';
import { type Latency, sample } from './latency';
import { EXPONENTIAL_256, PARETO_256, PARETO_STEP } from './quantiles';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const SCALE = 65_536;

describe('the quantile tables', () => {
  const places = Array.from({ length: 256 }, (_, i) => i);

  it('hold −ln(1 − i/256), rounded', () => {
    const closed = places.map((i) => Math.round(-Math.log(1 - i / 256) * SCALE));
    expect(EXPONENTIAL_256.slice(0, 256)).toEqual(closed.map((q) => q + 0));
  });

  it('hold (1 − i/256)^(−2/3), rounded', () => {
    expect(PARETO_256.slice(0, 256)).toEqual(
      places.map((i) => Math.round((1 - i / 256) ** (-2 / 3) * SCALE)),
    );
    expect(PARETO_STEP).toBe(Math.round(256 ** (2 / 3) * SCALE));
  });

  it('repeat their last entry, since the slice above it is drawn again', () => {
    expect([EXPONENTIAL_256.length, EXPONENTIAL_256[256]]).toEqual([257, EXPONENTIAL_256[255]]);
    expect([PARETO_256.length, PARETO_256[256]]).toEqual([257, PARETO_256[255]]);
  });

  it('give an exponential its mean to a thousandth, and its second moment to two', () => {
    // Straight lines between the entries of a convex curve lie above it: all of the error is on one side.
    let [mean, square] = [0, 0];
    for (let i = 0; i < 255; i++) {
      const [a, b] = [EXPONENTIAL_256[i] as number, EXPONENTIAL_256[i + 1] as number];
      mean += (a + b) / 2 / 256;
      square += (a * a + a * b + b * b) / 3 / 256;
    }
    // The last slice is what came before it, and the whole once more.
    const last = EXPONENTIAL_256[255] as number;
    mean = (mean + last / 256) / (255 / 256);
    square = (square + (last * last + 2 * last * mean) / 256) / (255 / 256);
    expect(Math.abs(mean / SCALE - 1)).toBeLessThan(0.001);
    expect(Math.abs(square / (2 * SCALE * SCALE) - 1)).toBeLessThan(0.002);
  });

  it('would show one wrong digit', () => {
    const wrong = EXPONENTIAL_256.with(100, (EXPONENTIAL_256[100] as number) + 1);
    expect(wrong[100]).not.toBe(Math.round(-Math.log(1 - 100 / 256) * SCALE));
  });
});

const N = 100_000;
const draws = (latency: Latency, seed = 1): number[] =>
  Array.from({ length: N }, (_, i) => sample(latency, seed, Purpose.latency, lane('a>b'), i));

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.floor(q * sorted.length)] as number;

/**
 * Compares quantiles with a closed form: within 3 %, 5 % at the 99th, where the table's straight lines cut across
 * a steep curve, and 15 % at the 99.9th, where only a hundred samples lie beyond.
 */
function hasQuantiles(values: readonly number[], closed: (q: number) => number): boolean {
  const sorted = [...values].sort((x, y) => x - y);
  return [0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999].every((q) => {
    const off = Math.abs(quantile(sorted, q) - closed(q)) / closed(q);
    return off < (q > 0.99 ? 0.15 : q > 0.9 ? 0.05 : 0.03);
  });
}

describe('a latency', () => {
  const exponential = (q: number) => 20_000 - 10_000 * Math.log(1 - q);
  const pareto = (q: number) => 10_000 * (1 - q) ** (-2 / 3);

  it('that is constant takes no chance', () => {
    expect(new Set(draws({ profile: 'constant', us: 123 }))).toEqual(new Set([123]));
  });

  it('that is uniform covers its span evenly, both ends included', () => {
    const values = draws({ profile: 'uniform', minUs: 5, maxUs: 14 });
    for (let us = 5; us <= 14; us++) {
      expect(values.filter((v) => v === us).length).toBeGreaterThan(N / 10 - 500);
    }
    expect(Math.max(...values)).toBe(14);
    expect(Math.min(...values)).toBe(5);
  });

  it('that is exponential has exponential quantiles above its minimum', () => {
    const values = draws({ profile: 'exponential', minUs: 20_000, meanUs: 10_000 });
    expect(hasQuantiles(values, exponential)).toBe(true);
    expect(values.reduce((sum, v) => sum + v, 0) / N).toBeCloseTo(30_000, -3);
  });

  it('that is long-tailed has Pareto quantiles with shape 1.5, cut at a thousandfold', () => {
    const values = draws({ profile: 'long-tailed', minUs: 10_000 });
    expect(hasQuantiles(values, pareto)).toBe(true);
    expect(Math.max(...values)).toBeLessThanOrEqual(10_000_000);
    expect(Math.max(...values)).toBeGreaterThan(1_000_000);
  });

  it('of one kind is not taken for another', () => {
    expect(hasQuantiles(draws({ profile: 'exponential', minUs: 20_000, meanUs: 11_000 }), exponential)).toBe(
      false,
    );
    expect(hasQuantiles(draws({ profile: 'long-tailed', minUs: 10_000 }), exponential)).toBe(false);
  });

  it.each([
    { profile: 'uniform', minUs: 0, maxUs: 7_200_000_000 },
    { profile: 'exponential', minUs: 0, meanUs: 7_200_000_000 },
    { profile: 'long-tailed', minUs: 7_200_000_000 },
  ] as const)('is a whole, exact number of microseconds even at its longest: $profile', (latency) => {
    for (const us of draws(latency)) if (!Number.isSafeInteger(us) || us < 0) expect.fail(`${us}`);
  });
});
