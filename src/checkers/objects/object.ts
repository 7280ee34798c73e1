/**
 * What a judge knows about an object: how it behaves when operations come one at a time.
 * Nothing here knows of time, processes or concurrency; that is the business of the models.
 */

import type { Json } from '#/kernel';
import { type HistoryOperation, isOk } from '../history';
import type { ObjectName } from '../names';

/** Plain and never changed in place; what it looks like is the object's own affair. */
export type State = Json;

export interface SequentialObject {
  readonly name: ObjectName;
  /** The operations it knows, by type. */
  readonly types: readonly string[];
  /** Whether operations on different keys concern different objects, each with the same initial state. */
  readonly keyed: boolean;
  /** What is wrong with an initial value, as the end of a sentence that begins with the object's name. */
  initialFault(initial: Json): string | null;
  /** What is wrong with an operation of a type it knows, as a sentence without its full stop. */
  fault(op: HistoryOperation): string | null;
  initial(initial: Json): State;
  /**
   * The state after an operation that took effect in `state`; undefined where that cannot have given the answer it
   * gave. An operation that is open, or came back without a value, may have given any answer.
   */
  apply(state: State, op: HistoryOperation): State | undefined;
  /** Equal for equal states only. */
  stateKey(state: State): string;
  /** Whether an operation leaves every state in which it is possible as it was. */
  observes(op: HistoryOperation): boolean;
  /**
   * For each operation, those it may owe its answer to, by index. Keep an operation only with all of them, and a
   * part of a lawful history is lawful: this is what "closed under reads-from" means for each object.
   */
  owes(operations: readonly HistoryOperation[], initial: Json): readonly (readonly number[])[];
}

/** Whether an operation's value is what it came back with, and binding. */
export const answered = (op: HistoryOperation): boolean => isOk(op) && op.value !== undefined;

/** `owes` where it is enough to look at two operations at a time. */
export function pairwise(
  operations: readonly HistoryOperation[],
  owes: (op: HistoryOperation, other: HistoryOperation) => boolean,
): number[][] {
  return operations.map((op) => {
    const found: number[] = [];
    operations.forEach((other, index) => {
      if (other !== op && owes(op, other)) found.push(index);
    });
    return found;
  });
}
