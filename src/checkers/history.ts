/**
 * A history: what clients asked of a shared object, when, and what came back. It is all a judge may look at.
 * The names are those of the operations an object knows: see `objects/`.
 */

import type { Json } from '#/kernel';

export interface HistoryOperation {
  /** Operations of one process follow one another; one that never ended is the last of its process. */
  readonly process: string;
  /** What was asked, in the object's own word: `read`, `write`, `cas`, `enqueue`, … */
  readonly type: string;
  /** Which of several independent objects; absent where there is only one. */
  readonly key?: string;
  /**
   * What was written, or what a completed `read` or `get` came back with (null: empty); for `cas` the pair
   * [expected, new]; for `dequeue` and `pop` what came out; for `txn` a list of ["read" | "write", key, value].
   */
  readonly value?: Json;
  /** Of a `cas`: whether the comparison held. */
  readonly result?: Json;
  /** Any unit, as long as it is one: only the order counts. */
  readonly start: number;
  /** Null: no reply was ever seen. */
  readonly end: number | null;
  /**
   * `failed`: it certainly did not happen, and judges pass over it. `unknown`, or no end: it may take effect at any
   * later time, or never, and orders nothing after it.
   */
  readonly outcome: 'ok' | 'failed' | 'unknown';
  /** The line of the file where it began, from 1. */
  readonly line?: number;
}

export interface History {
  readonly name: string;
  /** What the object holds at first, the same for every key; null: nothing. Of `multi-register` an object. */
  readonly initial: Json;
  readonly operations: readonly HistoryOperation[];
  /** What each replica holds at the end, when nothing is on its way any more; absent where nobody looked. */
  readonly replicas?: Readonly<Record<string, Json>>;
}

/** Whether an operation is known to have taken effect with the value it names. */
export const isOk = (op: HistoryOperation): boolean => op.outcome === 'ok' && op.end !== null;

/** Whether nobody knows if an operation took effect. */
export const isOpen = (op: HistoryOperation): boolean =>
  op.outcome === 'unknown' || (op.outcome === 'ok' && op.end === null);
