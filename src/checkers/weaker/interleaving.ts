/**
 * The search for one order of all operations that keeps each process's own and gives every answer. Depth first over
 * which process goes next, with a memo on how far each has come and what the objects hold; all keys together.
 *
 * Shortcuts that leave out orders, never answers: an operation that changes nothing goes as soon as it can; nothing is
 * overwritten that is still to be read and was written once; an open write goes only right before a read that wants it.
 */

import type { History, HistoryOperation } from '../history';
import type { SequentialObject } from '../objects';
import { at } from './memory';
import type { Spending } from './spending';
import { IMPOSSIBLE, Transitions } from './transitions';
import { Visited } from './visited';

export interface Puzzle {
  /** Operations as indices into the history; everything else goes by their place in this list. */
  readonly indices: readonly number[];
  /** Operations that must keep their order. */
  readonly chains: readonly (readonly number[])[];
  readonly chain: ArrayLike<number>;
  /** Of each operation and chain, how many of the chain must come before it; null: nothing but its own chain's. */
  readonly needs: ((op: number, chain: number) => number) | null;
  /** Of an open operation, the last one of its process before it; -1: none. */
  readonly follows: ArrayLike<number>;
  readonly open: readonly boolean[];
  /** Of a write, how many reads are taken to have read from it; null where that is not known. */
  readonly readers: Int32Array | null;
  /** Of a read, the write it is taken to have read from; below 0: none. */
  readonly sources: Int32Array | null;
}

interface Frame {
  /** What may come next, and how many of them have been tried; null: nobody has looked. */
  choices: readonly number[] | null;
  tried: number;
  /** Operations taken on the way to the frame: the choice and what could follow at once. */
  readonly taken: readonly number[];
  readonly held: readonly number[];
}

export class Interleaving {
  readonly #history: History;
  readonly #puzzle: Puzzle;
  readonly #spending: Spending;
  readonly #transitions: Transitions;
  readonly #classes: Int32Array;
  readonly #observes: readonly boolean[];
  readonly #slot: Int32Array;
  /** How far each chain has come, and then what each object holds: a configuration. */
  readonly #now: Int32Array;
  readonly #position: Int32Array;
  /** The write whose value each object holds; -1: the initial one. */
  readonly #writer: Int32Array;
  readonly #unread: Int32Array;
  readonly #visited: Visited;
  readonly #stack: Frame[] = [];
  #left: number;

  constructor(history: History, object: SequentialObject, puzzle: Puzzle, spending: Spending) {
    this.#history = history;
    this.#puzzle = puzzle;
    this.#spending = spending;
    this.#transitions = new Transitions(object, spending);
    const ops = puzzle.indices.map((index) => at(history.operations, index));
    this.#classes = Int32Array.from(ops, (op) => this.#transitions.operation(op));
    this.#observes = ops.map((op) => object.observes(op));
    const keys = new Map<string | undefined, number>();
    const slotOf = (op: HistoryOperation) => {
      const key = object.keyed ? op.key : undefined;
      if (!keys.has(key)) keys.set(key, keys.size);
      return keys.get(key) as number;
    };
    this.#slot = Int32Array.from(ops, slotOf);
    this.#now = new Int32Array(puzzle.chains.length + keys.size);
    this.#now.fill(this.#transitions.initial(history.initial), puzzle.chains.length);
    this.#position = new Int32Array(ops.length);
    for (const chain of puzzle.chains)
      chain.forEach((op, place) => {
        this.#position[op] = place;
      });
    this.#writer = new Int32Array(keys.size).fill(-1);
    this.#unread = puzzle.readers?.slice() ?? new Int32Array(ops.length);
    this.#left = puzzle.open.filter((open) => !open).length;
    this.#visited = new Visited(this.#now.length, spending);
    this.#enter(null);
  }

  /**
   * An order, as indices into the history; null if there is none; undefined if so many steps do not suffice, and then it
   * may be asked to go on. Throws `Spent`.
   */
  find(steps: number): number[] | null | undefined {
    for (let left = steps; this.#stack.length > 0; ) {
      if (this.#left === 0)
        return this.#stack.flatMap(({ taken }) => taken).map((op) => at(this.#puzzle.indices, op));
      const top = this.#stack.at(-1) as Frame;
      if (top.choices === null) {
        if (left-- === 0) return undefined;
        // Where there are many chains, a look at all of them is not one step's work.
        this.#spending.step(1 + (this.#puzzle.chains.length >> 3));
        top.choices = this.#visited.add(this.#now) ? this.#choices() : [];
      }
      const choice = top.choices[top.tried++];
      if (choice !== undefined) this.#enter(choice);
      else this.#undo(this.#stack.pop() as Frame);
    }
    return null;
  }

  /** Gives back the memory of what was tried. */
  close(): void {
    this.#visited.close();
    this.#transitions.close();
  }

  #enter(choice: number | null): void {
    const held = [...this.#writer, ...this.#now.subarray(this.#puzzle.chains.length)];
    const taken = choice === null ? [] : [choice];
    if (choice !== null) this.#take(choice);
    this.#absorb(taken);
    this.#stack.push({ choices: null, tried: 0, taken, held });
  }

  #next(op: number): number {
    const held = at(this.#now, this.#puzzle.chains.length + at(this.#slot, op));
    return this.#transitions.next(held, at(this.#classes, op));
  }

  /** Whether everything is done that must come before an operation whose turn it is in its chain. */
  #ready(op: number): boolean {
    const { chains, chain, follows, open, needs, readers } = this.#puzzle;
    const before = at(follows as Int32Array, op);
    if (at(open, op) && before !== -1) {
      if (at(this.#now, at(chain as Int32Array, before)) <= at(this.#position, before)) return false;
    }
    if (needs !== null) {
      const own = at(chain as Int32Array, op);
      for (let other = 0; other < chains.length; other++) {
        if (other !== own && at(this.#now, other) < needs(op, other)) return false;
      }
    }
    if (readers === null || at(this.#observes, op)) return true;
    const writer = at(this.#writer, at(this.#slot, op));
    return writer === -1 || at(this.#unread, writer) === 0;
  }

  #head(chain: number): number | undefined {
    return at(this.#puzzle.chains, chain)[at(this.#now, chain)];
  }

  #take(op: number): void {
    const { chains, chain, open, sources } = this.#puzzle;
    const slot = at(this.#slot, op);
    const mine = at(chain as Int32Array, op);
    this.#now[chains.length + slot] = this.#next(op);
    this.#now[mine] = at(this.#now, mine) + 1;
    if (!at(open, op)) this.#left--;
    if (!at(this.#observes, op)) this.#writer[slot] = op;
    else if (sources !== null && at(sources, op) >= 0) {
      const source = at(sources, op);
      this.#unread[source] = at(this.#unread, source) - 1;
    }
  }

  #undo({ taken, held }: Frame): void {
    const { chains, chain, open, sources } = this.#puzzle;
    for (const op of taken) {
      const mine = at(chain as Int32Array, op);
      this.#now[mine] = at(this.#now, mine) - 1;
      if (!at(open, op)) this.#left++;
      if (sources === null || !at(this.#observes, op)) continue;
      const source = at(sources, op);
      if (source >= 0) this.#unread[source] = at(this.#unread, source) + 1;
    }
    const slots = this.#writer.length;
    this.#writer.set(held.slice(0, slots));
    this.#now.set(held.slice(slots), chains.length);
  }

  /** Takes what changes nothing and can be taken, as often as there is any. */
  #absorb(taken: number[]): void {
    const { chains } = this.#puzzle;
    for (let before = -1; before !== taken.length; ) {
      before = taken.length;
      for (let chain = 0; chain < chains.length; chain++) {
        for (let op = this.#head(chain); op !== undefined && at(this.#observes, op); op = this.#head(chain)) {
          if (this.#next(op) === IMPOSSIBLE || !this.#ready(op)) break;
          this.#take(op);
          taken.push(op);
        }
      }
    }
  }

  /** The operations that may come next, the one that began first in front. */
  #choices(): number[] {
    const { chains, chain, open, sources, indices } = this.#puzzle;
    const found: number[] = [];
    for (let each = 0; each < chains.length; each++) {
      const op = this.#head(each);
      if (op === undefined || at(this.#observes, op) || !this.#ready(op)) continue;
      const next = this.#next(op);
      if (next === IMPOSSIBLE) continue;
      if (at(open, op) && !this.#isWanted(op, next, sources !== null)) continue;
      found.push(op);
    }
    const start = (op: number) => at(this.#history.operations, at(indices, op)).start;
    const late = (op: number) => (at(open, op) ? 1 : 0);
    return found.sort(
      (x, y) =>
        late(x) - late(y) || start(x) - start(y) || at(chain as Int32Array, x) - at(chain as Int32Array, y),
    );
  }

  /** Whether somebody waits for what an open operation does; of registers alone, a read that it would satisfy. */
  #isWanted(op: number, next: number, registers: boolean): boolean {
    const slot = at(this.#slot, op);
    if (next === at(this.#now, this.#puzzle.chains.length + slot)) return false;
    if (!registers) return true;
    return this.#puzzle.chains.some((_, chain) => {
      const head = this.#head(chain);
      if (head === undefined || !at(this.#observes, head) || at(this.#slot, head) !== slot) return false;
      return this.#transitions.next(next, at(this.#classes, head)) === next;
    });
  }
}
