/**
 * An object's behaviour as a table of whole numbers: states and distinct operations are numbered when they are first
 * met, and each transition is worked out once. The search itself then never looks at a value again.
 */

import type { Json } from '#/kernel';
import { type HistoryOperation, isOk } from '../history';
import type { SequentialObject, State } from '../objects';
import type { Account } from './purse';

export const IMPOSSIBLE = -1;

/** A guess at what the engine spends on a state and its key, rather too much than too little. */
const stateBytes = (key: string): number => 480 + 12 * key.length;

const CLASS_BYTES = 64;

export class Automaton {
  readonly #object: SequentialObject;
  readonly #account: Account;
  readonly #states: State[] = [];
  readonly #stateIds = new Map<string, number>();
  readonly #classes: HistoryOperation[] = [];
  readonly #classIds = new Map<number, number>();
  /** Open addressing; three words a transition: state + 1 (0: free), class, next state. */
  #table = new Int32Array(3 * 64);
  #mask = 63;
  #count = 0;

  constructor(object: SequentialObject, account: Account) {
    this.#object = object;
    this.#account = account;
    account.take(this.#table.byteLength);
  }

  initial(initial: Json): number {
    return this.#stateId(this.#object.initial(initial));
  }

  /** The same number for operations that ask the same, as the number `asked` says, and say as much of the answer. */
  classId(op: HistoryOperation, asked: number): number {
    const said = isOk(op) ? 1 + (op.value === undefined ? 1 : 0) + (op.result === false ? 2 : 0) : 0;
    const key = 8 * asked + said;
    const known = this.#classIds.get(key);
    if (known !== undefined) return known;
    this.#classIds.set(key, this.#classes.length);
    this.#account.take(CLASS_BYTES);
    return this.#classes.push(op) - 1;
  }

  /** The state after an operation of a class, or `IMPOSSIBLE`. */
  next(state: number, operation: number): number {
    const table = this.#table;
    const mask = this.#mask;
    for (let slot = hash(state, operation) & mask; ; slot = (slot + 1) & mask) {
      const at = 3 * slot;
      const found = table[at] as number;
      if (found === 0) return this.#learn(state, operation);
      if (found === state + 1 && table[at + 1] === operation) return table[at + 2] as number;
    }
  }

  #learn(state: number, operation: number): number {
    const op = this.#classes[operation] as HistoryOperation;
    const next = this.#object.apply(this.#states[state] as State, op);
    const id = next === undefined ? IMPOSSIBLE : this.#stateId(next);
    if (2 * ++this.#count > this.#mask) this.#grow();
    this.#put(state + 1, operation, id);
    return id;
  }

  #put(state: number, operation: number, next: number): void {
    let slot = hash(state - 1, operation) & this.#mask;
    while (this.#table[3 * slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#table.set([state, operation, next], 3 * slot);
  }

  #grow(): void {
    const old = this.#table;
    this.#mask = 2 * this.#mask + 1;
    this.#account.take(8 * old.length);
    this.#table = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at] !== 0) this.#put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
    }
    this.#account.give(4 * old.length);
  }

  #stateId(state: State): number {
    const key = this.#object.stateKey(state);
    const known = this.#stateIds.get(key);
    if (known !== undefined) return known;
    this.#account.take(stateBytes(key));
    this.#stateIds.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }
}

function hash(state: number, operation: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(operation, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
