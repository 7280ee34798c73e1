/** The search against brute force, on histories that are small enough for it. */
import { describe, expect, it } from 'vitest';
import { type History, type HistoryOperation, isOpen } from '../history';
import type { Judgement } from '../judgement';
import { type ObjectName, objectNames } from '../names';
import { objectCalled, type State } from '../objects';
import { filled, randomHistory, type Shape } from '../random-histories.fixture';
import { linearizable } from '.';
import { linearizableByForce, precedes } from './brute-force';

const EACH = 2_500;

const shapes: readonly Partial<Shape>[] = [
  {},
  { operations: 9, processes: 2, unknown: 5, reads: 60 },
  { operations: 7, processes: 6, values: 1, unknown: 40, false: 60 },
  { operations: 9, processes: 3, keys: 2, together: 30 },
  { operations: 6, processes: 5, failed: 0, false: 60 },
];

const drawn = (name: ObjectName, seed: number) =>
  randomHistory(name, seed, {
    ...shapes[seed % shapes.length],
    initial: seed % 7 === 0 ? filled[name] : null,
  });

/** What is wrong with an order that is said to explain a history; null if it does. */
function witnessFault(history: History, name: ObjectName, order: readonly number[]): string | null {
  const object = objectCalled(name);
  const states = new Map<string | undefined, State>();
  const placed = order.map((index) => [history.operations[index] as HistoryOperation, index] as const);
  for (const [place, each] of placed.entries()) {
    if (placed.slice(place + 1).some((later) => precedes(later, each))) return `${each[1]} is too early`;
    const [op] = each;
    const key = object.keyed ? op.key : undefined;
    const next = object.apply(states.get(key) ?? object.initial(history.initial), op);
    if (next === undefined) return `${each[1]} cannot have answered so`;
    states.set(key, next);
  }
  const missing = history.operations.findIndex(
    (op, index) => op.outcome !== 'failed' && !isOpen(op) && !order.includes(index),
  );
  return missing === -1 ? null : `${missing} is missing`;
}

type Judge = (history: History, name: ObjectName) => Judgement;

/** The first history on which a judge is wrong, with how; and how often each answer was right. */
function compare(judge: Judge, name: ObjectName, histories: number) {
  const right = { ok: 0, violated: 0 };
  for (let seed = 0; seed < histories; seed++) {
    const history = drawn(name, seed);
    const { verdict, witness } = judge(history, name);
    const expected = linearizableByForce(history, name) ? 'ok' : 'violated';
    if (verdict !== expected) return { right, wrong: { history, verdict, expected } };
    const fault = verdict === 'ok' ? witnessFault(history, name, witness?.[0]?.order ?? []) : null;
    if (fault !== null) return { right, wrong: { history, witness, fault } };
    right[expected]++;
  }
  return { right, wrong: null };
}

it.each(objectNames)(`agrees with brute force on ${EACH} histories of a %s, and shows its orders`, (name) => {
  const { right, wrong } = compare(linearizable, name, EACH);
  expect(wrong).toBeNull();
  expect(Math.min(right.ok, right.violated)).toBeGreaterThan(EACH / 20);
});

const changed =
  (change: (op: HistoryOperation, index: number) => HistoryOperation[]): Judge =>
  (history, name) => {
    const verdict = linearizable({ ...history, operations: history.operations.flatMap(change) }, name);
    return { ...verdict, witness: linearizable(history, name).witness ?? [] };
  };

describe('the comparison finds a judge that', () => {
  it.each<readonly [string, Judge]>([
    ['forgets what nobody heard the end of', changed((op) => (isOpen(op) ? [] : [op]))],
    [
      'takes a lost reply for a done deed',
      changed((op) => [isOpen(op) ? { ...op, end: op.start, outcome: 'ok' } : op]),
    ],
    [
      'takes a failure for a lost reply',
      changed((op) => [op.outcome === 'failed' ? { ...op, outcome: 'unknown' } : op]),
    ],
    ['does not look at the clock', changed((op) => [{ ...op, start: 0 }])],
    ['takes touching for overlapping', changed((op, index) => [{ ...op, process: `${index}` }])],
    [
      'takes touching for following',
      changed((op) =>
        [op.end === null ? op : { ...op, end: op.end - 0.5 }].filter(
          (each) => (each.end ?? each.start) >= each.start,
        ),
      ),
    ],
    ['holds all keys for one', changed(({ key: _, ...op }) => [op])],
    [
      'shows the operations in the order in which they began',
      (history, name) => ({
        ...linearizable(history, name),
        witness: [{ process: null, order: history.operations.map((_, index) => index) }],
      }),
    ],
    ['always says yes', (history, name) => ({ ...linearizable(history, name), verdict: 'ok' })],
    ['never knows', (history, name) => ({ ...linearizable(history, name), verdict: 'unknown' })],
  ])('%s', (_title, judge) => {
    expect(compare(judge, 'cas-register', EACH).wrong).not.toBeNull();
  });
});

it('answers the same when asked again', () => {
  for (let seed = 0; seed < 200; seed++) {
    const history = drawn('kv', seed);
    expect(linearizable(history, 'kv')).toEqual(linearizable(history, 'kv'));
  }
});
