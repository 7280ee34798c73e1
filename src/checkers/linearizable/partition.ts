/**
 * The operations on one object, laid out for the search: who is pending when, in whole numbers.
 *
 * Completed operations are numbered in the order in which they ended. The search stands at a frontier: the first of
 * them that it has not linearized. Pending there are those that began before the frontier ended; since everything
 * before the frontier is linearized and everything after is not, one bit for each pending operation says it all, in
 * a slot that is given to another operation once its own lies behind the frontier.
 */

import { type History, type HistoryOperation, isOpen } from '../history';
import { keyOf, type SequentialObject } from '../objects';
import type { Automaton } from './automaton';

/** Pending operations at each frontier: those of frontier `f` are `ops[from[f]]` up to `ops[from[f + 1]]`. */
export interface Pending {
  readonly from: Int32Array;
  readonly ops: Int32Array;
  /** Slots in use at once, at most. */
  readonly slots: number;
}

export interface Partition {
  /** Indices into the history: completed operations by end, then open ones by group and start. */
  readonly indices: readonly number[];
  readonly completed: number;
  readonly initialState: number;
  /** Of each operation, its class in the automaton. */
  readonly classes: Int32Array;
  /** Of each completed operation, its slot. */
  readonly slots: Int32Array;
  /** Completed operations that may change the state, and those that cannot. */
  readonly changers: Pending;
  readonly observers: Pending;
  /** Of each completed operation, 1 for an observer. */
  readonly observing: Uint8Array;
  /** Open operations that could not be told apart: `groups[g]` up to `groups[g + 1]`. */
  readonly groups: Int32Array;
  /** Of each open operation, by its place among them, the first frontier at which it has begun. */
  readonly begins: Int32Array;
  /** Of each operation, the one that must come first though their times touch (same process); -1: none. */
  readonly after: Int32Array;
  /**
   * Completed operations with the same number can be exchanged for one another; an open operation that carries it
   * can always stand in for a completed one. Numbers below zero are nobody else's.
   */
  readonly twins: Int32Array;
}

/** What the search asks of operations again and again, by their numbers. */
interface Times {
  readonly starts: Float64Array;
  /** Of completed operations only. */
  readonly ends: Float64Array;
}

function pendingOf(
  byStart: Int32Array,
  { starts, ends }: Times,
  kind: number,
  of: Uint8Array,
  slots: Int32Array,
): Pending {
  const completed = ends.length;
  const from = new Int32Array(completed + 1);
  const found: number[] = [];
  const free: number[] = [];
  const window: number[] = [];
  let used = 0;
  let entered = 0;
  for (let frontier = 0; frontier < completed; frontier++) {
    const end = ends[frontier] as number;
    for (; entered < completed; entered++) {
      const index = byStart[entered] as number;
      if ((starts[index] as number) > end) break;
      if (of[index] !== kind) continue;
      slots[index] = free.pop() ?? used++;
      let place = window.length;
      for (; place > 0 && (window[place - 1] as number) > index; place--)
        window[place] = window[place - 1] as number;
      window[place] = index;
    }
    from[frontier] = found.length;
    for (let place = 0; place < window.length; place++) found.push(window[place] as number);
    if (window[0] === frontier) {
      free.push(slots[frontier] as number);
      window.shift();
    }
  }
  from[completed] = found.length;
  return { from, ops: Int32Array.from(found), slots: used };
}

/** Links operations of one process whose times touch, where the times alone would leave their order open. */
function touching(
  ops: readonly HistoryOperation[],
  indices: readonly number[],
  completed: number,
): Int32Array {
  const after = new Int32Array(ops.length).fill(-1);
  const ends = new Set<number | null>();
  for (let index = 0; index < completed; index++) ends.add((ops[index] as HistoryOperation).end);
  if (!ops.some((op) => ends.has(op.start))) return after;
  const last = new Map<string, number>();
  const inOrder = ops.map((_, index) => index);
  const of = (index: number) => ops[index] as HistoryOperation;
  inOrder.sort((x, y) => of(x).start - of(y).start || (indices[x] as number) - (indices[y] as number));
  for (const index of inOrder) {
    const previous = last.get(of(index).process);
    if (previous !== undefined && of(previous).end === of(index).start) after[index] = previous;
    if (index < completed) last.set(of(index).process, index);
  }
  return after;
}

/** The first frontier that ends no sooner than an operation starts. */
function frontierAt(start: number, ends: Float64Array): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) >= start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Completed operations by end, then open ones by what they ask and by start, as far as they have a part in it. */
function inOrder(
  operations: readonly HistoryOperation[],
  of: readonly number[],
  object: SequentialObject,
  asked: ReadonlyMap<number, string>,
): { indices: number[]; completed: number } {
  const at = (index: number) => operations[index] as HistoryOperation;
  const done = of.filter((index) => !isOpen(at(index)));
  done.sort((x, y) => (at(x).end as number) - (at(y).end as number) || at(x).start - at(y).start || x - y);
  const lastEnd = done.length === 0 ? Number.NEGATIVE_INFINITY : (at(done.at(-1) as number).end as number);
  // An open operation that only observes says nothing; one that began after all answers were in changes none.
  const open = of.filter(
    (index) => isOpen(at(index)) && at(index).start <= lastEnd && !object.observes(at(index)),
  );
  open.sort((x, y) => {
    const [one, other] = [asked.get(x) as string, asked.get(y) as string];
    return one < other ? -1 : one > other ? 1 : at(x).start - at(y).start || x - y;
  });
  return { indices: [...done, ...open], completed: done.length };
}

export function partition(
  { operations, initial }: History,
  of: readonly number[],
  object: SequentialObject,
  automaton: Automaton,
): Partition {
  const asked = new Map<number, string>();
  for (const index of of) {
    const { type, value } = operations[index] as HistoryOperation;
    asked.set(index, `${type} ${keyOf(value ?? null)}`);
  }
  const { indices, completed } = inOrder(operations, of, object, asked);
  const ops = indices.map((index) => operations[index] as HistoryOperation);
  const after = touching(ops, indices, completed);
  const linked = new Set<number>();
  for (let index = 0; index < after.length; index++) {
    if (after[index] !== -1) linked.add(index).add(after[index] as number);
  }

  const numbers = new Map<string, number>();
  const twins = new Int32Array(ops.length);
  const classes = new Int32Array(ops.length);
  const starts = new Float64Array(ops.length);
  const ends = new Float64Array(completed);
  const observing = new Uint8Array(completed);
  for (let index = 0; index < ops.length; index++) {
    const op = ops[index] as HistoryOperation;
    const key = asked.get(indices[index] as number) as string;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    twins[index] = linked.has(index) ? -1 - index : number;
    classes[index] = automaton.classId(op, number);
    starts[index] = op.start;
    if (index >= completed) continue;
    ends[index] = op.end as number;
    observing[index] = object.observes(op) ? 1 : 0;
  }
  const groups: number[] = [];
  for (let bit = 0; completed + bit < ops.length; bit++) {
    if (bit === 0 || twins[completed + bit] !== twins[completed + bit - 1]) groups.push(bit);
  }
  groups.push(ops.length - completed);

  const byStart = Int32Array.from(ends.keys());
  byStart.sort((x, y) => (starts[x] as number) - (starts[y] as number) || x - y);
  const slots = new Int32Array(completed);
  return {
    indices,
    completed,
    initialState: automaton.initial(initial),
    classes,
    slots,
    changers: pendingOf(byStart, { starts, ends }, 0, observing, slots),
    observers: pendingOf(byStart, { starts, ends }, 1, observing, slots),
    observing,
    groups: Int32Array.from(groups),
    begins: Int32Array.from(starts.subarray(completed), (start) => frontierAt(start, ends)),
    after,
    twins,
  };
}
