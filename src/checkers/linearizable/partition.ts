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

function pendingOf(
  ops: readonly HistoryOperation[],
  wanted: (index: number) => boolean,
  slots: Int32Array,
): Pending {
  const from = new Int32Array(ops.length + 1);
  const found: number[] = [];
  const free: number[] = [];
  let used = 0;
  let window: number[] = [];
  let entered = 0;
  const byStart = ops.map((_, index) => index).filter(wanted);
  byStart.sort((x, y) => (ops[x] as HistoryOperation).start - (ops[y] as HistoryOperation).start || x - y);
  for (let frontier = 0; frontier < ops.length; frontier++) {
    const end = (ops[frontier] as HistoryOperation).end as number;
    const before = window.length;
    for (; entered < byStart.length; entered++) {
      const index = byStart[entered] as number;
      if ((ops[index] as HistoryOperation).start > end) break;
      slots[index] = free.pop() ?? used++;
      window.push(index);
    }
    if (window.length > before) window.sort((x, y) => x - y);
    from[frontier] = found.length;
    for (const index of window) found.push(index);
    if (window[0] === frontier) {
      free.push(slots[frontier] as number);
      window = window.slice(1);
    }
  }
  from[ops.length] = found.length;
  return { from, ops: Int32Array.from(found), slots: used };
}

/** Links operations of one process whose times touch, where the times alone would leave their order open. */
function touching(
  ops: readonly HistoryOperation[],
  indices: readonly number[],
  completed: number,
): Int32Array {
  const after = new Int32Array(ops.length).fill(-1);
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

const groupKey = (op: HistoryOperation): string => `${op.type} ${keyOf(op.value ?? null)}`;

export function partition(
  { operations, initial }: History,
  of: readonly number[],
  object: SequentialObject,
  automaton: Automaton,
): Partition {
  const at = (index: number) => operations[index] as HistoryOperation;
  const done = of.filter((index) => !isOpen(at(index)));
  done.sort((x, y) => (at(x).end as number) - (at(y).end as number) || at(x).start - at(y).start || x - y);
  const lastEnd = at(done.at(-1) ?? 0)?.end ?? Number.NEGATIVE_INFINITY;
  // An open operation that only observes says nothing; one that began after all answers were in changes none.
  const open = of.filter(
    (index) => isOpen(at(index)) && !object.observes(at(index)) && at(index).start <= lastEnd,
  );
  const keys = new Map(open.map((index) => [index, groupKey(at(index))]));
  open.sort((x, y) => {
    const [one, other] = [keys.get(x) as string, keys.get(y) as string];
    return one < other ? -1 : one > other ? 1 : at(x).start - at(y).start || x - y;
  });
  const indices = [...done, ...open];
  const ops = indices.map(at);
  const completed = done.length;
  const doneOps = ops.slice(0, completed);
  const after = touching(ops, indices, completed);
  const linked = new Set<number>();
  after.forEach((previous, index) => {
    if (previous !== -1) linked.add(previous).add(index);
  });

  const groups: number[] = [];
  const numbers = new Map<string, number>();
  const twins = Int32Array.from(ops, (op, index) => {
    const key = groupKey(op);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return linked.has(index) ? -1 - index : (numbers.get(key) as number);
  });
  for (let bit = 0; bit < open.length; bit++) {
    if (bit === 0 || twins[completed + bit] !== twins[completed + bit - 1]) groups.push(bit);
  }
  groups.push(open.length);

  const slots = new Int32Array(completed);
  const observing = Uint8Array.from(doneOps, (op) => (object.observes(op) ? 1 : 0));
  const begins = Int32Array.from(open, (index) => {
    let [low, high] = [0, completed - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (((doneOps[middle] as HistoryOperation).end as number) >= at(index).start) high = middle;
      else low = middle + 1;
    }
    return low;
  });
  return {
    indices,
    completed,
    initialState: automaton.initial(initial),
    classes: Int32Array.from(ops, (op) => automaton.classId(op)),
    slots,
    changers: pendingOf(doneOps, (index) => observing[index] === 0, slots),
    observers: pendingOf(doneOps, (index) => observing[index] === 1, slots),
    observing,
    groups: Int32Array.from(groups),
    begins,
    after,
    twins,
  };
}
