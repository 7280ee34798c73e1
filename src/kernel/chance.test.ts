/** Chance is a function: even, independent of what else happens, and monotone in what it is compared with. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { draw, happens, lane, Purpose, pick } from './chance';
import { puppet } from './testing/puppet';
import { type Beat, staged } from './testing/story';
import type { Entry } from './trace';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

describe('a draw', () => {
  it('is the same for the same seed, purpose, lane and count', () => {
    expect(draw(1, Purpose.loss, lane('a>b'), 3)).toBe(draw(1, Purpose.loss, lane('a>b'), 3));
  });

  it('is a 32-bit integer that changes with each of the four', () => {
    const base = [7, Purpose.latency, lane('a>b'), 0] as const;
    const others = [
      draw(8, base[1], base[2], base[3]),
      draw(base[0], Purpose.loss, base[2], base[3]),
      draw(base[0], base[1], lane('b>a'), base[3]),
      draw(base[0], base[1], base[2], 1),
    ];
    const word = draw(...base);
    for (const other of others) {
      expect(other).not.toBe(word);
      expect(Number.isInteger(other) && other >= 0 && other < 2 ** 32).toBe(true);
    }
  });

  it.each([1, 2, 99, -5, 2 ** 31 - 1])('spreads evenly over 64 bins with seed %i', (seed) => {
    const bins = new Array<number>(64).fill(0);
    const n = 64_000;
    for (let i = 0; i < n; i++) {
      const bin = pick(draw(seed, Purpose.choose, lane('node'), i), 64);
      bins[bin] = (bins[bin] as number) + 1;
    }
    const chi2 = bins.reduce((sum, count) => sum + (count - n / 64) ** 2 / (n / 64), 0);
    // 63 degrees of freedom: below 120 but for one run in 30,000; a draw that repeats is far above.
    expect(chi2).toBeLessThan(120);
    expect(chi2).toBeGreaterThan(25);
  });

  it('has no memory: neighbouring counts and lanes do not correlate', () => {
    const unit = (l: string, i: number) => draw(3, Purpose.loss, lane(l), i) / 2 ** 32 - 0.5;
    let across = 0;
    let along = 0;
    const n = 20_000;
    for (let i = 0; i < n; i++) {
      across += unit('a>b', i) * unit('b>a', i) * 12;
      along += unit('a>b', i) * unit('a>b', i + 1) * 12;
    }
    expect(Math.abs(across / n)).toBeLessThan(0.03);
    expect(Math.abs(along / n)).toBeLessThan(0.03);
  });
});

it('whatever happens at a chance happens at every higher one', () => {
  const chance = fc.nat(1_000).map((n) => n / 1_000);
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), chance, chance, (word, p, q) => {
      if (p <= q && happens(word, p)) expect(happens(word, q)).toBe(true);
    }),
  );
  expect(happens(2 ** 32 - 1, 1)).toBe(true);
  expect(happens(0, 0)).toBe(false);
});

/** Everything about one direction, in order, without entry numbers. */
const about = (trace: readonly Entry[], from: string, to: string) =>
  trace
    .filter((e) => 'from' in e && e.from === from && e.to === to)
    .map(({ id, event, cause, ...what }) => what);

const busy: Beat[] = [];
for (let i = 0; i < 40; i++) {
  busy.push([i * 2_000, 'a', ['send', 'b', 'work'], ['send', 'c', 'work']]);
  busy.push([i * 2_000 + 500, 'c', ['send', 'b', 'work', [['choose', 6]]]]);
}
const rules = {
  latency: { profile: 'uniform', minUs: 1_000, maxUs: 60_000 },
  loss: 0.2,
  duplicate: 0.2,
  reorder: 0.2,
} as const;

function extraLaw(extraSeed: number) {
  return fc.property(fc.integer(), fc.nat(80_000), (seed, at) => {
    const extra: Beat = [at, 'b', ['send', 'a', 'extra']];
    const plain = new World(staged(busy, { nodes: 'abc', rules, seed }), puppet).run();
    const more = new World(
      staged([...busy, extra], { nodes: 'abc', rules, seed: seed + extraSeed }),
      puppet,
    ).run();
    for (const [from, to] of [
      ['a', 'b'],
      ['a', 'c'],
      ['c', 'b'],
    ] as const) {
      expect(about(more.trace, from, to)).toEqual(about(plain.trace, from, to));
    }
    const chose = (world: World) => world.trace.flatMap((e) => (e.type === 'chose' ? [e.value] : []));
    expect(chose(more)).toEqual(chose(plain));
  });
}

it('an extra message on one link rerolls nothing on another', () => {
  fc.assert(extraLaw(0), { numRuns: 100 });
});

it('another seed, which rerolls everything, is caught by the same test', () => {
  expect(fc.check(extraLaw(1), { numRuns: 5 }).failed).toBe(true);
});

it('raising duplication adds copies and leaves those there were as they were', () => {
  const copies = (duplicate: number, seed: number) =>
    new World(staged(busy, { nodes: 'abc', rules: { ...rules, loss: 0, duplicate }, seed }), puppet)
      .run()
      .trace.flatMap((e) =>
        e.type === 'delivered' && e.copy > 0 ? [`${e.at} ${e.nth}/${e.copy} ${e.from}>${e.to}`] : [],
      );
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const many = copies(0.6, seed);
      const few = copies(0.2, seed);
      expect(many).toEqual(expect.arrayContaining(few));
      expect(many.length).toBeGreaterThan(few.length);
    }),
    { numRuns: 50 },
  );
});
