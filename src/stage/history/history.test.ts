import { expect, it } from 'vitest';
import type { HistoryOperation } from '#/scenarios';
import { textWidth } from '../tape/text-width';
import { planOf, TEXT } from './plan';
import { endingWords, operationWords } from './words';

const op = (process: string, start: number, end: number | null, rest: Partial<HistoryOperation> = {}) =>
  ({
    process,
    type: 'write',
    value: 1,
    start,
    end,
    outcome: end === null ? 'unknown' : 'ok',
    ...rest,
  }) as const;

it('gives the words of a lane room, within what a page has', () => {
  const crowded = [op('A', 0, 8), op('A', 12, 20), op('A', 24, 30), op('B', 0, 100)];
  const { bars, width } = planOf(crowded);
  const [first, second] = bars.map((bar) => (bar.from / 100) * width) as [number, number];
  expect(second - first).toBeGreaterThan(textWidth('1 write 1', TEXT));
  expect(planOf([op('A', 0, 1), op('A', 1.01, 1000)]).width).toBe(900);
  expect(planOf([op('A', 0, 50), op('B', 60, 100)]).width).toBe(240);
});

it('draws what has no end past everything that has one, and leads from a place back to its time', () => {
  const { bars, at, timeAt } = planOf([op('A', 0, 70), op('B', 10, null)]);
  const [whole, open] = bars;
  expect(open?.open).toBe(true);
  expect(open?.to).toBeGreaterThan((whole?.to ?? 100) + 5);
  expect(timeAt(at(35))).toBeCloseTo(35);
});

it('keeps the words of a bar at the edge inside the picture', () => {
  const { bars } = planOf([op('A', 0, 80), op('B', 96, 100, { type: 'read', value: 'a long value' })]);
  expect(bars.map((bar) => bar.anchor)).toEqual(['start', 'end']);
});

it('says what was asked and what came back, and how it ended where that is not well', () => {
  const said = (type: string, value: HistoryOperation['value'], rest: Partial<HistoryOperation> = {}) =>
    operationWords(op('A', 0, 1, { type, value, ...rest } as Partial<HistoryOperation>));
  expect(said('write', 1)).toBe('write 1');
  expect(said('read', 1)).toBe('read → 1');
  expect(said('read', null)).toBe('read → nothing');
  expect(said('get', 'v', { key: 'x' })).toBe('get x → v');
  expect(said('cas', [1, 2], { result: false })).toBe('cas 1 → 2: no');
  expect(said('read', null, { end: null, outcome: 'unknown' })).toBe('read');
  expect(endingWords(op('A', 0, null))).toBe('no answer: unknown');
  expect(endingWords(op('A', 0, 1))).toBe('');
});
