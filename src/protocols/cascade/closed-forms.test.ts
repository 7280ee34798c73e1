/** What queueing theory says of one tier alone, within 99 % intervals. `closed-forms.long.test.ts` looks longer. */

import { describe, expect, it } from 'vitest';
import { cascade } from './index';
import { batchMeans, covers, meanWait, type Queue, waitsOf } from './queue.fixture';

describe('Erlang’s formula', () => {
  it('is ρ / (μ − λ) for one worker', () => {
    expect(meanWait({ betweenUs: 5000, workUs: 3500, workers: 1 })).toBeCloseTo(
      0.7 / (1 / 3500 - 1 / 5000),
      6,
    );
  });
  it('is a third of the work, for two workers at half load', () => {
    // By hand: C = 1/3 for two workers who are offered as much as one of them can do; 1/3 over (2 − 1) of its rate.
    expect(meanWait({ betweenUs: 600, workUs: 600, workers: 2 })).toBeCloseTo(200, 6);
  });
});

it('an interval is Student’s, by hand: twenty means, half of them 1 and half 3', () => {
  const { mean, half } = batchMeans(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : 3)));
  expect([mean, half]).toEqual([2, 2.861 * Math.sqrt(20 / 19 / 20)]);
});

const queues: readonly (readonly [string, Queue])[] = [
  ['M/M/1, ρ = 0.5', { betweenUs: 4000, workUs: 2000, workers: 1 }],
  ['M/M/1, ρ = 0.7', { betweenUs: 5000, workUs: 3500, workers: 1 }],
  ['M/M/3, ρ = 0.8', { betweenUs: 2000, workUs: 4800, workers: 3 }],
  ['M/M/8, ρ = 0.8', { betweenUs: 2000, workUs: 12_800, workers: 8 }],
];

describe.each(queues)('%s, over a hundred thousand arrivals', (_, queue) => {
  const { interval, view, pool, books } = waitsOf(queue, 100_000, 24);
  it('its mean wait is Erlang’s, and not a third more or less', () => {
    const theory = meanWait(queue);
    expect(covers(interval, theory)).toBe(true);
    expect(covers(interval, 1.34 * theory)).toBe(false);
    expect(covers(interval, 0.66 * theory)).toBe(false);
  });
  it('L = λW, to the microsecond, with what is still there', () => {
    expect(cascade.properties['Little’s law']?.holds(view, [])).toBe(true);
    // Without those still there, both sides differ by no more than these can account for.
    const inQueue = pool.areaUs - pool.busyUs;
    expect(Math.abs(inQueue - books.waitedUs)).toBeLessThanOrEqual(pool.queue.length * view.at);
    expect(Math.abs(inQueue / books.waitedUs - 1)).toBeLessThan(0.001);
  });
  it('its workers are busy for the share of the time that they should be', () => {
    const load = queue.workUs / queue.betweenUs / queue.workers;
    expect(pool.busyUs / pool.countedUs / queue.workers).toBeCloseTo(load, 1);
  });
});

it('work that takes no longer or shorter waits half as long: that a formula holds says something', () => {
  const queue = { betweenUs: 5000, workUs: 3500, workers: 1 };
  const { interval } = waitsOf(queue, 100_000, 24, 'constant');
  expect(covers(interval, meanWait(queue))).toBe(false);
  expect(covers(interval, meanWait(queue) / 2)).toBe(true);
});
