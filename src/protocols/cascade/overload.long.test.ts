/** The same as `overload.test.ts`, ten seconds of trouble in a minute, on many seeds. Run by `npm run test:long`. */

import { expect, it } from 'vitest';
import { goodput } from './overload.fixture';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const MINUTES = 60_000;
const minute = (params: Record<string, string | number | boolean>): number[] =>
  seeds.map((seed) => Math.round(goodput({ params, seed, fromS: 10, toS: 20, untilS: 60 }).after));

it('two thousand calls a second without a budget: nobody is answered after forty seconds of a well database', {
  timeout: 30 * MINUTES,
}, () => {
  expect(minute({})).toEqual(seeds.map(() => 0));
});

it('with a budget: everybody is', { timeout: 30 * MINUTES }, () => {
  expect(Math.min(...minute({ budget: true }))).toBeGreaterThan(1900);
});

it('2,600 calls a second, with a budget: nobody is, first in, first out', { timeout: 30 * MINUTES }, () => {
  expect(minute({ callsPerSecond: 2600, budget: true })).toEqual(seeds.map(() => 0));
});

it('and last in, first out, everybody is', { timeout: 30 * MINUTES }, () => {
  const params = { callsPerSecond: 2600, budget: true, order: 'last in, first out' };
  expect(Math.min(...minute(params))).toBeGreaterThan(2450);
});
