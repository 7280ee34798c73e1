import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, count, emptyPool, finish, type Job, ORDERS, type Pool, type PoolPolicy, start } from './pool';

const policy = (changes: Partial<PoolPolicy> = {}): PoolPolicy => ({
  ...{ workers: 1, room: 2, order: 'first in, first out', shedsLate: false },
  ...changes,
});
const job = (id: string, arrivedUs: number, deadline: number | null = null): Job => ({
  id,
  arrivedUs,
  deadline,
});
const ids = (jobs: readonly Job[]): string => jobs.map(({ id }) => id).join(' ');

/** Jobs a to d come at 0 to 3 to one worker and a queue for two. */
function four(changes: Partial<PoolPolicy> = {}) {
  const [pool, rules] = [emptyPool(0), policy(changes)];
  const said = ['a', 'b', 'c', 'd'].map((id, at) => {
    const admission = admit(pool, rules, job(id, at, at + 6));
    start(pool, rules, at);
    return admission;
  });
  return { pool, rules, said };
}

describe('a pool of one worker with room for two', () => {
  it('starts the first, queues two, turns the fourth away', () => {
    const { pool, said } = four();
    expect(said).toEqual(['in', 'in', 'in', 'full']);
    expect([pool.busy, ids(pool.queue), pool.full]).toEqual([1, 'b c', 1]);
  });
  it('without room still takes what an idle worker can begin', () => {
    expect(four({ room: 0 }).said).toEqual(['in', 'full', 'full', 'full']);
  });
  it.each([
    ['first in, first out', 'b'],
    ['last in, first out', 'c'],
  ] as const)('%s: %s is next', (order, next) => {
    const { pool, rules } = four({ order });
    expect(finish(pool, 'a', 5)?.id).toBe('a');
    expect(ids(start(pool, rules, 5).started)).toBe(next);
  });
  it('does dead work, counted as wasted, or sheds it', () => {
    const keeps = four();
    finish(keeps.pool, 'a', 7);
    expect(ids(start(keeps.pool, keeps.rules, 7).started)).toBe('b');
    expect(keeps.pool.wasted).toBe(1);
    const sheds = four({ shedsLate: true });
    finish(sheds.pool, 'a', 5);
    start(sheds.pool, sheds.rules, 5);
    finish(sheds.pool, 'b', 8);
    const { started, shed } = start(sheds.pool, sheds.rules, 8);
    expect([ids(started), ids(shed), sheds.pool.late]).toEqual(['', 'c', 1]);
    expect(admit(sheds.pool, sheds.rules, job('e', 9, 9))).toBe('late');
  });
  it('frees no worker for a job it never had', () => {
    const { pool } = four();
    expect(finish(pool, 'b', 5)).toBeUndefined();
    expect(pool.busy).toBe(1);
  });
  it('has no worker begin what is more than the workers are now, and lets the others finish', () => {
    const { pool, rules } = four({ workers: 2 });
    finish(pool, 'a', 5);
    expect(ids(start(pool, { ...rules, workers: 1 }, 5).started)).toBe('');
    expect(pool.busy).toBe(1);
  });
});

/** Little's law as arithmetic: the time spent by all who were here is the integral of how many were here. */
function holdsLittle(pool: Pool, nowUs: number): boolean {
  count(pool, nowUs);
  const here = [...pool.queue, ...Object.values(pool.working)];
  return pool.spentUs + here.reduce((sum, { arrivedUs }) => sum + nowUs - arrivedUs, 0) === pool.areaUs;
}

const step = fc.record({
  gap: fc.nat(1000),
  arrives: fc.boolean(),
  which: fc.nat(20),
  patience: fc.nat(3000),
});
const rules = fc.record({
  workers: fc.integer({ min: 1, max: 5 }),
  room: fc.nat(6),
  order: fc.constantFrom(...ORDERS),
  shedsLate: fc.boolean(),
});

describe('on any sequence of arrivals and ends', () => {
  it('the books balance, workers never idle while work waits, and Little’s law holds exactly', () => {
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 120 }), (given, steps) => {
        const pool = emptyPool(0);
        let now = 0;
        for (const [nth, { gap, arrives, which, patience }] of steps.entries()) {
          now += gap;
          const busy = Object.keys(pool.working);
          if (arrives) admit(pool, given, job(`${nth}`, now, patience === 0 ? null : now + patience));
          else if (busy.length > 0) finish(pool, busy[which % busy.length] as string, now);
          start(pool, given, now);
          expect(pool.busy).toBe(Object.keys(pool.working).length);
          expect(pool.busy).toBeLessThanOrEqual(given.workers);
          expect(pool.queue.length).toBeLessThanOrEqual(given.room);
          expect(pool.queue.length === 0 || pool.busy === given.workers).toBe(true);
          const { arrived, finished, full, late, queue } = pool;
          expect(arrived).toBe(finished + full + late + queue.length + pool.busy);
          expect(holdsLittle(pool, now)).toBe(true);
          expect(pool.busyUs).toBeLessThanOrEqual(now * given.workers);
        }
        expect(JSON.parse(JSON.stringify(pool))).toEqual(pool);
      }),
    );
  });
  it('a pool whose books miss one departure does not pass for Little’s law', () => {
    const { pool } = four();
    finish(pool, 'a', 5);
    expect(holdsLittle(pool, 9)).toBe(true);
    pool.spentUs -= 5;
    expect(holdsLittle(pool, 9)).toBe(false);
  });
});
