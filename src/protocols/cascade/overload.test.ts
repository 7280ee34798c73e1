/**
 * An overload that outlasts its cause, and what keeps it from doing so. The database can do 3,333 requests a second and
 * is asked for 2,000, or 2,600; with a budget of one retry in ten at each of three tiers, for at most 1.1³ = 1.331 times
 * as many. `overload.long.test.ts` looks at the same for as long as the lesson does.
 */

import { describe, expect, it } from 'vitest';
import { goodput } from './overload.fixture';

const look = (params: Record<string, string | number | boolean>) =>
  goodput({ params, seed: 1, fromS: 1, toS: 3, untilS: 12 });

describe('two thousand calls a second', () => {
  it('retries keep it up when the database has long been well', () => {
    const { before, during, after, broken } = look({});
    expect(before).toBeGreaterThan(1800);
    expect(during).toBeLessThan(100);
    expect(after).toBe(0);
    expect(broken).toEqual([]);
  });
  it.each([
    ['with a budget, since 2,662 are fewer than the database can do', { budget: true }],
    ['without retries', { retries: 0 }],
    ['with breakers', { breaker: true }],
    ['last in, first out', { order: 'last in, first out' }],
    ['with queues that are shorter than the time-out', { room: 100 }],
  ])('it ends %s', (_, params) => {
    expect(look(params).after).toBeGreaterThan(1900);
  });
});

describe('2,600 calls a second, with a budget that allows 3,461', () => {
  const params = { callsPerSecond: 2600, budget: true };
  it('first in, first out, dead work keeps it up', () => {
    const { before, after, broken } = look(params);
    expect(before).toBeGreaterThan(2300);
    expect(after).toBe(0);
    expect(broken).toEqual([]);
  });
  it.each([
    ['last in, first out', { order: 'last in, first out' }],
    ['when what is too late is turned away', { deadlineTravels: true, shedsLate: true }],
    ['without retries', { retries: 0 }],
  ])('it ends %s', (_, change) => {
    expect(look({ ...params, ...change }).after).toBeGreaterThan(2450);
  });
});
