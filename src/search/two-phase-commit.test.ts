/**
 * The yardstick: TwoPhase of Gray and Lamport 2006 on a network that may deliver again whatever was sent, whose state
 * counts are known from TLC, Rumur and Spin. Here it is the protocol of the lab itself, written as any other.
 */

import { describe, expect, it } from 'vitest';
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';

const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const module = await loadProtocol('two-phase-commit');
const within = (resourceManagers: number, params: object = {}) => ({
  variant: { params: { resourceManagers, ...params } },
});

describe('it has exactly the states that are published', () => {
  it.each([
    [3, 288, 10],
    [4, 1568, 13],
    [5, 8832, 16],
    [6, 50_816, 19],
  ])('with %i resource managers %i, and the last is %i steps away', (n, states, depth) => {
    const found = exploreScenario(scenario, module, within(n));
    expect(found).toMatchObject({ states, depth, complete: true, ends: 0 });
  });
  it('and fewer on a network that delivers once: what is gone tells states apart, but less can happen', () => {
    const once = { ...within(3), bounds: { redelivers: false } };
    const found = exploreScenario(scenario, module, once);
    expect(found.complete).toBe(true);
    expect(found.states).not.toBe(288);
    expect(found.ends).toBeGreaterThan(0);
  });
});

describe('a promise for every moment', () => {
  const asked = { properties: ['consistent'] };
  it('is asked of every state, also where nothing ever ends', () => {
    expect(exploreScenario(scenario, module, { ...within(3), ...asked })).toMatchObject({
      states: 288,
      ends: 0,
      complete: true,
      violations: {},
    });
  });
  it('is found broken, first where that is nearest', () => {
    const whole = exploreScenario(scenario, module, {
      ...within(3, { mutant: 'prepared-may-abort' }),
      ...asked,
    });
    const first = exploreScenario(scenario, module, {
      ...within(3, { mutant: 'prepared-may-abort' }),
      ...asked,
      untilBroken: true,
    });
    expect(whole.complete).toBe(true);
    expect(first.complete).toBe(false);
    expect(first.states).toBeLessThan(whole.states);
    expect(first.violations.consistent?.path.length).toBe(whole.violations.consistent?.path.length);
    // Three prepare and are heard, the manager commits, one hears of it, and another one aborts.
    expect(first.violations.consistent?.path).toHaveLength(9);
  });
});
