/** What each object does when operations come one at a time, and what it refuses to have been answered. */
import { describe, expect, it } from 'vitest';
import type { Json } from '#/kernel';
import type { HistoryOperation } from '../history';
import { type ObjectName, objectNames } from '../names';
import { randomHistory } from '../random-histories.fixture';
import { keyOf, objectCalled, type State, same, whyNotApplicable } from '.';

type Call = Partial<HistoryOperation> & { readonly type: string };

const completed = (call: Call): HistoryOperation => ({
  process: 'C',
  start: 0,
  end: 1,
  outcome: 'ok',
  ...call,
});
const open = (call: Call): HistoryOperation => ({ ...completed(call), end: null, outcome: 'unknown' });

/** The state after some operations; undefined as soon as one is impossible. */
function after(
  name: ObjectName,
  operations: readonly HistoryOperation[],
  initial: Json = null,
): State | undefined {
  const object = objectCalled(name);
  return operations.reduce<State | undefined>(
    (state, op) => (state === undefined ? undefined : object.apply(state, op)),
    object.initial(initial),
  );
}

const possible: readonly (readonly [string, ObjectName, readonly HistoryOperation[], State, Json?])[] = [
  ['reading an empty register', 'register', [completed({ type: 'read', value: null })], null],
  ['an answer nobody wrote down', 'register', [completed({ type: 'read' })], 3, 3],
  [
    'members in another order',
    'register',
    [completed({ type: 'read', value: { b: 1, a: 2 } })],
    { a: 2, b: 1 },
    { a: 2, b: 1 },
  ],
  ['a cas that holds', 'cas-register', [completed({ type: 'cas', value: [1, 2], result: true })], 2, 1],
  ['a cas that does not', 'cas-register', [completed({ type: 'cas', value: [1, 2], result: false })], 3, 3],
  ['an open cas that finds another value', 'cas-register', [open({ type: 'cas', value: [1, 2] })], 3, 3],
  ['an append to nothing', 'kv', [completed({ type: 'append', value: 'a' })], 'a'],
  ['appends in a row', 'kv', ['a', 'b'].map((value) => completed({ type: 'append', value })), 'xab', 'x'],
  [
    'a transaction that reads what it wrote',
    'multi-register',
    [
      completed({
        type: 'txn',
        value: [
          ['write', 'x', 1],
          ['read', 'x', 1],
          ['read', 'y', null],
        ],
      }),
    ],
    { x: 1 },
  ],
  [
    'an open transaction, whose reads nobody saw',
    'multi-register',
    [
      open({
        type: 'txn',
        value: [
          ['read', 'x', 9],
          ['write', 'y', 1],
        ],
      }),
    ],
    { x: 0, y: 1 },
    { x: 0 },
  ],
  ['first in, first out', 'queue', [completed({ type: 'dequeue', value: 1 })], [2], [1, 2]],
  ['last in, first out', 'stack', [completed({ type: 'pop', value: 2 })], [1], [1, 2]],
  ['nothing to take out', 'queue', [completed({ type: 'dequeue', value: null })], []],
  ['taking out nobody knows what', 'queue', [open({ type: 'dequeue' })], [2], [1, 2]],
  ['counting', 'stack', [completed({ type: 'length', value: 2 })], [1, 2], [1, 2]],
  ['a lock taken and given back', 'mutex', ['acquire', 'release'].map((type) => completed({ type })), false],
  ['an element twice', 'set', [2, 1, 2].map((value) => completed({ type: 'add', value })), [1, 2]],
  ['elements in any order', 'set', [completed({ type: 'read', value: [2, 1] })], [1, 2], [2, 1]],
  ['a sum', 'counter', [5, -2].map((value) => completed({ type: 'add', value })), 4, 1],
];

describe('possible', () => {
  const rows = possible.map(
    ([title, name, operations, expected, initial = null]) =>
      [title, name, operations, expected, initial] as const,
  );
  it.each(rows)('%s', (_title, name, operations, expected, initial) => {
    expect(after(name, operations, initial)).toEqual(expected);
  });
});

describe('impossible', () => {
  it.each<readonly [string, ObjectName, HistoryOperation, Json]>([
    ['another value', 'register', completed({ type: 'read', value: 2 }), 1],
    ['something for nothing', 'register', completed({ type: 'read', value: 0 }), null],
    [
      'a cas that held though it could not',
      'cas-register',
      completed({ type: 'cas', value: [1, 2], result: true }),
      3,
    ],
    [
      'a cas that did not hold though it had to',
      'cas-register',
      completed({ type: 'cas', value: [1, 2], result: false }),
      1,
    ],
    ['an append to what is no string', 'kv', completed({ type: 'append', value: 'a' }), 3],
    [
      'half a transaction',
      'multi-register',
      completed({
        type: 'txn',
        value: [
          ['read', 'x', 0],
          ['read', 'y', 0],
        ],
      }),
      { x: 0, y: 1 },
    ],
    ['the second before the first', 'queue', completed({ type: 'dequeue', value: 2 }), [1, 2]],
    ['the lower before the upper', 'stack', completed({ type: 'pop', value: 1 }), [1, 2]],
    ['empty when it is not', 'stack', completed({ type: 'pop', value: null }), [1]],
    ['a wrong count', 'queue', completed({ type: 'length', value: 1 }), null],
    ['a lock taken twice', 'mutex', completed({ type: 'acquire' }), true],
    ['a lock given back twice', 'mutex', completed({ type: 'release' }), null],
    ['a missing element', 'set', completed({ type: 'read', value: [1] }), [1, 2]],
    ['a wrong sum', 'counter', completed({ type: 'read', value: 1 }), null],
  ])('%s', (_title, name, operation, initial) => {
    expect(after(name, [operation], initial)).toBeUndefined();
  });
});

describe.each(objectNames)('a %s', (name) => {
  const object = objectCalled(name);
  const histories = Array.from({ length: 100 }, (_, seed) => randomHistory(name, seed));

  it('leaves the state as it was when it is only observed, and never changes one in place', () => {
    let observed = 0;
    for (const { initial, operations } of histories) {
      let state = object.initial(initial);
      for (const op of operations) {
        const before = object.stateKey(state);
        const next = object.apply(state, op);
        expect(object.stateKey(state)).toBe(before);
        if (next === undefined) continue;
        if (object.observes(op)) {
          expect(object.stateKey(next)).toBe(before);
          observed++;
        }
        state = next;
      }
    }
    if (name !== 'mutex') expect(observed).toBeGreaterThan(0);
  });
  it('knows every operation it is asked, and says which it does not know', () => {
    for (const history of histories) expect(whyNotApplicable(history, object)).toBeNull();
    const strange = { name: '', initial: null, operations: [completed({ type: 'fly', line: 7 })] };
    expect(whyNotApplicable(strange, object)).toMatch(
      /^The operation of line 7 \(fly by C\) cannot be judged: a .* has no operation "fly", only "/,
    );
  });
  it('does not mind what a failed operation was to do', () => {
    const failed = { ...completed({ type: 'fly' }), outcome: 'failed' as const };
    expect(whyNotApplicable({ name: '', initial: null, operations: [failed] }, object)).toBeNull();
  });
});

describe('malformed operations are named, and crash nothing', () => {
  it.each<readonly [ObjectName, Call, RegExp]>([
    ['register', { type: 'write' }, /a write needs a value/],
    ['cas-register', { type: 'cas', value: [1] }, /the pair \[expected, new\]/],
    ['cas-register', { type: 'cas', value: [1, 2], result: 'yes' }, /true or false/],
    ['kv', { type: 'append', value: 3 }, /an append needs a string/],
    ['multi-register', { type: 'txn', value: [['erase', 'x']] }, /a txn needs a list of/],
    ['multi-register', { type: 'txn', value: null }, /a txn needs a list of/],
    ['queue', { type: 'enqueue', value: null }, /to enqueue needs a value, not null/],
    ['stack', { type: 'length', value: 'two' }, /a length is a whole number/],
    ['set', { type: 'read', value: 3 }, /comes back with a list/],
    ['counter', { type: 'add', value: 0.5 }, /an add needs a whole number/],
    ['register', { type: 'read', start: Number.NaN }, /its start is no time/],
    ['register', { type: 'read', start: 5, end: 4 }, /it ends before it starts/],
  ])('of a %s: %o', (name, call, reason) => {
    const history = { name: '', initial: null, operations: [completed(call)] };
    expect(whyNotApplicable(history, objectCalled(name))).toMatch(reason);
  });
  it.each<readonly [ObjectName, Json]>([
    ['queue', 3],
    ['mutex', 'held'],
    ['set', 1],
    ['counter', '1'],
    ['multi-register', [1]],
  ])('a %s that begins with %o', (name, initial) => {
    expect(whyNotApplicable({ name: '', initial, operations: [] }, objectCalled(name))).toMatch(
      /^A .* begins /,
    );
  });
});

it('equality is that of values', () => {
  expect(same({ a: [1, null], b: 'x' }, { b: 'x', a: [1, null] })).toBe(true);
  expect([same(1, '1'), same(null, undefined), same([1, 2], [2, 1]), same({}, [])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(keyOf({ b: 1, a: 'y"' })).toBe('{"a":"y\\"","b":1}');
});
