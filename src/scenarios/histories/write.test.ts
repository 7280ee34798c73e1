import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History, HistoryOperation } from '#/checkers';
import { type Entry, nodeId } from '#/kernel';
import { historyOf, historyOnFile, objectOf } from '../history';
import { mermaidText } from './mermaid';
import { readHistories } from './read';
import { playgrounds, runOf } from './runs.fixture';
import { historyText } from './write';

const value = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 2 }),
);

/** Operations of some processes, each one thing after another. */
const operations: fc.Arbitrary<HistoryOperation[]> = fc
  .array(
    fc.record({
      process: fc.constantFrom('a', 'b', 'c / d', ''),
      type: fc.constantFrom('read', 'write'),
      key: fc.option(fc.string(), { nil: undefined }),
      value,
      length: fc.integer({ min: 0, max: 5 }),
      outcome: fc.constantFrom('ok', 'failed', 'unknown'),
      open: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ length, open, key, ...op }, i) => ({
      ...op,
      ...(key === undefined ? {} : { key }),
      outcome: op.outcome as HistoryOperation['outcome'],
      start: 10 * i,
      end: open ? null : 10 * i + length,
    })),
  );

it('a history comes back as it was written', () => {
  fc.assert(
    fc.property(fc.string(), value, operations, fc.boolean(), (name, initial, ops, replicas) => {
      const history: History = {
        name,
        initial,
        operations: ops,
        ...(replicas ? { replicas: { r1: [1], r2: initial } } : {}),
      };
      const read = readHistories(historyText(history, 'cas-register'));
      expect(read).toEqual({
        ok: true,
        format: 'json',
        histories: [{ history, object: 'cas-register', objectFrom: 'file' }],
      });
      const guessed = readHistories(historyText(history));
      expect(guessed).toMatchObject({ histories: [{ history, object: 'register' }] });
    }),
  );
});

const plays = fc.array(fc.tuple(fc.nat(10), fc.nat(), fc.nat()), { maxLength: 8 });

it('the history of any run comes back as it was', () => {
  const judged = playgrounds.filter(({ module }) => module.history);
  expect(judged.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.constantFrom(...judged), fc.nat(), plays, ({ scenario, module }, seed, list) => {
      const { operations: ops } = runOf({ scenario, module }, seed, list, 200);
      const [history, object] = [historyOnFile('run', ops, module), objectOf(module)];
      if (!history || !object) throw new Error('There is no history.');
      expect(readHistories(historyText(history, object))).toMatchObject({
        ok: true,
        histories: [{ history, object }],
      });
    }),
    { numRuns: 40 },
  );
});

it('what is not about the object stays out of the file, which would not be read with it', async () => {
  const members = playgrounds.find(({ scenario }) => scenario.name === 'raft-members');
  if (!members) throw new Error('There is no such playground.');
  const { operations: ops } = runOf(members, 1, [], 400);
  expect(ops.map(({ f }) => f)).toEqual(['remove']);
  const [kept, all] = [historyOnFile, historyOf].map((make) => make('run', ops, members.module) as History);
  expect(readHistories(historyText(kept as History, 'cas-register'))).toMatchObject({
    histories: [{ history: { operations: [] } }],
  });
  expect(readHistories(historyText(all as History, 'cas-register'))).toMatchObject({ ok: false });
});

it('a history of a log comes back without its lines, which are those of another file', () => {
  const log = 'INFO  jepsen.util - 0\t:invoke\t:write\t1\nINFO  jepsen.util - 0\t:ok\t:write\t1';
  const read = readHistories(log, { name: 'h' });
  if (!read.ok || !read.histories[0]) throw new Error('It is not read.');
  const { history } = read.histories[0];
  const again = readHistories(historyText(history));
  const [op] = history.operations;
  expect(op?.line).toBe(1);
  const { line: _, ...rest } = op as HistoryOperation;
  expect(again).toMatchObject({ histories: [{ history: { operations: [rest] } }] });
  expect(historyText(history)).not.toContain('line');
});

describe('a Mermaid sequence diagram', () => {
  const common = { event: 1, at: 0, local: 0, cause: -1 };
  const [a, b] = [nodeId('a'), nodeId('b')];
  const message = { from: a, to: b, kind: 'ask; #1', nth: 1 };
  const entry = (id: number, node: string | null, rest: object) =>
    ({ ...common, id, node: node === null ? null : nodeId(node), ...rest }) as Entry;

  it('draws what arrived, what was dropped, what is on its way, and what befell a node', () => {
    const trace = [
      entry(0, 'a', { type: 'invoked', op: 'o1', process: 'p', f: 'write', value: { x: '<b>' } }),
      entry(1, 'a', { type: 'sent', ...message, copy: 0, body: null }),
      entry(2, null, { type: 'duplicated', ...message, copy: 1, of: 0 }),
      entry(3, null, { type: 'duplicated', ...message, copy: 2, of: 0 }),
      entry(4, 'b', { type: 'delivered', ...message, copy: 1, body: null }),
      entry(5, null, { type: 'dropped', ...message, copy: 0, reason: 'lost', place: 0.5 }),
      entry(6, 'b', { type: 'timer set', name: 't', delayUs: 1 }),
      entry(7, 'b', { type: 'note', text: 'two\nlines' }),
    ];
    expect(mermaidText(trace, [{ id: 'b', label: 'Ben: the 2nd' }, { id: 'a' }])).toBe(
      [
        'sequenceDiagram',
        '  participant n0 as Ben#58; the 2nd',
        '  participant n1 as a',
        '  Note over n1: p begins write #123;#34;x#34;#58;#34;#60;b#62;#34;#125;',
        '  n1->>n0: ask#59; #35;1',
        '  n1-xn0: ask#59; #35;1 (lost)',
        '  Note over n0: two lines',
        '  n1--)n0: ask#59; #35;1 (on its way)',
        '',
      ].join('\n'),
    );
  });

  it('of any run has lines of four kinds only, and an arrow for every message that ended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...playgrounds), fc.nat(), plays, (ground, seed, list) => {
        const { trace } = runOf(ground, seed, list);
        const text = mermaidText(trace, []);
        const [first, ...lines] = text.trimEnd().split('\n');
        expect(first).toBe('sequenceDiagram');
        const plain =
          /^ {2}(?:participant n\d+ as |Note over n\d+: |n\d+(?:->>|-x|--\))n\d+: )(?:[^#;:<>"{}]|#\d+;)+$/;
        expect(lines.filter((line) => !plain.test(line))).toEqual([]);
        const ended = trace.filter(({ type }) => type === 'delivered' || type === 'dropped').length;
        expect(lines.filter((line) => /^ {2}n\d+(?:->>|-x)/.test(line))).toHaveLength(ended);
      }),
      { numRuns: 40 },
    );
  });
});
