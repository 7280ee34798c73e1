/** A node's own clocks: what drift, offset and steps do to what it reads and to when its timers go off. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotonicAt, newClock, reanchor, ticksAt, wallAt, whenTicks } from './clock';
import type { Command } from './command';
import { type Beat, b, stage, told } from './testing/story';

const clock = (at: number, settings: object) => ({
  at,
  command: { verb: 'clock', node: b, ...settings } as Command,
});

describe('what a node reads', () => {
  const reading: Beat[] = [[1_000_000, 'b', ['read clocks']]];
  const seen = (clocks: object, script: ReturnType<typeof clock>[] = []) =>
    stage(reading, { clocks: { b: clocks }, script })
      .run()
      .view().nodes[1]?.state;

  it('is virtual time on a good clock', () => {
    expect(seen({})).toMatchObject({ seen: [[1_000_000, 1_000_000]] });
  });

  it('is off by the offset on the wall, and not on the monotonic clock', () => {
    expect(seen({ offsetUs: -250 })).toMatchObject({ seen: [[999_750, 1_000_000]] });
  });

  it('runs away with the drift, on both', () => {
    expect(seen({ driftPpm: 200 })).toMatchObject({ seen: [[1_000_200, 1_000_200]] });
    expect(seen({ driftPpm: -200 })).toMatchObject({ seen: [[999_800, 999_800]] });
  });

  it('jumps with a step on the wall alone, and says by how much', () => {
    expect(seen({}, [clock(500, { stepUs: -9_000 })])).toMatchObject({ seen: [[991_000, 1_000_000]] });
    const world = stage([], { script: [clock(500, { offsetUs: 40 }), clock(600, { stepUs: 2 })] }).run();
    expect(told(world.trace, 'clock changed')).toEqual([
      '500 b clock changed jumpUs=40 driftPpm=0',
      '600 b clock changed jumpUs=2 driftPpm=0',
    ]);
  });

  it('goes on from where it was when the drift changes', () => {
    expect(seen({ driftPpm: 100_000 }, [clock(500_000, { driftPpm: 0 })])).toMatchObject({
      seen: [[1_050_000, 1_050_000]],
    });
  });

  it('stands beside every entry of that node', () => {
    const world = stage([[100, 'b', ['note', 'now']]], { clocks: { b: { offsetUs: 7 } } }).run();
    for (const e of world.trace) expect(e.local, e.type).toBe(e.node === 'b' ? e.at + 7 : e.at);
  });
});

describe('timers', () => {
  const beats: Beat[] = [[0, 'b', ['after', 't', 100_000]]];
  const fired = (script: ReturnType<typeof clock>[], clocks = {}) =>
    told(stage(beats, { script, clocks: { b: clocks } }).run().trace, 'timer fired');

  it('are never moved by a step of the wall clock, either way', () => {
    const steps = [
      clock(10, { stepUs: 90_000 }),
      clock(20, { stepUs: -500_000 }),
      clock(30, { offsetUs: 3 }),
    ];
    expect(fired(steps)).toEqual(fired([]));
    // Not even by a rounding, on a clock that drifts.
    expect(fired(steps, { driftPpm: -77 })).toEqual(fired([], { driftPpm: -77 }));
  });

  it('go off early on a fast clock, late on a slow one', () => {
    expect(fired([], { driftPpm: 250_000 })).toEqual(['80000 b timer fired name=t']);
    expect(fired([], { driftPpm: -200_000 })).toEqual(['125000 b timer fired name=t']);
  });

  it('are rescheduled by a change of drift: the deadline stands, the moment moves', () => {
    expect(fired([clock(50_000, { driftPpm: 250_000 })])).toEqual(['90000 b timer fired name=t']);
  });

  it('of one name replace each other, and can be cancelled', () => {
    const again: Beat[] = [
      [0, 'b', ['after', 't', 10_000], ['after', 'u', 10_000]],
      [5_000, 'b', ['after', 't', 20_000], ['cancel', 'u'], ['cancel', 'none']],
    ];
    const world = stage(again).run();
    expect(told(world.trace, 'timer set', 'timer cancelled', 'timer fired')).toEqual([
      '0 b timer set name=t delayUs=10000',
      '0 b timer set name=u delayUs=10000',
      '5000 b timer set name=t delayUs=20000',
      '5000 b timer cancelled name=u',
      '25000 b timer fired name=t',
    ]);
  });

  it('are shown with the moment at which they will go off', () => {
    const world = stage(beats, { clocks: { b: { driftPpm: 250_000 } } });
    world.next();
    expect(world.view().nodes[1]?.timers).toEqual([{ name: 't', setAt: 0, dueAt: 80_000 }]);
  });

  it.each([-1, 0.5, Number.NaN])('cannot be set for %s µs', (us) => {
    expect(() => stage([[0, 'b', ['after', 't', us]]]).run()).toThrow('Timer t wants whole microseconds');
  });
});

it.each([
  [{ driftPpm: -1_000_000 }, /at most 900000 either way/],
  [{ driftPpm: 0.5 }, /whole parts per million/],
  [{ stepUs: 0.1 }, /whole microseconds/],
  [{ offsetUs: 1e12 }, /at most two hours/],
])('a clock cannot be set to %j', (settings, reason) => {
  expect(stage([]).refusal(clock(0, settings).command)).toMatch(reason);
});

describe('the arithmetic', () => {
  const changes = fc.array(
    fc.record({
      after: fc.nat(2_000_000_000),
      driftPpm: fc.integer({ min: -900_000, max: 900_000 }),
      factor: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxLength: 4 },
  );

  it('is whole, never runs backwards, and loses less than a microsecond at a change', () => {
    fc.assert(
      fc.property(changes, fc.nat(1_000_000), (list, span) => {
        const c = newClock(5, 0);
        let at = 0;
        for (const change of list) {
          at += change.after;
          const [monotonic, ticks] = [monotonicAt(c, at), ticksAt(c, at)];
          reanchor(c, at);
          c.driftPpm = change.driftPpm;
          c.factor = change.factor;
          expect([monotonicAt(c, at), ticksAt(c, at)]).toEqual([monotonic, ticks]);
          expect(monotonicAt(c, at + span)).toBeGreaterThanOrEqual(monotonic);
          expect(ticksAt(c, at + span)).toBeGreaterThanOrEqual(ticks);
          expect(wallAt(c, at)).toBe(monotonic + 5);
          expect(Number.isSafeInteger(monotonicAt(c, at + span))).toBe(true);
        }
      }),
    );
  });

  it('finds the earliest moment at which a deadline is reached', () => {
    fc.assert(
      fc.property(changes, fc.nat(10_000_000), (list, delay) => {
        const c = newClock(0, 0);
        let at = 0;
        for (const change of list) {
          at += change.after;
          reanchor(c, at);
          c.driftPpm = change.driftPpm;
          c.factor = change.factor;
        }
        const deadline = ticksAt(c, at) + delay;
        const due = whenTicks(c, deadline, at);
        expect(ticksAt(c, due)).toBeGreaterThanOrEqual(deadline);
        if (due > at) expect(ticksAt(c, due - 1)).toBeLessThan(deadline);
      }),
    );
  });
});
