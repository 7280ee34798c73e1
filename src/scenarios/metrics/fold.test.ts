/** Stretches by hand, and against the plainest way to count them there is, on readings that nobody chose. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Micros } from '#/kernel';
import { metricsAt, metricsFold, usualWidth } from './fold';
import type { NodeLoad } from './series';
import { back, entriesOf, front, type Line, toyFold, toyMetrics, user } from './toy.fixture';

const WIDTH = 1000;
const at = (lines: readonly Line[], nth: number, untilUs = 3000): NodeLoad =>
  toyMetrics(lines, untilUs).stretches[nth]?.nodes[front] as NodeLoad;

describe('a stretch', () => {
  it('has what happened in it, its beginning and not its end', () => {
    const lines: Line[] = [
      [0, 'arrived', front],
      [999, 'arrived', front],
      [1000, 'arrived', front],
      [2500, 'called', user],
    ];
    const { stretches } = toyMetrics(lines, 3000);
    expect(stretches.map((s) => [s.fromUs, s.toUs, s.nodes[front]?.arrived, s.nodes[user]?.called])).toEqual([
      [0, 1000, 2, 0],
      [1000, 2000, 1, 0],
      [2000, 3000, 0, 1],
    ]);
  });

  it('is over when its time is, also if nothing happens; before, it is in none', () => {
    const lines: Line[] = [[0, 'called', user]];
    expect([0, 999, 1000, 1999, 2000, 5500].map((t) => toyMetrics(lines, t).stretches.length)).toEqual([
      0, 0, 1, 1, 2, 5,
    ]);
  });

  it('splits queues and work exactly where it ends', () => {
    const lines: Line[] = [
      [0, 'staffed', front, 2],
      [400, 'arrived', front],
      [400, 'started', front, 0],
      [600, 'arrived', front],
      [1500, 'started', front, 900],
      [2200, 'finished', front, 1800, false],
      [2700, 'finished', front, 1200, true],
    ];
    const pick = ({ queueMean, queueMost, busyUs, staffedUs, saturation, workedUs, wastedUs }: NodeLoad) => ({
      ...{ queueMean, queueMost, busyUs, staffedUs, saturation, workedUs, wastedUs },
    });
    expect([0, 1, 2].map((nth) => pick(at(lines, nth)))).toEqual([
      {
        ...{ queueMean: 0.4, queueMost: 1, busyUs: 600, staffedUs: 2000, saturation: 0.3 },
        ...{ workedUs: 0, wastedUs: 0 },
      },
      {
        ...{ queueMean: 0.5, queueMost: 1, busyUs: 1500, staffedUs: 2000, saturation: 0.75 },
        ...{ workedUs: 0, wastedUs: 0 },
      },
      {
        ...{ queueMean: 0, queueMost: 0, busyUs: 900, staffedUs: 2000, saturation: 0.45 },
        ...{ workedUs: 3000, wastedUs: 1800 },
      },
    ]);
  });

  it('does not call waiting what was taken up, or turned away, in the same moment', () => {
    const lines: Line[] = [
      [0, 'staffed', front, 1],
      [100, 'arrived', front],
      [100, 'started', front, 0],
      [200, 'arrived', front],
      [200, 'refused', front, false],
    ];
    expect(at(lines, 0)).toMatchObject({ queueMost: 0, queueMean: 0, refused: 1, started: 1 });
  });

  it('counts a worker too many while it works, and workers that come in the middle', () => {
    const lines: Line[] = [
      [0, 'staffed', front, 1],
      [0, 'arrived', front],
      [0, 'started', front, 0],
      [200, 'staffed', front, 0],
      [500, 'finished', front, 500, true],
      [800, 'staffed', front, 3],
    ];
    expect(at(lines, 0)).toMatchObject({ busyUs: 500, staffedUs: 200 + 300 + 600 });
  });

  it('ends waiting and work at a crash', () => {
    const lines: Line[] = [
      [0, 'staffed', front, 1],
      [0, 'arrived', front],
      [0, 'started', front, 0],
      [0, 'arrived', front],
      [300, 'crash', front],
    ];
    expect(at(lines, 0)).toMatchObject({ queueMean: 0.3, busyUs: 300, finished: 0 });
    expect(at(lines, 1)).toMatchObject({ queueMean: 0, busyUs: 0, staffedUs: 1000 });
  });

  it('says how breakers stand at its end', () => {
    const lines: Line[] = [
      [100, 'broke', front, back, 'open'],
      [1100, 'broke', front, back, 'half-open'],
      [1200, 'broke', front, back, 'closed'],
    ];
    expect([0, 1].map((nth) => at(lines, nth).breakers)).toEqual([{ back: 'open' }, { back: 'closed' }]);
  });
});

/** Requests at one node: when each comes, how long it waits and is worked on, whether in vain. */
const requests = fc.array(
  fc.record({
    at: fc.nat(5000),
    waits: fc.nat(1500),
    works: fc.integer({ min: 1, max: 2500 }),
    useful: fc.boolean(),
  }),
  { maxLength: 30 },
);
type Requests = typeof requests extends fc.Arbitrary<infer T> ? T : never;

function linesOf(all: Requests, staff: readonly (readonly [Micros, number])[] = []): Line[] {
  const lines = all.flatMap(({ at: came, waits, works, useful }): Line[] => [
    [came, 'arrived', front],
    [came + waits, 'started', front, waits],
    [came + waits + works, 'finished', front, works, useful],
  ]);
  lines.push(...staff.map(([when, n]): Line => [when, 'staffed', front, n]));
  // In time; at equal times as they were written, so that nobody starts before coming.
  return lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => a.line[0] - b.line[0] || a.i - b.i)
    .map((x) => x.line);
}

it('counts as one would who looked at every microsecond', () => {
  const staffing = fc.array(fc.tuple(fc.nat(6000), fc.nat(4)), { maxLength: 5 });
  fc.assert(
    fc.property(requests, staffing, (all, staff) => {
      const { stretches } = toyMetrics(linesOf(all, staff), 10_000);
      const inTime = [...staff].sort((a, b) => a[0] - b[0]);
      for (const { fromUs, toUs, nodes } of stretches) {
        let [queue, busy, staffed, most] = [0, 0, 0, 0];
        for (let t = fromUs; t < toUs; t++) {
          const waiting = all.filter((r) => r.at <= t && t < r.at + r.waits).length;
          const working = all.filter((r) => r.at + r.waits <= t && t < r.at + r.waits + r.works).length;
          const workers = inTime.filter(([when]) => when <= t).at(-1)?.[1] ?? 0;
          queue += waiting;
          busy += working;
          staffed += Math.max(workers, working);
          most = Math.max(most, waiting);
        }
        const done = all.filter((r) => {
          const end = r.at + r.waits + r.works;
          return end >= fromUs && end < toUs;
        });
        const sum = (some: Requests) => some.reduce((total, r) => total + r.works, 0);
        expect(nodes[front]).toMatchObject({
          ...{ queueMean: queue / WIDTH, queueMost: most, busyUs: busy, staffedUs: staffed },
          ...{ finished: done.length, wasted: done.filter((r) => !r.useful).length },
          ...{ workedUs: sum(done), wastedUs: sum(done.filter((r) => !r.useful)) },
        });
      }
    }),
    { numRuns: 40 },
  );
});

describe('the fold', () => {
  it('goes on alike from a copy, which neither changes nor is changed', () => {
    fc.assert(
      fc.property(requests, requests, fc.nat(), (all, others, cut) => {
        const fold = toyFold(WIDTH);
        const entries = entriesOf(linesOf(all));
        const some = entries.length === 0 ? 0 : cut % entries.length;
        const whole = fold.begin();
        for (const entry of entries) fold.take(whole, entry);
        const state = fold.begin();
        for (const entry of entries.slice(0, some)) fold.take(state, entry);
        const copy = fold.copy(state);
        const then = entries[some]?.at ?? 0;
        for (const entry of entriesOf(linesOf(others))) {
          if (entry.at >= then) fold.take(copy, entry);
        }
        // Looking ahead is no change either.
        metricsAt(state, 9_000);
        for (const entry of entries.slice(some)) fold.take(state, entry);
        expect(metricsAt(state, 10_000)).toEqual(metricsAt(whole, 10_000));
      }),
    );
  });

  it('shares stretches that are over, and gives the same answer while none is added', () => {
    const fold = toyFold(WIDTH);
    const state = fold.begin();
    for (const entry of entriesOf([
      [10, 'called', user],
      [2500, 'called', user],
    ]))
      fold.take(state, entry);
    const copy = fold.copy(state);
    const before = metricsAt(state, 2500);
    expect(metricsAt(state, 2999)).toBe(before);
    expect(metricsAt(state, 4000)).toBe(metricsAt(state, 4100));
    const [later] = entriesOf([[7000, 'called', user]]);
    if (later) fold.take(copy, later);
    expect(metricsAt(copy, 7000).stretches[0]).toBe(before.stretches[0]);
    expect(metricsAt(copy, 7000).stretches).toHaveLength(7);
    expect(metricsAt(state, 2500)).toBe(before);
  });

  it('wants a width that is one, and a protocol with a meter', () => {
    expect(() => toyFold(0)).toThrow('A stretch lasts whole microseconds, 1 or more.');
    expect(() => toyFold(1.5)).toThrow();
    expect(metricsFold({}, { seed: 1, nodes: [], links: [] }, WIDTH)).toBeNull();
  });
});

it('has a usual width for every length: round, and at most 120 of them', () => {
  expect([1, 60_000_000, 60_000_001, 25_000_000, 7_200_000_000].map(usualWidth)).toEqual([
    1_000, 500_000, 1_000_000, 500_000, 100_000_000,
  ]);
});
