import { describe, expect, test } from 'vitest';
import type { History, HistoryOperation, Judgement, OperationRecord } from '#/scenarios';
import { askedText, operationText } from '../tape/operations';
import type { ModelVerdict, Verdicts } from './judges';
import { blameWords, notesOf, orderOf, pointsOf } from './notes';
import { staleBy } from './stale';

const op = (
  process: string,
  type: string,
  value: HistoryOperation['value'],
  start: number,
  end: number | null,
  extra: Partial<HistoryOperation> = {},
): HistoryOperation => ({
  process,
  type,
  value: value ?? null,
  start,
  end,
  outcome: end === null ? 'unknown' : 'ok',
  ...extra,
});
const history = (...operations: HistoryOperation[]): History => ({ name: 'test', initial: 0, operations });

describe('how stale a read is', () => {
  const stale = history(
    op('a', 'write', 1, 0, 10),
    op('a', 'write', 2, 20, 30),
    op('a', 'write', 3, 40, 50),
    op('b', 'read', 1, 60, 70),
    op('b', 'read', 0, 80, 90),
    op('b', 'read', 3, 100, 110),
  );

  test('is the writes that ended after the one it saw and before it began', () => {
    expect([3, 4, 5].map((i) => staleBy(stale, i))).toEqual([2, 3, 0]);
    expect([3, 4, 5].map((i) => blameWords(stale, i))).toEqual([
      'stale by 2 writes',
      'stale by 3 writes',
      'to blame',
    ]);
    expect(blameWords(history(op('a', 'write', 1, 0, 1), op('b', 'read', 0, 2, 3)), 1)).toBe(
      'stale by 1 write',
    );
  });

  test('counts no write that overlaps the read, or the one it saw', () => {
    const overlapping = history(
      op('a', 'write', 1, 0, 30),
      op('c', 'write', 2, 20, 40),
      op('d', 'write', 3, 50, 90),
      op('b', 'read', 1, 60, 70),
    );
    expect(staleBy(overlapping, 3)).toBe(0);
  });

  test('is not told where the write it saw cannot be, or nobody saw it end', () => {
    const twice = [op('a', 'write', 1, 0, 10), op('a', 'write', 1, 20, 30), op('a', 'write', 2, 40, 50)];
    expect(staleBy(history(...twice, op('b', 'read', 1, 60, 70)), 3)).toBe(0);
    const open = [op('a', 'write', 1, 0, null), op('c', 'write', 2, 20, 30)];
    expect(staleBy(history(...open, op('b', 'read', 1, 60, 70)), 2)).toBe(0);
    expect(staleBy(history(op('a', 'write', 2, 0, 10), op('b', 'read', 7, 60, 70)), 1)).toBe(0);
    expect(staleBy(history(op('a', 'write', 2, 0, 10)), 0)).toBe(0);
  });

  test('keeps keys apart, and counts what a comparison has set', () => {
    const keys = history(
      op('a', 'write', 1, 0, 10, { key: 'x' }),
      op('a', 'cas', [0, 2], 20, 30, { key: 'y', result: true }),
      op('a', 'cas', [2, 3], 40, 50, { key: 'y', result: false }),
      op('b', 'read', 0, 60, 70, { key: 'y' }),
    );
    expect(staleBy(keys, 3)).toBe(1);
  });
});

describe('the points of an order', () => {
  test('lie in their bars, and one never before the one ahead of it', () => {
    const lasting = (invokedAt: number, completedAt: number | null, outcome: OperationRecord['outcome']) => ({
      invokedAt,
      completedAt,
      outcome,
    });
    const some = [
      lasting(0, 100, 'ok'),
      lasting(10, 40, 'ok'),
      // It timed out at 30 and took effect later.
      lasting(20, 30, 'unknown'),
      lasting(50, 90, 'ok'),
      lasting(60, null, 'open'),
    ];
    const order = [0, 1, 2, 3, 4];
    const points = pointsOf(some, order, 200);
    order.forEach((index, i) => {
      const { invokedAt, completedAt, outcome } = some[index] as (typeof some)[number];
      expect(points[i]).toBeGreaterThanOrEqual(Math.max(invokedAt, points[i - 1] ?? 0));
      expect(points[i]).toBeLessThanOrEqual(outcome === 'ok' ? (completedAt as number) : 200);
    });
    expect(pointsOf(some, [1, 3, 2], 200)[2]).toBeGreaterThan(50);
  });
});

describe('what is noted on the tape', () => {
  const stale = history(op('a', 'write', 1, 0, 10), op('b', 'read', 0, 20, 30), op('a', 'write', 2, 40, 50));
  const verdicts: Verdicts = {
    run: 0,
    branch: 0,
    at: 60,
    history: stale,
    operations: [5, 9, 14].map(
      (invokedEntry, i) =>
        ({ invokedEntry, invokedAt: i * 20, completedAt: i * 20 + 10, outcome: 'ok' }) as OperationRecord,
    ),
    models: [],
  };
  const verdict = (model: ModelVerdict['model'], rest: Partial<Judgement>): ModelVerdict => ({
    model,
    verdict: 'ok',
    reason: '',
    operations: [],
    steps: 1,
    ...rest,
  });

  test('is who is to blame, and how', () => {
    const violated = verdict('linearizable', { verdict: 'violated', operations: [0, 1] });
    expect([...notesOf(verdicts, violated, null)]).toEqual([
      [5, { words: 'to blame', look: 'blamed' }],
      [9, { words: 'stale by 1 write', look: 'stale' }],
    ]);
  });

  test('is a numbered order, with its points only where the model keeps real time', () => {
    const witness = [{ process: null, order: [1, 0, 2] }];
    const sequential = notesOf(verdicts, verdict('sequential', { witness }), null);
    expect([...sequential]).toEqual([
      [9, { words: '1', look: 'ordered' }],
      [5, { words: '2', look: 'ordered' }],
      [14, { words: '3', look: 'ordered' }],
    ]);
    const linearizable = notesOf(verdicts, verdict('linearizable', { witness }), null);
    expect([...linearizable.values()].every((note) => note.point !== undefined)).toBe(true);
  });

  test('is the order of the client asked for', () => {
    const causal = verdict('causal', {
      witness: [
        { process: 'a', order: [0, 2] },
        { process: 'b', order: [1, 0, 2] },
      ],
    });
    expect(orderOf(causal, 'b')).toEqual([1, 0, 2]);
    expect(orderOf(causal, 'nobody')).toEqual([0, 2]);
    expect(notesOf(verdicts, causal, 'b').get(9)?.words).toBe('1');
  });

  test('is nothing where nothing is known', () => {
    expect(notesOf(verdicts, verdict('causal', { verdict: 'unknown' }), null).size).toBe(0);
    expect(notesOf(verdicts, verdict('causal', {}), null).size).toBe(0);
  });
});

describe('an operation in words', () => {
  const seen = (value: unknown) => ({ as: 'value' as const, value: value as never });

  test('is what was asked, and what came back where that is more', () => {
    expect(operationText({ f: 'write', value: 1 }, seen(1))).toBe('write 1');
    expect(operationText({ f: 'read', value: null }, seen(0))).toBe('read → 0');
    expect(operationText({ f: 'read', value: null }, seen(null))).toBe('read → nothing');
    expect(operationText({ f: 'read', value: null }, { as: 'timeout' })).toBe('read');
    expect(operationText({ f: 'read', value: null }, null)).toBe('read');
    expect(operationText({ f: 'cas', value: [1, 2] }, seen(true))).toBe('cas 1 → 2: yes');
    expect(operationText({ f: 'cas', value: [1, 2] }, seen(false))).toBe('cas 1 → 2: no');
    expect(operationText({ f: 'get', value: { key: 'x' } }, seen(4))).toBe('get x → 4');
    expect(askedText({ f: 'put', value: { key: 'x', value: 4 } })).toBe('put x 4');
  });
});
