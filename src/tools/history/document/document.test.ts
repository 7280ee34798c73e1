import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type History, isOk } from '#/scenarios';
import { createDesk } from './desk';
import { type Drawn, drawnOf, historyOfDrawn, laneOf, operationOf } from './drawn';
import * as edits from './edits';
import { ASIDE_KEY, drawnFromText, drawnText, KEY, says, shelfOn } from './keep';
import { objectFor } from './objects';
import { txnOf, txnText, typedValue, valueText } from './values';
import { label, told } from './words';

const history: History = {
  name: 'three reads',
  initial: null,
  operations: [
    { process: 'C1', type: 'write', value: 1, start: 0, end: 4, outcome: 'ok' },
    { process: 'C2', type: 'read', value: 1, start: 2, end: 6, outcome: 'ok' },
    { process: 'C1', type: 'read', value: 1, start: 10, end: 14, outcome: 'ok' },
    { process: 'C2', type: 'write', value: 2, start: 12, end: null, outcome: 'unknown' },
  ],
};
const drawn = drawnOf(history, 'register');
const at = (of: Drawn, id: number) => operationOf(of, id) as NonNullable<ReturnType<typeof operationOf>>;
const ends = (of: Drawn, id: number) => [at(of, id).start, at(of, id).end];

/** No two operations of a process overlap, and nothing follows one without an answer. */
function isProper(of: Drawn): boolean {
  return of.processes.every((process) => {
    const lane = laneOf(of, process);
    return lane.every((op, i) => {
      const next = lane[i + 1];
      return (op.end === null || op.end > op.start) && (!next || (op.end !== null && op.end < next.start));
    });
  });
}

describe('a drawing', () => {
  it('gives the judges the history it was made from, in the same order', () => {
    expect(historyOfDrawn(drawn)).toEqual(history);
  });
  it('finds the simplest object that knows all operations', () => {
    expect(objectFor(['read', 'write'])).toBe('register');
    expect(objectFor(['read', 'cas'])).toBe('cas-register');
    expect(objectFor(['add', 'read'])).toBe('counter');
    expect(objectFor(['enqueue', 'pop'])).toBeNull();
  });
});

describe('moving', () => {
  it('takes an operation along its lane, and jumps over what is in its way', () => {
    expect(ends(edits.move(drawn, 1, 3, 'C1', 1), 1)).toEqual([3, 7]);
    expect(ends(edits.move(drawn, 1, 7, 'C1', 1), 1)).toEqual([5, 9]);
    expect(ends(edits.move(drawn, 1, 13, 'C1', 1), 1)).toEqual([15, 19]);
    expect(ends(edits.move(drawn, 1, -9, 'C1', 1), 1)).toEqual([0, 4]);
  });
  it('takes it to another process, where there is room', () => {
    const moved = edits.move(drawn, 3, 10, 'C2', 1);
    expect(at(moved, 3).process).toBe('C2');
    expect(ends(moved, 3)).toEqual([7, 11]);
  });
  it('refuses a second operation without an answer on one lane, and a lane that is not there', () => {
    const open = edits.settle(drawn, 3, 'unknown', 1);
    expect(edits.move(open, 3, 20, 'C2', 1)).toBe(open);
    expect(edits.move(drawn, 3, 20, 'C9', 1)).toBe(drawn);
  });
  it('stretches either end up to the neighbours, and never through the other end', () => {
    expect(ends(edits.stretch(drawn, 1, 'end', 30, 1), 1)).toEqual([0, 9]);
    expect(ends(edits.stretch(drawn, 1, 'end', -5, 1), 1)).toEqual([0, 1]);
    expect(ends(edits.stretch(drawn, 3, 'start', 0, 1), 3)).toEqual([5, 14]);
    expect(ends(edits.stretch(drawn, 3, 'start', 40, 1), 3)).toEqual([13, 14]);
    expect(edits.stretch(drawn, 4, 'end', 20, 1)).toBe(drawn);
  });
  it('keeps every lane proper, whatever is done', () => {
    const id = fc.integer({ min: 1, max: 4 });
    const time = fc.integer({ min: -5, max: 40 });
    const process = fc.constantFrom('C1', 'C2');
    const deed = fc.oneof(
      fc.tuple(id, time, process).map(
        ([i, t, p]) =>
          (d: Drawn) =>
            edits.move(d, i, t, p, 1),
      ),
      fc.tuple(id, time).map(
        ([i, t]) =>
          (d: Drawn) =>
            edits.stretch(d, i, 'end', t, 1),
      ),
      fc.tuple(id, time).map(
        ([i, t]) =>
          (d: Drawn) =>
            edits.stretch(d, i, 'start', t, 1),
      ),
      fc.tuple(id, fc.constantFrom('ok', 'failed', 'unknown')).map(
        ([i, o]) =>
          (d: Drawn) =>
            edits.settle(d, i, o, 1),
      ),
      process.map((p) => (d: Drawn) => edits.add(d, p, 1)?.drawn ?? d),
      fc.constant(edits.spaceEvenly),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        expect(isProper(deeds.reduce((d, each) => each(d), drawn))).toBe(true);
      }),
      { numRuns: 500 },
    );
    const overlapping = { ...drawn, operations: drawn.operations.map((op) => ({ ...op, start: 0 })) };
    expect(isProper(overlapping)).toBe(false);
  });
});

describe('other edits', () => {
  it('adds an operation after everything its process did, with a value nobody wrote', () => {
    const added = edits.add(drawn, 'C1', 2);
    expect(added && at(added.drawn, added.id)).toMatchObject({ type: 'read', value: 2, start: 16, end: 22 });
    expect(edits.add(drawn, 'C2', 1)).toBeNull();
  });
  it('adds a process with the next name, and takes away only an idle one', () => {
    const { drawn: more, process } = edits.addProcess(drawn) ?? { drawn, process: '' };
    expect(process).toBe('C3');
    expect(edits.removeProcess(more, 'C3').processes).toEqual(['C1', 'C2']);
    expect(edits.removeProcess(more, 'C1')).toBe(more);
  });
  it('only the last of a process can be left without an answer', () => {
    expect(edits.settle(drawn, 1, 'unknown', 1)).toBe(drawn);
    expect(at(edits.settle(drawn, 3, 'unknown', 1), 3)).toMatchObject({ end: null, outcome: 'unknown' });
    const answered = at(edits.settle(drawn, 4, 'ok', 1), 4);
    expect(answered).toMatchObject({ start: 12, end: 15 });
    expect(isOk(answered)).toBe(true);
  });
  it('spacing evenly keeps the order of all moments and nothing else', () => {
    const even = edits.spaceEvenly(drawn);
    expect(even.operations.map(({ start, end }) => [start, end])).toEqual([
      [1, 3],
      [2, 4],
      [5, 7],
      [6, null],
    ]);
  });
});

describe('values and words', () => {
  it('reads what one types, and types what it read', () => {
    expect(typedValue('12')).toBe(12);
    expect(typedValue(' abc ')).toBe('abc');
    expect(typedValue('')).toBeNull();
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        fc.pre(JSON.stringify(value).length < 200);
        const text = valueText(value as never);
        // An empty text is nothing, so an empty word has to be typed with its quotes.
        expect(typedValue(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('reads a transaction, and says which part it cannot read', () => {
    expect(txnOf('w x 1, r y')).toEqual({
      steps: [
        ['write', 'x', 1],
        ['read', 'y', null],
      ],
    });
    expect(txnText([['read', 'y', 2]])).toBe('r y 2');
    expect(txnOf('take x 1')).toHaveProperty('wrong');
  });
  it('labels and tells an operation', () => {
    expect(drawn.operations.map((op) => label(op, 'register'))).toEqual(['w 1', 'r 1', 'r 1', 'w 2']);
    expect(told(at(drawn, 2), 'register')).toBe('C2: read, which gave 1, from 2 to 6');
    expect(told(at(drawn, 4), 'register')).toBe('C2: write 2, from 12, never answered, outcome unknown');
    const cas = { ...at(drawn, 1), type: 'cas', value: [1, 2], result: false };
    expect(label(cas, 'cas-register')).toBe('cas 1→2 no');
  });
});

describe('the desk', () => {
  const free = shelfOn(() => null);
  const desk = () => createDesk(drawn, free);

  it('undoes and does again; a drag is one change', () => {
    const { store, edit, hold, letGo, undo, redo } = desk();
    hold();
    for (const to of [1, 2, 3]) edit((d) => edits.move(d, 1, to, 'C1', 1));
    letGo();
    expect(store.getState().past).toHaveLength(1);
    undo();
    expect(store.getState().drawn).toBe(drawn);
    redo();
    expect(ends(store.getState().drawn, 1)).toEqual([3, 7]);
  });
  it('a drag that is put back never was', () => {
    const { store, edit, hold, putBack } = desk();
    hold();
    edit((d) => edits.move(d, 1, 3, 'C1', 1));
    putBack();
    expect(store.getState()).toMatchObject({ drawn, past: [], held: false });
  });
  it('a change that changes nothing is not one, and what is gone is not selected', () => {
    const { store, edit, select } = desk();
    edit((d) => edits.remove(d, 99));
    expect(store.getState().past).toHaveLength(0);
    select(1);
    edit((d) => edits.remove(d, 1));
    expect(store.getState().selected).toBeNull();
  });
  it('opening another history can be undone', () => {
    const { store, open, undo } = desk();
    open({ ...drawn, name: 'another', operations: [] });
    undo();
    expect(store.getState().drawn).toBe(drawn);
  });
});

describe('keeping', () => {
  function storage(): Storage & { held: Map<string, string> } {
    const held = new Map<string, string>();
    const getItem = (key: string) => held.get(key) ?? null;
    const setItem = (key: string, value: string) => void held.set(key, value);
    return { held, getItem, setItem } as never;
  }

  it('keeps what was drawn, and finds it again', () => {
    vi.useFakeTimers();
    const box = storage();
    const shelf = shelfOn(() => box);
    const { edit, flush } = createDesk(drawn, shelf);
    edit((d) => edits.move(d, 1, 3, 'C1', 1));
    expect(box.held.size).toBe(0);
    vi.runAllTimers();
    expect(box.held.size).toBe(1);
    flush();
    const again = createDesk(drawn, shelf);
    again.restore();
    expect(ends(again.store.getState().drawn, 1)).toEqual([3, 7]);
    vi.useRealTimers();
  });
  it('says when nothing can be kept, and when there is no room', () => {
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    const failing = (error: Error) =>
      shelfOn(() => ({
        getItem: () => null,
        setItem: () => {
          throw error;
        },
      }));
    expect(failing(full).write(drawn)).toBe(says.full);
    expect(failing(new Error('denied')).write(drawn)).toBe(says.forbidden);
    expect(
      shelfOn(() => {
        throw new Error('denied');
      }).read(),
    ).toEqual({ drawn: null, trouble: null });
  });
  it('puts aside what it cannot read', () => {
    const box = storage();
    box.held.set(KEY, '{"v":1,"drawn":{}}');
    expect(shelfOn(() => box).read()).toEqual({ drawn: null, trouble: says.unreadable });
    expect(box.held.get(ASIDE_KEY)).toBe('{"v":1,"drawn":{}}');
  });
  it('takes nothing on trust', () => {
    const good = JSON.parse(drawnText(drawn));
    expect(drawnFromText(JSON.stringify(good))).toEqual(drawn);
    const spoiled = (spoil: (copy: typeof good) => void) => {
      const copy = structuredClone(good);
      spoil(copy);
      return drawnFromText(JSON.stringify(copy));
    };
    expect(spoiled((c) => (c.v = 2))).toBeNull();
    expect(spoiled((c) => (c.drawn.object = 'heap'))).toBeNull();
    expect(spoiled((c) => (c.drawn.processes = ['C1']))).toBeNull();
    expect(spoiled((c) => (c.drawn.operations[0].start = '0'))).toBeNull();
    expect(spoiled((c) => (c.drawn.operations[0].end = -1))).toBeNull();
    expect(spoiled((c) => (c.drawn.operations[1].id = 1))).toBeNull();
    expect(spoiled((c) => (c.drawn.operations[0].outcome = 'perhaps'))).toBeNull();
    expect(drawnFromText('{"v":1,"drawn":{"__proto__":{}}}')).toBeNull();
    fc.assert(fc.property(fc.json(), (text) => drawnFromText(text) === null));
  });
});
