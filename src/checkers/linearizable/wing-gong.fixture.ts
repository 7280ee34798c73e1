/**
 * The search as it is usually written: Wing & Gong with a memo, after Lowe, step by step what porcupine's `checker.go`
 * does. A list of calls and returns in time; a call may be lifted out of it when the object allows its answer, and is
 * put back when a return stands first. For benchmarks and tests, and for one object.
 */

import { type History, type HistoryOperation, isOpen } from '../history';
import type { SequentialObject, State } from '../objects';

interface Entry {
  readonly op: HistoryOperation;
  readonly id: number;
  /** Of a call, its return; of a return nothing. */
  readonly match: Entry | null;
  previous: Entry | null;
  next: Entry | null;
}

/** Of calls and returns at one moment, calls first; what never returned returns at the very end. */
function listOf(operations: readonly HistoryOperation[]): Entry {
  const moments = operations.flatMap((op, id) => {
    const back: Entry = { op, id, match: null, previous: null, next: null };
    const call: Entry = { op, id, match: back, previous: null, next: null };
    const end = isOpen(op) || op.end === null ? Number.POSITIVE_INFINITY : op.end;
    return [
      { at: op.start, entry: call },
      { at: end, entry: back },
    ];
  });
  moments.sort(
    (x, y) => (x.at === y.at ? 0 : x.at - y.at) || (x.entry.match ? 0 : 1) - (y.entry.match ? 0 : 1),
  );
  const head: Entry = { op: {} as HistoryOperation, id: -1, match: null, previous: null, next: null };
  let last = head;
  for (const { entry } of moments) {
    last.next = entry;
    entry.previous = last;
    last = entry;
  }
  return head;
}

function cut(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry.next;
  if (entry.next) entry.next.previous = entry.previous;
}

function mend(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry;
  if (entry.next) entry.next.previous = entry;
}

/** Open operations may answer anything, and what they cannot do they did not do: the state stays as it is. */
function after(object: SequentialObject, state: State, op: HistoryOperation): State | undefined {
  const next = object.apply(state, op);
  return next === undefined && isOpen(op) ? state : next;
}

/** Whether a history of one object is linearizable; undefined after too many steps. */
export function wingGong(history: History, object: SequentialObject, most = 50_000_000): boolean | undefined {
  const operations = history.operations.filter((op) => op.outcome !== 'failed');
  const head = listOf(operations);
  const linearized = new Uint32Array((operations.length + 31) >> 5);
  const tried = new Map<number, { readonly set: Uint32Array; readonly key: string }[]>();
  const lifted: { readonly call: Entry; readonly state: State }[] = [];
  const flip = (id: number) => {
    linearized[id >> 5] = (linearized[id >> 5] as number) ^ (1 << (id & 31));
  };
  const isNew = (state: State): boolean => {
    const hash = linearized.reduce((mixed, word) => (Math.imul(mixed, 31) + word) | 0, 0);
    const key = object.stateKey(state);
    const bucket = tried.get(hash);
    if (bucket?.some((seen) => seen.key === key && seen.set.every((word, at) => word === linearized[at])))
      return false;
    const seen = { set: linearized.slice(), key };
    if (bucket) bucket.push(seen);
    else tried.set(hash, [seen]);
    return true;
  };
  let state = object.initial(history.initial);
  let entry = head.next;
  for (let steps = 0; head.next !== null; steps++) {
    if (steps > most) return undefined;
    if (entry?.match) {
      const next = after(object, state, entry.op);
      if (next !== undefined) {
        flip(entry.id);
        if (isNew(next)) {
          lifted.push({ call: entry, state });
          state = next;
          cut(entry);
          cut(entry.match);
          entry = head.next;
          continue;
        }
        flip(entry.id);
      }
      entry = entry.next;
      continue;
    }
    // A return stands first, or nothing is left but what was never heard of again.
    const last = lifted.pop();
    if (last === undefined) return false;
    mend(last.call.match as Entry);
    mend(last.call);
    flip(last.call.id);
    state = last.state;
    entry = last.call.next;
  }
  return true;
}
