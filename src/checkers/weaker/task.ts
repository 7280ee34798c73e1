/** A history, or a part of it, made ready for the search for one order. */

import type { History } from '../history';
import type { SequentialObject } from '../objects';
import type { Puzzle } from './interleaving';
import { memoryOf } from './memory';
import { ObjectTask } from './object-task';
import { RegisterTask } from './register-task';
import type { Spending } from './spending';

export interface Prepared {
  /** Operations that are known to have no order, as indices into the history; null where it takes a search. */
  readonly conflict: readonly number[] | null;
  readonly puzzle: Puzzle;
}

export interface Task {
  /** The operations that say anything, as indices into the history. */
  readonly indices: readonly number[];
  /** The part that holds some operations, without those that lost one to which they may owe their answer. */
  restrict(kept: readonly number[]): Task;
  prepare(): Prepared;
  /**
   * Where several writes may explain a read: one choice for all that is not refuted at once, or the refutation of all;
   * null where there is nothing to choose. Throws `Spent`.
   */
  settle(spending: Spending): Prepared | null;
  /** Why there is no order, in a sentence. */
  tell(): string;
}

const plain = new Set(['read', 'write', 'get', 'put']);

/** Of registers that are only read and written more can be said before the search begins. */
export function taskOf(history: History, object: SequentialObject): Task {
  const readsAndWrites =
    ['register', 'cas-register', 'kv'].includes(object.name) &&
    history.operations.every((op) => op.outcome === 'failed' || plain.has(op.type));
  return readsAndWrites ? new RegisterTask(memoryOf(history)) : new ObjectTask(history, object);
}
