/** Percentiles against a list that is sorted whole; totals and series by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureNames, measures } from './measures';
import { percentile } from './ranks';
import { measured, seriesOf, totalsOf } from './totals';
import { back, front, type Line, toyMetrics, user } from './toy.fixture';

describe('a percentile', () => {
  it('is the value of its rank among all, as if they had been one list', () => {
    const lists = fc.array(fc.array(fc.nat(5_000), { maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.constantFrom(1, 500, 900, 990, 999, 1000), (some, perMille) => {
        const all = some.flat().sort((a, b) => a - b);
        const brute = all.find((_, i) => (i + 1) * 1000 >= perMille * all.length) ?? null;
        const sorted = some.map((list) => [...list].sort((a, b) => a - b));
        expect(percentile(sorted, perMille)).toBe(brute);
      }),
      { numRuns: 300 },
    );
  });
  it('is a value that was measured: of one, that one; of nothing, nothing', () => {
    expect([percentile([[7]], 500), percentile([[7]], 999), percentile([[]], 500)]).toEqual([7, 7, null]);
    expect(
      percentile(
        [
          [1, 2],
          [3, 4],
        ],
        500,
      ),
    ).toBe(2);
    expect(percentile([Array.from({ length: 1000 }, (_, i) => i)], 999)).toBe(998);
    expect(percentile([[7_200_000_000, 7_200_000_001]], 990)).toBe(7_200_000_001);
  });
});

/** Two calls: one answered at the second try, one given up. The second request of the first is worked on in vain. */
const lines: Line[] = [
  [0, 'staffed', front, 1],
  [100, 'called', user],
  [100, 'tried', user, front, 1],
  [200, 'arrived', front],
  [200, 'started', front, 0],
  [300, 'called', user],
  [300, 'tried', user, front, 1],
  [400, 'arrived', front],
  [700, 'finished', front, 500, true],
  [700, 'started', front, 300],
  [900, 'ended', user, 'ok', 800],
  [1300, 'ended', user, 'unknown', 1000],
  [1700, 'finished', front, 1000, false],
  [1800, 'tried', user, front, 2],
  [1900, 'arrived', front],
  [1900, 'refused', front, false],
];
const metrics = toyMetrics(lines, 2000);

describe('totals', () => {
  it('are of the users and of each node', () => {
    const { fromUs, toUs, users, nodes } = totalsOf(metrics, 0, 2000);
    expect([fromUs, toUs]).toEqual([0, 2000]);
    expect(users).toMatchObject({ called: 2, ok: 1, unknown: 1, tries: 3, retries: 1 });
    expect(users.measured).toEqual({
      rate: 1000,
      errors: 0.5,
      saturation: null,
      p50: 0.8,
      p99: 0.8,
      'p99.9': 0.8,
      'queue depth': 0.15,
      goodput: 500,
      'wasted work': 1000 / 1500,
      tries: 1.5,
    });
    expect(nodes[front]?.measured).toMatchObject({
      ...{ rate: 1500, errors: 1 / 3, saturation: 0.75, p50: null, goodput: 500, tries: 1.5 },
    });
    expect(nodes[back]?.measured).toMatchObject({ rate: 0, errors: null, saturation: null, tries: null });
  });

  it('are of the stretches that lie within; of none there is nothing to say', () => {
    expect(totalsOf(metrics, 500, 2000)).toMatchObject({ fromUs: 1000, toUs: 2000 });
    expect(totalsOf(metrics, 0, 1999).users.called).toBe(2);
    const none = totalsOf(metrics, 100, 900);
    expect([none.fromUs, none.toUs]).toEqual([100, 100]);
    for (const name of measureNames) expect(none.users.measured[name]).toBeNull();
  });

  it('say the same one by one', () => {
    const all = totalsOf(metrics, 0, 2000);
    for (const name of measureNames) {
      expect(measured(metrics, name, 0, 2000)).toBe(all.users.measured[name]);
      expect(measured(metrics, name, 0, 2000, front)).toBe(all.nodes[front]?.measured[name]);
    }
    expect(() => measured(metrics, 'rate', 0, 2000, 'nobody' as never)).toThrow('no node called nobody');
  });
});

describe('a series', () => {
  it('has a point for each stretch, and none where there was nothing to measure', () => {
    const points = (...of: Parameters<typeof seriesOf>) => seriesOf(...of).points.map(({ value }) => value);
    expect(points(metrics, 'p50')).toEqual([0.8, null]);
    expect(points(metrics, 'saturation', front)).toEqual([0.8, 0.7]);
    expect(points(metrics, 'wasted work')).toEqual([0, 1]);
    expect(seriesOf(metrics, 'errors')).toMatchObject({ unit: 'share', title: 'Errors', node: null });
    expect(seriesOf(metrics, 'errors', front).words).toContain('turned away');
  });
  it('is not of users where a measure is of nodes', () => {
    expect(() => seriesOf(metrics, 'saturation')).toThrow('Saturation is measured at a node.');
  });
  it('has words for every measure', () => {
    for (const name of measureNames) {
      const { title, ofNode } = measures[name];
      expect(title.length).toBeGreaterThan(3);
      expect(ofNode).toMatch(/\.$/);
    }
  });
});
