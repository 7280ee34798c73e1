/** What is too hard ends in time, inside its memory, and does not hide what is easy. */
import { describe, expect, it } from 'vitest';
import type { History, HistoryOperation } from '../history';
import { objectNames } from '../names';
import { objectCalled } from '../objects';
import { etcdShaped, hard, randomHistory } from '../random-histories.fixture';
import { linearizable } from '.';
import { decide } from './decide';
import { Purse } from './purse';
import { wingGong } from './wing-gong.fixture';

const tooHard = hard('kv', 2);
const stale: readonly HistoryOperation[] = [
  { process: 'S', type: 'put', value: 'new', start: 5_000, end: 5_001, outcome: 'ok' },
  { process: 'S', type: 'get', value: null, start: 5_002, end: 5_003, outcome: 'ok' },
];
const onKey = (operations: readonly HistoryOperation[], key: string) =>
  operations.map((op): HistoryOperation => ({ ...op, key }));
const together = (...operations: HistoryOperation[]): History => ({ name: '', initial: null, operations });

describe.each(objectNames)('twenty clients and lost replies on a %s', (name) => {
  it('end inside a budget, whatever the answer', () => {
    const budget = { steps: 100_000, bytes: 8 * 2 ** 20 };
    for (let seed = 0; seed < 3; seed++) {
      const purse = new Purse(budget);
      const raced = decide(hard(name, seed), objectCalled(name), purse);
      // A step in hand is finished: it may look through a long chain of what was tried.
      expect(purse.steps).toBeLessThan(1.1 * budget.steps);
      expect(purse.bytes).toBe(0);
      if (raced.found === 'out-of-steps') expect(purse.steps).toBeGreaterThanOrEqual(budget.steps);
    }
  });
});

describe('a history that is too hard', () => {
  it('names the budget that ran out: steps', () => {
    const { verdict, reason, steps } = linearizable(tooHard, 'kv', { budget: { steps: 20_000 } });
    expect({ verdict, reason }).toEqual({
      verdict: 'unknown',
      reason:
        'The budget of 20000 steps ran out before every order of the 177 operations was tried; none of those tried gives the right answers.',
    });
    expect(steps).toBeLessThan(22_000);
  });
  it('names the budget that ran out: memory', () => {
    const { verdict, reason } = linearizable(tooHard, 'kv', { budget: { bytes: 2 ** 20 } });
    expect(verdict).toBe('unknown');
    expect(reason).toMatch(/^The memory budget of 1 MB ran out before every order of the 177 operations/);
  });
  it('tells how far it is, again and again', () => {
    const told: number[] = [];
    linearizable(tooHard, 'kv', { budget: { steps: 300_000 }, progress: (steps) => told.push(steps) });
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((x, y) => x - y));
  });
  it('does not hide a violation on another key, wherever that stands', () => {
    const [hardly, easily] = [onKey(tooHard.operations, 'a'), onKey(stale, 'b')];
    for (const history of [together(...hardly, ...easily), together(...easily, ...hardly)]) {
      const { verdict, reason, steps } = linearizable(history, 'kv');
      expect({ verdict, reason }).toEqual({
        verdict: 'violated',
        reason: 'On b: S got nothing at 5002–5003, although it had itself put "new" at 5000–5001.',
      });
      expect(steps).toBeLessThan(10_000);
    }
  });
  it('does not hide it for want of memory', () => {
    const history = together(...onKey(tooHard.operations, 'a'), ...onKey(stale, 'b'));
    expect(linearizable(history, 'kv', { budget: { bytes: 2 ** 18 } }).verdict).toBe('violated');
  });
  it('may still show a violation in a few of its operations', () => {
    const easily = onKey(stale, 'a').map((op) => ({ ...op, value: op.value === null ? 'zz' : 'new' }));
    const history = together(...onKey(tooHard.operations, 'a'), ...easily);
    const { verdict, reason } = linearizable(history, 'kv', { budget: { steps: 20_000 } });
    expect({ verdict, reason }).toMatchObject({
      verdict: 'violated',
      reason: 'S got "zz" at 5002–5003, but nobody had put "zz" there.',
    });
  });
});

it('agrees with the search as it is usually written on histories of the size of real ones', () => {
  const right = { ok: 0, violated: 0 };
  for (let seed = 0; seed < 150; seed++) {
    const history = etcdShaped(seed, 60);
    const usual = wingGong(history, objectCalled('cas-register'), 20_000);
    if (usual === undefined) continue;
    const { verdict } = linearizable(history, 'cas-register');
    expect(verdict).toBe(usual ? 'ok' : 'violated');
    right[usual ? 'ok' : 'violated']++;
  }
  expect(Math.min(right.ok, right.violated)).toBeGreaterThan(30);
});

it('judges two thousand operations of a few clients at once', () => {
  const history = randomHistory('kv', 1, {
    operations: 2_000,
    processes: 5,
    keys: 3,
    values: 0,
    false: 0,
    failed: 0,
    unknown: 1,
  });
  const { verdict, steps, witness } = linearizable(history, 'kv');
  expect(verdict).toBe('ok');
  expect(steps).toBeLessThan(20_000);
  expect(witness?.[0]?.order.length).toBeGreaterThan(1_500);
});
