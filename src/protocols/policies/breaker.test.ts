import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import { ask, type Breaker, type BreakerPolicy, breakerMachine, closedBreaker, report } from './breaker';

const policy: BreakerPolicy = { window: 4, failures: 2, openUs: 1000, probes: 2 };
const at = (nowUs: number) => ({ nowUs, policy });
const told = (breaker: Breaker, result: 'success' | 'failure', nowUs = 0, era = breaker.memory.era) =>
  report(breaker, result, era, at(nowUs));
const opened = told(told(closedBreaker, 'failure'), 'failure', 100);
const halfOpen = ask(opened, at(1100)).breaker;

describe('closed', () => {
  it('lets everything through, and forgets failures that leave the window', () => {
    let breaker = told(closedBreaker, 'failure');
    for (let i = 0; i < 4; i++) breaker = told(breaker, 'success');
    expect(told(breaker, 'failure').mode).toBe('closed');
    expect(ask(breaker, at(0))).toEqual({ allowed: true, breaker });
  });
  it('opens on as many failures in the window as allowed, not on one fewer', () => {
    expect(told(closedBreaker, 'failure').mode).toBe('closed');
    expect(opened).toMatchObject({ mode: 'open', memory: { openedUs: 100, era: 1, failed: [] } });
  });
});

describe('open', () => {
  it('lets nothing through until it has been open long enough, then one probe', () => {
    expect(ask(opened, at(1099))).toEqual({ allowed: false, breaker: opened });
    expect(ask(opened, at(1100)).allowed).toBe(true);
    expect(halfOpen).toMatchObject({ mode: 'half-open', memory: { sent: 1 } });
  });
  it('hears no results', () => {
    expect(told(opened, 'success')).toEqual(opened);
    expect(told(opened, 'failure', 900)).toEqual(opened);
  });
});

describe('half-open', () => {
  it('lets as many probes through as allowed', () => {
    const second = ask(halfOpen, at(1101));
    expect([second.allowed, ask(second.breaker, at(1102)).allowed]).toEqual([true, false]);
  });
  it('closes when they have all succeeded, and remembers nothing against the dependency', () => {
    const one = told(halfOpen, 'success', 1200);
    expect(one).toMatchObject({ mode: 'half-open', memory: { succeeded: 1 } });
    expect(told(one, 'success', 1300)).toMatchObject({ mode: 'closed', memory: { era: 2, failed: [] } });
  });
  it('opens again on one failure, and counts the time from there', () => {
    const again = told(halfOpen, 'failure', 1500);
    expect(again).toMatchObject({ mode: 'open', memory: { openedUs: 1500, era: 2 } });
    expect(ask(again, at(2499)).allowed).toBe(false);
  });
  it('takes no result of a call from before it opened for a probe’s', () => {
    expect(told(halfOpen, 'success', 1200, 0)).toEqual(halfOpen);
    expect(told(halfOpen, 'failure', 1200, 0)).toEqual(halfOpen);
  });
});

/** Every transition written in the machine, as `state event number`. */
const written = Object.values(breakerMachine.states).flatMap((state) =>
  [...state.transitions.values()].flat().map((t) => `${state.key}: ${t.eventType} ${String(t.guard)}`),
);

it('does what the machine does; it has eight transitions, and random use takes each of them', () => {
  const taken = new Set<string>();
  const step = fc.record({
    kind: fc.constantFrom('call', 'success', 'failure'),
    gap: fc.nat(700),
    old: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [breaker, now] = [closedBreaker, 0];
      for (const { kind, gap, old } of steps) {
        now += gap;
        const before = breaker;
        const era = before.memory.era - (old === 0 ? 1 : 0);
        const asked = kind === 'call' ? ask(before, at(now)) : null;
        breaker = asked?.breaker ?? report(before, kind as 'success' | 'failure', era, at(now));
        expect(JSON.parse(JSON.stringify(breaker))).toEqual(breaker);
        if (before.mode === 'open' && asked?.allowed) {
          expect(now - before.memory.openedUs).toBeGreaterThanOrEqual(policy.openUs);
        }
        const snapshot = breakerMachine.resolveState({ value: before.mode, context: before.memory });
        const type = kind as 'success' | 'failure';
        const event = kind === 'call' ? { type: 'call' as const, ...at(now) } : { type, era, ...at(now) };
        const [told] = transition(breakerMachine, snapshot, event);
        expect([breaker.mode, breaker.memory]).toEqual([told.value, told.context]);
        if (JSON.stringify(before) === JSON.stringify(breaker)) continue;
        const [way] = breakerMachine.getTransitionData(snapshot, event);
        taken.add(`${before.mode}: ${kind} ${String(way?.guard)}`);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
  expect(written).toHaveLength(8);
  expect([...taken].sort()).toEqual([...written].sort());
});
