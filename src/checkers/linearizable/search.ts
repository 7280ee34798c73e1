/**
 * The search for a linearization of the operations on one object.
 *
 * After Wing & Gong (1993) with Lowe's memo (2017): depth first over what may come next, keeping what has been tried.
 * Three shortcuts leave out orders, never answers. An observer that fits the state is linearized at once. Of
 * operations that could be exchanged, the one that must be done first goes first, and an open one only when no
 * completed one could stand in for it. And a configuration is left when one at least as good has been tried.
 *
 * It runs in slices and leaves its stack as it is in between, so that other searches can have their turn.
 */

import { type Automaton, IMPOSSIBLE } from './automaton';
import type { Partition } from './partition';
import type { Account } from './purse';
import { Tried } from './tried';

export type Found = 'linearizable' | 'not-linearizable' | 'not-yet';

const words = (bits: number): number => (bits + 31) >> 5;

export class Search {
  /** Configurations tried. */
  steps = 0;
  /** The furthest frontier met: later operations had no part in a search that failed. */
  furthest = 0;
  readonly #part: Partition;
  readonly #automaton: Automaton;
  readonly #account: Account;
  readonly #tried: Tried;
  readonly #observersAt: number;
  readonly #openAt: number;
  /** Of a configuration; a frame has two words more: how far its choices were tried, and the last one taken. */
  readonly #size: number;
  #stack: Int32Array;
  #depth = 0;
  #found: Found = 'not-yet';

  constructor(part: Partition, automaton: Automaton, account: Account) {
    this.#part = part;
    this.#automaton = automaton;
    this.#account = account;
    const [changers, observers] = [words(part.changers.slots), words(part.observers.slots)];
    const open = words(part.begins.length);
    this.#observersAt = 2 + changers;
    this.#openAt = this.#observersAt + observers;
    this.#size = this.#openAt + open;
    this.#tried = new Tried(account, changers, observers, open);
    this.#stack = new Int32Array(32 * (this.#size + 2));
    account.take(this.#stack.byteLength + 12 * (part.changers.ops.length + part.observers.ops.length));
    this.#stack[1] = part.initialState;
    this.#absorb(0);
    this.furthest = this.#stack[0] as number;
    this.#tried.add(this.#stack, 0);
    if (this.#stack[0] === part.completed) this.#found = 'linearizable';
  }

  /** Tries at least so many configurations, unless it is done before. */
  run(steps: number): Found {
    const until = this.steps + steps;
    while (this.#found === 'not-yet' && this.steps < until) this.#step();
    return this.#found;
  }

  /** The linearization that was found, as indices into the history. */
  order(): number[] {
    const order: number[] = [];
    const stride = this.#size + 2;
    const last = this.#depth;
    const chosen = Array.from({ length: last }, (_, depth) => this.#stack[depth * stride + this.#size + 1]);
    const frame = new Int32Array(stride);
    frame[1] = this.#part.initialState;
    this.#stack = frame;
    this.#absorb(0, order);
    for (const op of chosen) {
      this.#linearize(0, op as number);
      order.push(op as number);
      this.#absorb(0, order);
    }
    return order.map((op) => this.#part.indices[op] as number);
  }

  /** The operations that the search has had before it, as indices into the history: no other had a part in it. */
  seen(): number[] {
    const { changers, observers, completed, begins, indices } = this.#part;
    const frontier = this.furthest;
    const seen = new Set(indices.slice(0, Math.min(frontier + 1, completed)));
    for (const { from, ops } of [changers, observers]) {
      for (const op of ops.subarray(from[frontier], from[frontier + 1])) seen.add(indices[op] as number);
    }
    begins.forEach((begins, bit) => {
      if (begins <= frontier) seen.add(indices[completed + bit] as number);
    });
    return [...seen].sort((x, y) => x - y);
  }

  /** One choice at the top of the stack: taken, if there is one left, and the next configuration put on top. */
  #step(): void {
    const stride = this.#size + 2;
    const at = this.#depth * stride;
    const op = this.#choose(at);
    if (op === -1) {
      if (this.#depth-- === 0) this.#found = 'not-linearizable';
      return;
    }
    this.steps++;
    const next = at + stride;
    if (next + stride > this.#stack.length) this.#growStack();
    this.#stack[at + this.#size + 1] = op;
    this.#stack.copyWithin(next, at, at + this.#size);
    this.#stack[next + this.#size] = 0;
    this.#linearize(next, op);
    this.#absorb(next);
    const frontier = this.#stack[next] as number;
    if (frontier > this.furthest) this.furthest = frontier;
    if (frontier === this.#part.completed) {
      this.#found = 'linearizable';
      this.#depth++;
      return;
    }
    const looked = this.#tried.add(this.#stack, next);
    this.steps += (looked < 0 ? -looked : looked) >> 4;
    if (looked >= 0) this.#depth++;
  }

  /** The next operation to try at a frame: pending changers by end, then one of each group of open ones; -1: none. */
  #choose(at: number): number {
    const { changers, classes, groups, begins, completed } = this.#part;
    const stack = this.#stack;
    const frontier = stack[at] as number;
    const state = stack[at + 1] as number;
    const first = changers.from[frontier] as number;
    const pending = (changers.from[frontier + 1] as number) - first;
    let cursor = stack[at + this.#size] as number;
    for (; cursor < pending; cursor++) {
      const op = changers.ops[first + cursor] as number;
      if (this.#done(at + 2, op)) continue;
      if (this.#automaton.next(state, classes[op] as number) === IMPOSSIBLE) continue;
      if (!this.#mayCome(at, op) || this.#hasTwin(at, first, cursor, op)) continue;
      stack[at + this.#size] = cursor + 1;
      return op;
    }
    for (; cursor - pending < groups.length - 1; cursor++) {
      const group = cursor - pending;
      const end = groups[group + 1] as number;
      let bit = groups[group] as number;
      while (bit < end && ((stack[at + this.#openAt + (bit >> 5)] as number) & (1 << (bit & 31))) !== 0)
        bit++;
      if (bit === end || (begins[bit] as number) > frontier) continue;
      const op = completed + bit;
      const next = this.#automaton.next(state, classes[op] as number);
      if (next === IMPOSSIBLE || next === state || !this.#mayCome(at, op)) continue;
      if (this.#hasStandIn(at, first, pending, op, next)) continue;
      stack[at + this.#size] = cursor + 1;
      return op;
    }
    return -1;
  }

  /** Whether a completed operation is linearized, given where its kind keeps its bits. */
  #done(bits: number, op: number): boolean {
    const slot = this.#part.slots[op] as number;
    return ((this.#stack[bits + (slot >> 5)] as number) & (1 << (slot & 31))) !== 0;
  }

  /** Whether the operation that must come before this one, if any, is linearized. */
  #mayCome(at: number, op: number): boolean {
    const before = this.#part.after[op] as number;
    if (before < (this.#stack[at] as number)) return true;
    return this.#done(at + (this.#part.observing[before] === 1 ? this.#observersAt : 2), before);
  }

  /** Whether an operation that could be exchanged for this one is pending, and must end before. */
  #hasTwin(at: number, first: number, cursor: number, op: number): boolean {
    const { changers, classes, twins } = this.#part;
    if ((twins[op] as number) < 0) return false;
    for (let earlier = first; earlier < first + cursor; earlier++) {
      const other = changers.ops[earlier] as number;
      if (classes[other] === classes[op] && (twins[other] as number) >= 0 && !this.#done(at + 2, other))
        return true;
    }
    return false;
  }

  /** Whether a completed operation that is pending would do what this open one does. */
  #hasStandIn(at: number, first: number, pending: number, op: number, next: number): boolean {
    const { changers, classes, twins } = this.#part;
    const twin = twins[op] as number;
    if (twin < 0) return false;
    for (let index = first; index < first + pending; index++) {
      const other = changers.ops[index] as number;
      if (twins[other] !== twin || this.#done(at + 2, other)) continue;
      if (this.#automaton.next(this.#stack[at + 1] as number, classes[other] as number) === next) return true;
    }
    return false;
  }

  #linearize(at: number, op: number): void {
    const { completed, slots, classes } = this.#part;
    const open = op >= completed;
    const bit = open ? op - completed : (slots[op] as number);
    const word = at + (open ? this.#openAt : 2) + (bit >> 5);
    this.#stack[word] = (this.#stack[word] as number) | (1 << (bit & 31));
    this.#stack[at + 1] = this.#automaton.next(this.#stack[at + 1] as number, classes[op] as number);
  }

  /** Moves the frontier as far as it goes, and linearizes every observer that fits the state on the way. */
  #absorb(at: number, order?: number[]): void {
    const { observers, completed, observing, classes } = this.#part;
    const stack = this.#stack;
    const state = stack[at + 1] as number;
    for (;;) {
      const frontier = stack[at] as number;
      if (frontier === completed) return;
      const end = observers.from[frontier + 1] as number;
      for (let index = observers.from[frontier] as number; index < end; index++) {
        const op = observers.ops[index] as number;
        if (this.#done(at + this.#observersAt, op)) continue;
        if (this.#automaton.next(state, classes[op] as number) !== state || !this.#mayCome(at, op)) continue;
        this.#mark(at + this.#observersAt, op);
        order?.push(op);
      }
      const bits = at + (observing[frontier] === 1 ? this.#observersAt : 2);
      if (!this.#done(bits, frontier)) return;
      const slot = this.#part.slots[frontier] as number;
      stack[bits + (slot >> 5)] = (stack[bits + (slot >> 5)] as number) & ~(1 << (slot & 31));
      stack[at] = frontier + 1;
    }
  }
  #mark(bits: number, op: number): void {
    const slot = this.#part.slots[op] as number;
    this.#stack[bits + (slot >> 5)] = (this.#stack[bits + (slot >> 5)] as number) | (1 << (slot & 31));
  }

  #growStack(): void {
    const old = this.#stack;
    this.#account.take(2 * old.byteLength);
    this.#stack = new Int32Array(2 * old.length);
    this.#stack.set(old);
    this.#account.give(old.byteLength);
  }
}
