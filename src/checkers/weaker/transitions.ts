/** An object's behaviour in whole numbers: states and operations are numbered, each transition is worked out once. */

import type { Json } from '#/kernel';
import { type HistoryOperation, isOk } from '../history';
import { keyOf, type SequentialObject, type State } from '../objects';
import type { Spending } from './spending';

export const IMPOSSIBLE = -1;

/** A guess at what the engine spends on a state and its key, and on a transition. */
const stateBytes = (key: string): number => 320 + 8 * key.length;
const TRANSITION_BYTES = 48;

/** More different operations than anybody asks for; a transition is known by one number below 2 to the 53. */
const OPERATIONS = 1 << 20;

export class Transitions {
  readonly #object: SequentialObject;
  readonly #spending: Spending;
  readonly #states: State[] = [];
  readonly #stateIds = new Map<string, number>();
  readonly #operations: HistoryOperation[] = [];
  readonly #operationIds = new Map<string, number>();
  readonly #next = new Map<number, number>();
  #held = 0;

  constructor(object: SequentialObject, spending: Spending) {
    this.#object = object;
    this.#spending = spending;
  }

  initial(initial: Json): number {
    return this.#stateId(this.#object.initial(initial));
  }

  /** The same number for operations that ask the same and say as much of the answer. */
  operation(op: HistoryOperation): number {
    const value = op.value === undefined ? '' : keyOf(op.value);
    const key = isOk(op) ? `${op.type} ${value} ${op.result ?? null}` : `open ${op.type} ${value}`;
    const known = this.#operationIds.get(key);
    if (known !== undefined) return known;
    this.#take(stateBytes(key));
    this.#operationIds.set(key, this.#operations.length);
    return this.#operations.push(op) - 1;
  }

  /** The state after an operation, or `IMPOSSIBLE`. Throws `Spent`. */
  next(state: number, operation: number): number {
    const key = state * OPERATIONS + operation;
    const known = this.#next.get(key);
    if (known !== undefined) return known;
    const op = this.#operations[operation] as HistoryOperation;
    const after = this.#object.apply(this.#states[state] as State, op);
    const id = after === undefined ? IMPOSSIBLE : this.#stateId(after);
    this.#take(TRANSITION_BYTES);
    this.#next.set(key, id);
    return id;
  }

  /** Gives back the memory; nothing may be asked after that. */
  close(): void {
    this.#spending.take(-this.#held);
  }

  #stateId(state: State): number {
    const key = this.#object.stateKey(state);
    const known = this.#stateIds.get(key);
    if (known !== undefined) return known;
    this.#take(stateBytes(key));
    this.#stateIds.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }

  #take(bytes: number): void {
    this.#held += bytes;
    this.#spending.take(bytes);
  }
}
