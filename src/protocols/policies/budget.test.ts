import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earned, fullBudget, spent } from './budget';
import { deadlineIn, isOver, leftAt, tryForUs } from './deadline';

describe('a retry budget', () => {
  it('by hand: a tenth, two saved up', () => {
    const policy = { percent: 10, burst: 2 };
    let budget = spent(spent(fullBudget(policy)) ?? fullBudget(policy)) ?? fullBudget(policy);
    expect(spent(budget)).toBeNull();
    for (let i = 0; i < 9; i++) budget = earned(budget, policy);
    expect(spent(budget)).toBeNull();
    expect(spent(earned(budget, policy))).toEqual({ thousandths: 0 });
  });
  it('never lets more retries through than the burst and the ratio allow, on any order', () => {
    const policies = fc.record({ percent: fc.nat(100), burst: fc.nat(20) });
    fc.assert(
      fc.property(policies, fc.array(fc.boolean(), { maxLength: 300 }), (policy, retries) => {
        let budget = fullBudget(policy);
        let [asked, retried] = [0, 0];
        for (const isRetry of retries) {
          const left = isRetry ? spent(budget) : earned(budget, policy);
          if (left !== null && isRetry) retried++;
          if (!isRetry) asked++;
          budget = left ?? budget;
          expect(budget.thousandths).toBeGreaterThanOrEqual(0);
          expect(budget.thousandths).toBeLessThanOrEqual(policy.burst * 1000);
          expect(retried * 100).toBeLessThanOrEqual(policy.burst * 100 + policy.percent * asked);
        }
      }),
    );
  });
});

describe('a deadline that travels', () => {
  it('is what is left, counted by each clock from there', () => {
    const caller = deadlineIn(1_000, 500);
    expect(leftAt(caller, 1_200)).toBe(300);
    expect(deadlineIn(77_000, leftAt(caller, 1_200))).toBe(77_300);
    expect([isOver(caller, 1_499), isOver(caller, 1_500), leftAt(caller, 9_000)]).toEqual([false, true, 0]);
  });
  it('shortens a try, and none leaves it alone', () => {
    expect([tryForUs(200, 1_500, 1_200), tryForUs(400, 1_500, 1_200), tryForUs(400, null, 1_200)]).toEqual([
      200, 300, 400,
    ]);
    expect([deadlineIn(5, null), leftAt(null, 5), isOver(null, 5)]).toEqual([null, null, false]);
  });
});
