import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '#/scenarios';
import { drawnOf } from '../document/drawn';
import { pointsOf } from '../verdicts/marks';
import {
  BAR,
  fitView,
  inSight,
  LETTER,
  laneAt,
  layOut,
  roundStep,
  stepOf,
  textWidth,
  ticksOf,
  timeAt,
  xOf,
} from './geometry';

const history = (...operations: readonly (readonly [string, number, number | null])[]): History => ({
  name: 'some',
  initial: null,
  operations: operations.map(([process, start, end], i) => ({
    process,
    type: 'write',
    value: i * 1111,
    start,
    end,
    outcome: end === null ? 'unknown' : 'ok',
  })),
});
const drawn = drawnOf(history(['C1', 0, 4], ['C2', 2, 6], ['C1', 8, null]), 'register');

describe('the sheet', () => {
  it('goes from time to place and back', () => {
    const view = fitView(drawn, 800);
    expect(timeAt(view, xOf(view, 3.25))).toBeCloseTo(3.25);
    expect(xOf(view, 5)).toBeGreaterThan(xOf(view, 4));
  });
  it('has a lane a process and a bar an operation; an open bar reaches to its end', () => {
    const { lanes, bars, width, height } = layOut(drawn, fitView(drawn, 800));
    expect(lanes.map((lane) => lane.process)).toEqual(['C1', 'C2']);
    expect(bars.map((bar) => [bar.op.id, bar.open])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(bars[2]?.x2).toBe(width);
    expect(height).toBeGreaterThan((lanes[1]?.top ?? 0) + BAR);
    expect(laneAt(lanes, 5)?.process).toBe('C1');
    expect(laneAt(lanes, 5_000)?.process).toBe('C2');
  });
  it('shows the whole of a small history, and readable words of a long one', () => {
    const small = layOut(drawn, fitView(drawn, 800));
    expect(small.width).toBeLessThanOrEqual(810);
    const many = Array.from({ length: 500 }, (_, i) => ['C1', i * 2, i * 2 + 1] as const);
    const long = drawnOf(history(...many), 'register');
    const sheet = layOut(long, fitView(long, 800));
    expect(sheet.width).toBeGreaterThan(8_000);
    expect(sheet.bars.every((bar) => bar.words !== null)).toBe(true);
  });
  it('never lets words cover words or leave their bar, at any zoom', () => {
    const op = fc.tuple(
      fc.constantFrom('C1', 'C2'),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(op, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 60 }),
        (ops, scale) => {
          const some = drawnOf(history(...ops.map(([p, s, l]) => [p, s, s + l] as const)), 'register');
          const { bars } = layOut(some, { width: 0, names: 76, from: 0, scale });
          const boxes = bars.flatMap(({ words, text, y, x1, x2 }) => {
            if (!words) return [];
            const right = words.x + textWidth(text);
            if (words.place === 'inside') expect([words.x >= x1, right <= x2]).toEqual([true, true]);
            return [
              {
                left: words.x,
                right,
                top: words.place === 'inside' ? y + 6 : y - LETTER - 6,
                height: LETTER,
              },
            ];
          });
          for (const [i, a] of boxes.entries()) {
            for (const b of boxes.slice(i + 1)) {
              const apart =
                a.right <= b.left ||
                b.right <= a.left ||
                a.top + a.height <= b.top ||
                b.top + b.height <= a.top;
              expect(apart).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  it('stacks what a file says one process did at once', () => {
    const both = drawnOf(history(['C1', 0, 8], ['C1', 2, 6], ['C1', 9, 10]), 'register');
    const { bars, lanes } = layOut(both, { width: 0, names: 76, from: 0, scale: 30 });
    const [a, b, c] = bars.map((bar) => bar.y);
    expect(b).toBeGreaterThan((a ?? 0) + BAR);
    expect(c).toBe(a);
    expect(lanes[0]?.height).toBeGreaterThan(2 * BAR);
  });
  it('knows what is in sight', () => {
    const { bars } = layOut(drawn, { width: 0, names: 76, from: 0, scale: 100 });
    const seen = (left: number, right: number) =>
      bars.filter((bar) => inSight(bar, { left, right, top: 0, bottom: 900 })).map((bar) => bar.op.id);
    expect(seen(0, 200)).toEqual([1]);
    expect(seen(500, 700)).toEqual([2]);
    expect(seen(2_000, 3_000)).toEqual([]);
    expect(bars.filter((bar) => inSight(bar, { left: 0, right: 900, top: 90, bottom: 900 }))).toHaveLength(1);
  });
  it('moves by round steps, whole where times are whole', () => {
    expect([0.03, 0.2, 0.7, 1, 3, 12, 700].map(roundStep)).toEqual([0.05, 0.2, 1, 1, 5, 20, 1000]);
    expect(stepOf(drawn, { width: 0, names: 76, from: 0, scale: 300 })).toBe(1);
    const halves = drawnOf(history(['C1', 0.5, 1.5]), 'register');
    expect(stepOf(halves, { width: 0, names: 76, from: 0, scale: 300 })).toBe(0.02);
  });
  it('has ticks at round moments, as many as there is room for', () => {
    const view = { width: 0, names: 76, from: 0, scale: 30 };
    const ticks = ticksOf(view, { left: 0, right: 800, top: 0, bottom: 0 }, 800);
    expect(ticks.slice(0, 3)).toEqual([0, 5, 10]);
    expect(ticks.length).toBeLessThan(12);
  });
});

describe('the points of an order', () => {
  const op = (start: number, end: number | null) => ({ start, end });
  it('go up, and lie between the ends of their operations', () => {
    const order = [op(0, 9), op(2, 5), op(1, 4), op(3, null)];
    const points = pointsOf(order) ?? [];
    expect(points).toHaveLength(4);
    points.forEach((at, i) => {
      expect(at).toBeGreaterThanOrEqual(order[i]?.start ?? 0);
      expect(at).toBeLessThanOrEqual(order[i]?.end ?? 99);
      expect(at).toBeGreaterThanOrEqual(points[i - 1] ?? 0);
    });
  });
  it('do not exist for an order that turns time around', () => {
    expect(pointsOf([op(5, 6), op(0, 1)])).toBeNull();
  });
});
