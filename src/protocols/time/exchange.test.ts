/** What an exchange tells, against the closed form: the error of the offset is half of how much the two ways differ. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkRules, nodeId, type View, World, type WorldConfig } from '#/kernel';
import type { Discipline } from './discipline';
import { boundOf, delayOf, offsetOf } from './exchange';
import { certainToWithin, errors, halfTheAsymmetry } from './judge';
import { ntp } from './ntp';

const [node, time] = [nodeId('node'), nodeId('time')];
const constant = (us: number): Partial<LinkRules> => ({ latency: { profile: 'constant', us } });

interface Setting {
  readonly there?: number;
  readonly back?: number;
  readonly offsetUs?: number;
  readonly driftPpm?: number;
  readonly params?: WorldConfig['params'];
  readonly rules?: Partial<LinkRules>;
  readonly seed?: number;
  readonly script?: WorldConfig['script'];
}

function worldOf({
  there = 0,
  back = 0,
  offsetUs = 0,
  driftPpm = 0,
  params = {},
  rules,
  seed = 1,
  script,
}: Setting) {
  return new World(
    {
      seed,
      nodes: [
        { id: node, role: 'client', offsetUs, driftPpm },
        { id: time, role: 'time' },
      ],
      links: [{ between: [node, time], rules: rules ?? constant(there), back: rules ?? constant(back) }],
      params: { discipline: 'watch', ...params },
      ...(script ? { script } : {}),
      stop: { atUs: 60_000_000 },
    },
    ntp.protocol,
  );
}

const disciplineOf = ({ nodes: [first] }: View) =>
  ((first as View['nodes'][number]).state as unknown as { discipline: Discipline }).discipline;
const lastOf = (view: View) => disciplineOf(view).last as NonNullable<Discipline['last']>;
/** How far the node's clock is ahead of the server's. */
const ahead = ({ nodes }: View): number => (nodes[0]?.wall as number) - (nodes[1]?.wall as number);
const isCertain = (view: View): boolean => certainToWithin.holds(view, []);

const latency = fc.nat(900_000);
const offset = fc.integer({ min: -5_000_000, max: 5_000_000 });

describe('an exchange', () => {
  it('is off by exactly half the asymmetry, and certain to within half the round trip', () => {
    fc.assert(
      fc.property(latency, latency, offset, fc.nat(300_000), (there, back, offsetUs, serverWorkUs) => {
        const view = worldOf({ there, back, offsetUs, params: { serverWorkUs, pollUs: 3_000_000 } })
          .run(6_000_000)
          .view();
        const last = lastOf(view);
        // The offset it finds is how far the server is ahead.
        const error = offsetOf(last) + offsetUs;
        expect(error).toBe(Math.floor((there - back) / 2));
        expect(delayOf(last)).toBe(there + back);
        expect(boundOf(last)).toBe(Math.ceil((there + back) / 2));
        expect(Math.abs(error)).toBeLessThanOrEqual(boundOf(last));
      }),
    );
  });
  it('shows nothing of which way took longer: two worlds, the same four readings', () => {
    const readings = (there: number, back: number, offsetUs: number) => {
      const { t0, t1, t2, t3 } = lastOf(worldOf({ there, back, offsetUs }).run(1_500_000).view());
      // Readings of the server are compared with the node's own.
      return [t1 - t0, t3 - t2, t3 - t0];
    };
    expect(readings(90_000, 10_000, 0)).toEqual(readings(50_000, 50_000, -40_000));
    expect(readings(90_000, 10_000, 0)).not.toEqual(readings(50_000, 50_000, 0));
  });
  it('that was stepped by leaves the clock wrong by half the asymmetry', () => {
    fc.assert(
      fc.property(latency, latency, offset, (there, back, offsetUs) => {
        const view = worldOf({ there, back, offsetUs, params: { discipline: 'step', pollUs: 2_000_000 } })
          .run(60_000_000)
          .view();
        expect(Math.abs(ahead(view) - (there - back) / 2)).toBeLessThanOrEqual(1);
        expect(halfTheAsymmetry.holds(view, [])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
  it('as a property allows for drift, and for nothing else', () => {
    const given = { there: 90_000, back: 10_000, params: { discipline: 'step', pollUs: 2_000_000 } };
    const holds = (more: Setting) =>
      halfTheAsymmetry.holds(
        worldOf({ ...given, ...more })
          .run(3_900_000)
          .view(),
        [],
      );
    expect([holds({}), holds({ driftPpm: 800 }), holds({ driftPpm: -800 })]).toEqual([true, true, true]);
    const command = { verb: 'clock', node, stepUs: 2 } as const;
    expect(holds({ script: [{ at: 3_000_000, command }] })).toBe(false);
  });
  it('with a drifting clock is as certain as before, besides the drift', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        offset,
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.constantFrom('watch', 'step', 'slew', 'ntpd'),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(60_000_000),
        (seed, offsetUs, driftPpm, discipline, slewPpm, until) => {
          const rules: Partial<LinkRules> = {
            latency: { profile: 'exponential', minUs: 5_000, meanUs: 40_000 },
            loss: 0.2,
            duplicate: 0.2,
            reorder: 0.2,
          };
          const world = worldOf({ rules, seed, offsetUs, driftPpm, params: { discipline, slewPpm } });
          expect(isCertain(world.run(until).view())).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
  it('promises nothing about a clock that somebody moves', () => {
    const command = { verb: 'clock', node, stepUs: 5_000_000 } as const;
    expect(
      isCertain(
        worldOf({ there: 10_000, script: [{ at: 1_500_000, command }] })
          .run(1_900_000)
          .view(),
      ),
    ).toBe(false);
  });
});

describe('what a node does with the answer', () => {
  const run = (discipline: string, offsetUs: number, slewPpm = 10_000) =>
    worldOf({ there: 10_000, back: 10_000, offsetUs, params: { discipline, slewPpm } });
  it('nothing: it watches, or asks nobody', () => {
    expect(disciplineOf(run('off', 90_000).run().view()).asked).toBe(0);
    const watched = run('watch', 90_000).run().view();
    expect([ahead(watched), offsetOf(lastOf(watched))]).toEqual([90_000, -90_000]);
    expect(errors(watched)).toBe('node +90 ms');
  });
  it('steps at once', () => {
    expect(ahead(run('step', 90_000).run(1_020_000).view())).toBe(0);
  });
  it('slews until it is right, never back again by more than it is bent during an exchange', () => {
    const world = run('slew', 90_000);
    let before = Number.POSITIVE_INFINITY;
    for (let at = 1_500_000; at < 15_000_000; at += 500_000) {
      const now = ahead(world.run(at).view());
      expect(now).toBeLessThanOrEqual(before + 300);
      expect(now).toBeGreaterThan(-300);
      before = now;
    }
    expect(Math.abs(before)).toBeLessThan(300);
    expect(world.trace.every((e) => e.type !== 'clock changed' || e.jumpUs === 0)).toBe(true);
  });
  it('as ntpd: slews what is small, and steps the rest', () => {
    const jumps = (offsetUs: number) =>
      run('ntpd', offsetUs)
        .run()
        .trace.filter((e) => e.type === 'clock changed' && e.jumpUs !== 0).length;
    expect([jumps(128_000), jumps(128_001)]).toEqual([0, 1]);
  });
  it('believes no answer to an earlier question', () => {
    const world = worldOf({
      there: 1_500_000,
      back: 10_000,
      params: { discipline: 'step', pollUs: 1_000_000 },
    });
    expect(disciplineOf(world.run().view()).answered).toBe(0);
  });
});

describe('a duration', () => {
  const measured = (script: Setting['script'], params = {}) => {
    const world = worldOf({
      there: 60_000,
      back: 20_000,
      offsetUs: 80_000,
      params,
      ...(script ? { script } : {}),
    });
    world.run(1_060_000);
    world.apply({ verb: 'invoke', node, op: { f: 'measure', value: 40 } });
    const { trace } = world.run();
    const end = trace.find((e) => e.type === 'completed');
    return end?.type === 'completed' ? end.seen.value : null;
  };
  it('across a step is negative by the wall clock, and never by the monotonic one', () => {
    expect(measured([], { discipline: 'step' })).toEqual({ wallUs: 40_000 - 60_000, monotonicUs: 40_000 });
    expect(measured([], { discipline: 'slew' })).toMatchObject({ monotonicUs: 40_000 });
    expect(measured([])).toEqual({ wallUs: 40_000, monotonicUs: 40_000 });
  });
  it('is never negative while the clock is only slewed, however fast', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: -900_000, max: 900_000 }),
        (ppm, by) => {
          const command = { verb: 'clock', node, slewUs: by, slewPpm: ppm } as const;
          const value = measured([{ at: 1_070_000, command }]) as unknown as { wallUs: number };
          expect(value.wallUs).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
