/** Any object, by its behaviour alone: nothing is known before the search. */

import { type History, type HistoryOperation, isOpen } from '../history';
import type { SequentialObject } from '../objects';
import { at, bySession } from './memory';
import type { Prepared, Task } from './task';
import { noOrder } from './words';

export class ObjectTask implements Task {
  readonly indices: readonly number[];
  readonly #history: History;
  readonly #object: SequentialObject;
  /** By index into the history: the operations to which each may owe its answer. */
  readonly #owes: ReadonlyMap<number, readonly number[]>;

  constructor(
    history: History,
    object: SequentialObject,
    indices?: readonly number[],
    owes?: ReadonlyMap<number, readonly number[]>,
  ) {
    this.#history = history;
    this.#object = object;
    this.indices =
      indices ??
      bySession(history.operations)
        .flat()
        .filter((index) => {
          const op = at(history.operations, index);
          return !(isOpen(op) && object.observes(op));
        });
    this.#owes = owes ?? this.#allOwed();
  }

  restrict(kept: readonly number[]): Task {
    const keep = new Set(kept);
    for (let size = -1; size !== keep.size; ) {
      size = keep.size;
      for (const index of keep) {
        if (this.#owes.get(index)?.some((other) => !keep.has(other))) keep.delete(index);
      }
    }
    const left = this.indices.filter((index) => keep.has(index));
    return new ObjectTask(this.#history, this.#object, left, this.#owes);
  }

  prepare(): Prepared {
    const ops = this.indices.map((index) => at(this.#history.operations, index));
    const chains: number[][] = [];
    const chain = new Int32Array(ops.length);
    const follows = new Int32Array(ops.length).fill(-1);
    const main = new Map<string, number>();
    const last = new Map<string, number>();
    ops.forEach((op, id) => {
      const open = isOpen(op);
      follows[id] = last.get(op.process) ?? -1;
      let mine = main.get(op.process);
      if (open || mine === undefined) mine = chains.push([]) - 1;
      chains[mine]?.push(id);
      chain[id] = mine;
      if (open) return;
      main.set(op.process, mine);
      last.set(op.process, id);
    });
    return {
      conflict: null,
      puzzle: {
        indices: this.indices,
        chains,
        chain,
        follows,
        open: ops.map(isOpen),
        needs: null,
        readers: null,
        sources: null,
      },
    };
  }

  settle(): null {
    return null;
  }

  tell(): string {
    return noOrder(this.indices.map((index) => at(this.#history.operations, index)));
  }

  /** Who owes what, when times do not count. */
  #allOwed(): Map<number, number[]> {
    const keyed = this.#object.keyed;
    const parts = new Map<string | undefined, number[]>();
    for (const index of this.indices) {
      const key = keyed ? at(this.#history.operations, index).key : undefined;
      const part = parts.get(key);
      if (part) part.push(index);
      else parts.set(key, [index]);
    }
    const timeless = (op: HistoryOperation): HistoryOperation => ({
      ...op,
      start: 0,
      end: op.end === null ? null : 0,
    });
    const owes = new Map<number, number[]>();
    for (const part of parts.values()) {
      const ops = part.map((index) => timeless(at(this.#history.operations, index)));
      this.#object.owes(ops, this.#history.initial).forEach((others, place) => {
        owes.set(
          at(part, place),
          others.map((other) => at(part, other)),
        );
      });
    }
    return owes;
  }
}
