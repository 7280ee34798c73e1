/** Slewing: a wall clock that is bent until it is right, by hand or by its own node, against one that is stepped. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotonicAt, newClock, offsetAt, slew, slewLeft, wallAt } from './clock';
import type { Command } from './command';
import { inverse } from './inverse';
import { puppet } from './testing/puppet';
import { type Beat, b, stage, staged, told } from './testing/story';
import { UntimedWorld } from './untimed';

const clock = (settings: object): Command => ({ verb: 'clock', node: b, ...settings }) as Command;
const readings = (...at: number[]): Beat[] => at.map((t) => [t, 'b', ['read clocks']]);
function seen(beats: Beat[], script: { at: number; command: Command }[], clocks = {}): number[][] {
  const { nodes } = stage(beats, { script, clocks: { b: clocks } })
    .run()
    .view();
  return (nodes[1]?.state as unknown as { seen: number[][] } | undefined)?.seen ?? [];
}

describe('a slew', () => {
  it('bends the wall clock at its rate until the offset is gone, and leaves the monotonic clock alone', () => {
    // 100 ms behind; a tenth of the time is made up: 1 s, from 1 s on.
    const script = [{ at: 1_000_000, command: clock({ slewUs: 100_000, slewPpm: 100_000 }) }];
    const found = seen(readings(1_000_000, 1_500_000, 2_000_000, 3_000_000), script, { offsetUs: -100_000 });
    expect(found).toEqual([
      [900_000, 1_000_000],
      [1_450_000, 1_500_000],
      [2_000_000, 2_000_000],
      [3_000_000, 3_000_000],
    ]);
  });
  it('goes at half a millisecond in a second where nobody says how fast', () => {
    const script = [{ at: 0, command: clock({ slewUs: -10_000 }) }];
    expect(seen(readings(4_000_000), script)).toEqual([[3_998_000, 4_000_000]]);
  });
  it('ends where it is when another one begins, or when the clock is stepped or set', () => {
    const first = { at: 0, command: clock({ slewUs: 100_000, slewPpm: 100_000 }) };
    const at = 500_000;
    const ends = (settings: object) => seen(readings(5_000_000), [first, { at, command: clock(settings) }]);
    expect(ends({ slewUs: 0 })).toEqual([[5_050_000, 5_000_000]]);
    expect(ends({ slewUs: -20_000, slewPpm: 100_000 })).toEqual([[5_030_000, 5_000_000]]);
    expect(ends({ stepUs: 7 })).toEqual([[5_050_007, 5_000_000]]);
    expect(ends({ offsetUs: 7 })).toEqual([[5_000_007, 5_000_000]]);
    expect(ends({ driftPpm: 10 })).toEqual([[5_100_045, 5_000_045]]);
  });
  it('is told with how far and how fast, and moves no timer', () => {
    const beats: Beat[] = [[0, 'b', ['after', 't', 100_000]]];
    const script = [{ at: 10, command: clock({ slewUs: -90_000, slewPpm: 500_000 }) }];
    const { trace } = stage(beats, { script }).run();
    expect(told(trace, 'clock changed', 'timer fired')).toEqual([
      '10 b clock changed jumpUs=0 driftPpm=0 slewUs=-90000 slewPpm=500000',
      '100000 b timer fired name=t',
    ]);
  });
  it('shows in the view while it lasts, and its offset as it is', () => {
    const world = stage(readings(100_000, 2_000_000));
    world.apply(clock({ slewUs: 50_000, slewPpm: 100_000 }));
    world.run(100_000);
    expect(world.view().nodes[1]).toMatchObject({ offsetUs: 10_000, slew: { leftUs: 40_000, ppm: 100_000 } });
    expect(world.run().view().nodes[1]).toMatchObject({ offsetUs: 50_000 });
    expect(world.view().nodes[1]).not.toHaveProperty('slew');
  });
  it('is taken back with what was still to be bent', () => {
    const world = stage(readings(100_000, 2_000_000));
    world.apply(clock({ slewUs: 50_000, slewPpm: 100_000 }));
    world.run(100_000);
    const before = world.view();
    for (const command of [clock({ stepUs: 999 }), clock({ slewUs: -1 }), clock({ driftPpm: 5 })]) {
      world.apply(command);
      for (const back of inverse(before, command) ?? []) world.apply(back);
      expect(world.view().nodes[1]).toMatchObject({ ...before.nodes[1] });
    }
    world.apply(clock({ slewUs: 0 }));
    const { nodes } = world.view();
    expect(nodes[1]).not.toHaveProperty('slew');
  });
  it.each([
    [{ slewUs: 0.5 }, /whole microseconds/],
    [{ slewUs: 1e12 }, /at most two hours/],
    [{ slewUs: 1, slewPpm: 0 }, /slewed by whole parts per million, from 1 to 500000/],
    [{ slewUs: 1, slewPpm: 600_000 }, /slewed by whole parts per million/],
  ])('cannot be %j', (settings, reason) => {
    expect(stage([]).refusal(clock(settings))).toMatch(reason);
    const change = settings as { slewUs: number };
    expect(() => stage([[0, 'b', ['adjust clock', change]]]).run()).toThrow(reason);
  });
});

describe('a node', () => {
  it('steps or slews its own clock, as an effect of its own', () => {
    const beats: Beat[] = [
      [0, 'b', ['adjust clock', { stepUs: -300 }], ['read clocks']],
      [1_000, 'b', ['adjust clock', { slewUs: 300, slewPpm: 100_000 }]],
      [9_000, 'b', ['read clocks']],
    ];
    const world = stage(beats).run();
    expect(world.view().nodes[1]?.state).toMatchObject({
      seen: [
        [-300, 0],
        [9_000, 9_000],
      ],
    });
    const caused = world.trace.find((e) => e.type === 'clock changed');
    expect(world.trace[caused?.cause ?? -1]?.type).toBe('invoked');
  });
  it('that crashes before it has done so has not', () => {
    const world = stage([[0, 'b', ['persist', 'k', 1], ['adjust clock', { stepUs: -300 }]]]);
    world.apply({ verb: 'crash', node: b, disk: 'kept', afterEffect: 1 });
    expect(told(world.run().trace, 'persisted', 'clock changed')).toHaveLength(1);
  });
  it('cannot where there is no time', () => {
    const beats: Beat[] = [[0, 'b', ['adjust clock', { stepUs: 1 }]]];
    const world = new UntimedWorld(staged(beats), puppet, { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 });
    const [begin] = world.choices();
    expect(() => begin && world.take(begin)).toThrow(/b adjusts its clock, but in an untimed world/);
  });
});

describe('the arithmetic', () => {
  const change = fc.record({
    after: fc.nat(2_000_000_000),
    byUs: fc.integer({ min: -7_000_000_000, max: 7_000_000_000 }),
    ppm: fc.integer({ min: 1, max: 500_000 }),
  });
  it('never runs backwards, is continuous at a change, and ends at exactly what was asked for', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -900_000, max: 900_000 }),
        fc.nat(3_000),
        (list, drift, span) => {
          const c = newClock(5, drift);
          let at = 0;
          for (const { after, byUs, ppm } of list) {
            at += after;
            const wall = wallAt(c, at);
            slew(c, at, byUs, ppm);
            expect([wallAt(c, at), slewLeft(c, at)]).toEqual([wall, byUs]);
            expect(wallAt(c, at + span)).toBeGreaterThanOrEqual(wall);
            expect(wallAt(c, at + span + 1)).toBeGreaterThanOrEqual(wallAt(c, at + span));
            // A slew moves the wall clock by no more than its rate allows.
            const [moved, passed] = [
              offsetAt(c, at + span) - offsetAt(c, at),
              monotonicAt(c, at + span) - monotonicAt(c, at),
            ];
            expect(Math.abs(moved)).toBeLessThanOrEqual((passed * ppm) / 1e6);
            expect(Number.isSafeInteger(wallAt(c, at + span))).toBe(true);
          }
          const before = offsetAt(c, at);
          slew(c, at, 1_000, 500_000);
          expect(offsetAt(c, at + 40_000)).toBe(before + 1_000);
          expect(slewLeft(c, at + 40_000)).toBe(0);
        },
      ),
    );
  });
});

describe('a leap second', () => {
  const leap = (settings: object) =>
    seen(readings(999_000, 1_001_000, 50_000_000, 100_000_000, 102_000_000), [
      { at: 1_000_000, command: clock(settings) },
    ]).map(([wall]) => wall as number);
  it('stepped: the wall clock shows one second twice, and a duration across it is negative', () => {
    const [before, after] = leap({ stepUs: -1_000_000 });
    expect((after as number) - (before as number)).toBe(2_000 - 1_000_000);
  });
  it('smeared over 100 seconds: every duration is right to one part in a hundred, and the second is gone at the end', () => {
    const [before, after, half, almost, end] = leap({ slewUs: -1_000_000, slewPpm: 10_000 }) as number[];
    expect((after as number) - (before as number)).toBeGreaterThan(1_980);
    expect([half, almost, end]).toEqual([49_510_000, 99_010_000, 101_000_000]);
  });
});
