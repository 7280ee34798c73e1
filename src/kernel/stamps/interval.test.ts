/** The interval clock against what it promises, and the oracle through crashes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotonicAt, newClock, wallAt } from '../clock';
import {
  commitStamp,
  commitWait,
  compareIntervals,
  epsilonAfter,
  hasPassed,
  intervalAt,
  isToCome,
  mayShow,
} from './interval';
import { newOracle, nextStamp, recoveredOracle } from './oracle';

const ppm = fc.integer({ min: 0, max: 900_000 });

describe('an interval', () => {
  it('holds true time, for any clock within its bounds, however long ago it was synchronised', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        ppm,
        fc.nat(7_000_000_000),
        fc.nat(),
        fc.nat(),
        (boundUs, most, at, o, d) => {
          const offset = (o % (2 * boundUs + 1)) - boundUs;
          const drift = (d % (2 * most + 1)) - most;
          const clock = newClock(offset, drift);
          const epsilon = epsilonAfter({ boundUs, driftPpm: most }, monotonicAt(clock, at));
          const now = intervalAt(wallAt(clock, at), epsilon);
          // The clock shows whole microseconds, and rounds down.
          expect(now.earliest).toBeLessThanOrEqual(at);
          expect(now.latest + 1).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });
  it('does not hold it for a clock that drifts faster than was promised', () => {
    const clock = newClock(0, 300);
    const now = intervalAt(
      wallAt(clock, 10_000_000),
      epsilonAfter({ boundUs: 0, driftPpm: 200 }, 10_000_000),
    );
    expect(now.earliest).toBeGreaterThan(10_000_000);
  });
  it('says of a moment that it has passed, that it has not come, or neither', () => {
    const now = intervalAt(100, 10);
    expect([89, 90, 100, 110, 111].map((t) => [hasPassed(now, t), isToCome(now, t)])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
  });
  it('is ordered only where nothing overlaps', () => {
    expect(compareIntervals(intervalAt(10, 4), intervalAt(20, 5))).toBe(-1);
    expect(compareIntervals(intervalAt(20, 5), intervalAt(10, 4))).toBe(1);
    expect(compareIntervals(intervalAt(10, 5), intervalAt(20, 5))).toBe(null);
    expect(compareIntervals(intervalAt(10, 5), intervalAt(10, 5))).toBe(null);
    expect(compareIntervals(intervalAt(10, 0), intervalAt(10, 0))).toBe(0);
  });
});

describe('commit wait', () => {
  it('puts the stamp between the beginning and the showing of a commit; a shorter wait does not', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(), fc.nat(), fc.nat(1_000_000), (epsilon, x, y, at) => {
        const within = (n: number) => (n % (2 * epsilon + 1)) - epsilon;
        const wall = (t: number, off: number) => intervalAt(t + within(off), epsilon);
        const stamp = commitStamp(wall(at, x));
        const shownAt = at + commitWait(epsilon);
        expect(mayShow(wall(shownAt, x), stamp)).toBe(true);
        expect(mayShow(wall(shownAt - 1, x), stamp)).toBe(false);
        expect(stamp).toBeGreaterThanOrEqual(at);
        expect(stamp).toBeLessThan(shownAt);
        // Whoever begins after that, at any node, gets a larger one.
        expect(commitStamp(wall(shownAt, y))).toBeGreaterThan(stamp);
      }),
    );
    const early = commitStamp(intervalAt(100 + 10, 10));
    expect(commitStamp(intervalAt(119 - 10, 10))).toBeLessThan(early);
  });
});

describe('the oracle', () => {
  it('never repeats a number, whatever it forgets in a crash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (crashes, block) => {
          let [oracle, disk] = [newOracle, 0];
          const given: number[] = [];
          for (const crash of crashes) {
            if (crash) oracle = recoveredOracle(disk);
            const next = nextStamp(oracle, block);
            disk = next.persist ?? disk;
            oracle = next.oracle;
            expect(next.stamp).toBeLessThanOrEqual(disk);
            expect(next.stamp).toBeGreaterThan(given.at(-1) ?? 0);
            given.push(next.stamp);
          }
        },
      ),
    );
  });
  it('writes to its disk once a block', () => {
    let oracle = newOracle;
    let writes = 0;
    for (let i = 0; i < 100; i++) {
      const next = nextStamp(oracle, 10);
      oracle = next.oracle;
      if (next.persist !== null) writes++;
    }
    expect([oracle.last, writes]).toEqual([100, 10]);
  });
});
