/**
 * A history of registers as the weaker models see it: reads and writes of keys, each process's in its own order.
 * Times are left out but for the guess which of several equal writes a read is likely to have seen.
 */

import { type History, type HistoryOperation, isOk, isOpen } from '../history';
import { keyOf } from '../objects';

/** A read that found what the key held at first. */
export const INITIAL = -1;
/** A read of which it is not decided yet where its value came from. */
export const UNDECIDED = -2;

/** An operation that counts: not one that failed, nor a read that never came back. */
export interface Access {
  /** Index into the history. */
  readonly index: number;
  readonly session: number;
  readonly key: number;
  readonly reads: boolean;
  /** Equal numbers for equal values. */
  readonly value: number;
  /** A write that may take effect at any later time, or never. Nothing comes after it in its session. */
  readonly open: boolean;
  readonly start: number;
}

/** Operations are numbered session by session, each in program order; all arrays go by these numbers. */
export interface Memory {
  readonly history: History;
  readonly ops: readonly Access[];
  readonly sessions: readonly (readonly number[])[];
  /** The operation that comes directly before in the session; -1: none. Never an open one. */
  readonly follows: Int32Array;
  /** Sessions, with each open write in a chain of its own, so that a chain is a total order. */
  readonly chains: readonly (readonly number[])[];
  readonly chain: Int32Array;
  readonly position: Int32Array;
  readonly reads: readonly number[];
  /** Of each read, the writes it may have read from; `INITIAL` among them if that fits. */
  readonly candidates: readonly (readonly number[])[];
  /** By key, the writes of each chain that has any, in order. */
  readonly writes: readonly (readonly (readonly number[])[])[];
  /** The number of the initial value. */
  readonly initial: number;
}

/** What a list holds at an index that it has. */
export function at(list: Int32Array, index: number): number;
export function at<T>(list: readonly T[], index: number): T;
export function at<T>(list: readonly T[] | Int32Array, index: number): T | number {
  return list[index] as T | number;
}

const isRead = (op: HistoryOperation): boolean => op.type === 'read' || op.type === 'get';

/** The operations of each process in the order in which it made them. */
export function bySession(operations: readonly HistoryOperation[]): number[][] {
  const sessions = new Map<string, number[]>();
  operations.forEach((op, index) => {
    if (op.outcome === 'failed') return;
    const known = sessions.get(op.process);
    if (known) known.push(index);
    else sessions.set(op.process, [index]);
  });
  const start = (index: number) => at(operations, index).start;
  const end = (index: number) => at(operations, index).end ?? Number.POSITIVE_INFINITY;
  const order = (x: number, y: number) =>
    start(x) - start(y) || (end(x) === end(y) ? x - y : end(x) < end(y) ? -1 : 1);
  return [...sessions.values()].map((session) => session.sort(order));
}

/** For a history of reads and writes only. */
export function memoryOf(history: History): Memory {
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const keys = new Map<string | undefined, number>();
  const initial = number(keyOf(history.initial));
  const accesses: Access[] = [];
  bySession(history.operations).forEach((indices, session) => {
    for (const index of indices) {
      const op = at(history.operations, index);
      const reads = isRead(op);
      // A read that is open, or came back without saying what it saw, says nothing.
      if (reads && (!isOk(op) || op.value === undefined)) continue;
      if (!keys.has(op.key)) keys.set(op.key, keys.size);
      accesses.push({
        index,
        session,
        key: keys.get(op.key) as number,
        reads,
        value: number(keyOf(op.value ?? null)),
        open: isOpen(op),
        start: op.start,
      });
    }
  });
  // An open write that nobody can have read from need not have taken effect, and then nobody misses it.
  const read = new Set(accesses.filter((op) => op.reads).map((op) => `${op.key} ${op.value}`));
  const seen = accesses.filter((op) => !op.open || read.has(`${op.key} ${op.value}`));
  return arrange(history, seen, initial);
}

/** The part of a memory that holds the operations kept, without the reads that lost a write they may owe. */
export function restrict(memory: Memory, keep: (op: number) => boolean): Memory {
  const whole = (op: number) => at(memory.candidates, op).every((write) => write === INITIAL || keep(write));
  return arrange(
    memory.history,
    memory.ops.filter((_, op) => keep(op) && whole(op)),
    memory.initial,
  );
}

function arrange(history: History, ops: readonly Access[], initial: number): Memory {
  const sessions: number[][] = [];
  const chains: number[][] = [];
  const [follows, chain, position] = [0, 0, 0].map(() => new Int32Array(ops.length)) as Int32Array[];
  const [before, chained, placed] = [follows, chain, position] as [Int32Array, Int32Array, Int32Array];
  const writes: number[][][] = [];
  const sameValue = new Map<string, number[]>();
  let [session, main, last] = [-1, -1, -1];
  ops.forEach((op, id) => {
    if (op.session !== session) {
      session = op.session;
      [main, last] = [-1, -1];
      sessions.push([]);
    }
    sessions.at(-1)?.push(id);
    before[id] = last;
    if (op.open || main === -1) chains.push([]);
    const mine = op.open || main === -1 ? chains.length - 1 : main;
    const list = at(chains, mine);
    chained[id] = mine;
    placed[id] = list.push(id) - 1;
    if (!op.open) [main, last] = [mine, id];
    while (writes.length <= op.key) writes.push([]);
    if (op.reads) return;
    const ofKey = at(writes, op.key);
    if (ofKey.length > 0 && chained[at(at(ofKey, ofKey.length - 1), 0)] === mine) ofKey.at(-1)?.push(id);
    else {
      // An open write may have come between two writes of the session's own chain.
      const earlier = ofKey.find((list) => chained[at(list, 0)] === mine);
      if (earlier) earlier.push(id);
      else ofKey.push([id]);
    }
    const text = `${op.key} ${op.value}`;
    const known = sameValue.get(text);
    if (known) known.push(id);
    else sameValue.set(text, [id]);
  });
  const reads = ops.flatMap((op, id) => (op.reads ? [id] : []));
  const candidates = ops.map((op) =>
    op.reads
      ? [...(op.value === initial ? [INITIAL] : []), ...(sameValue.get(`${op.key} ${op.value}`) ?? [])]
      : [],
  );
  return {
    history,
    ops,
    sessions,
    follows: before,
    chains,
    chain: chained,
    position: placed,
    reads,
    candidates,
    writes,
    initial,
  };
}
