/** A run is held to queueing theory over millions of arrivals. Run by `npm run test:long`; it takes some minutes. */

import { expect, it } from 'vitest';
import { covers, meanWait, waitsOf } from './queue.fixture';

const MINUTES = 60_000;

it('M/M/1 at ρ = 0.7: of 20 runs of a million arrivals, 19 at least are sure of ρ / (μ − λ) at 99 %, and not of 5 % more or less', {
  timeout: 30 * MINUTES,
}, () => {
  const queue = { betweenUs: 5000, workUs: 3500, workers: 1 };
  const theory = meanWait(queue);
  const intervals = Array.from({ length: 20 }, (_, i) => waitsOf(queue, 1_000_000, i + 1).interval);
  const sure = (of: number): number => intervals.filter((interval) => covers(interval, of)).length;
  expect(sure(theory)).toBeGreaterThanOrEqual(19);
  expect(sure(1.05 * theory)).toBeLessThanOrEqual(2);
  expect(sure(0.95 * theory)).toBeLessThanOrEqual(2);
});
