/**
 * Registers that are only read and written. Where a value was written once, it is known which write a read saw; what
 * else must then come before what is worked out first, and often decides the question or leaves little to search.
 */

import { seenWrites } from './causal-order';
import { at, INITIAL, type Memory, restrict, UNDECIDED } from './memory';
import { type Conflict, firstAfter, Order } from './order';
import { findSources, unwritten } from './sources';
import type { Spending } from './spending';
import type { Prepared, Task } from './task';
import { because, noOrder } from './words';

/** Everything that follows from the reads with one possible source, for one order of all operations. */
function deduce(memory: Memory, readsFrom: Int32Array): Order {
  const order = new Order(memory, readsFrom, () => true);
  const sure = memory.reads.filter((read) => at(readsFrom, read) !== UNDECIDED);
  for (let edges = -1; edges !== order.edges && !order.conflict; ) {
    edges = order.edges;
    for (const read of sure) if (!deduceFrom(order, read)) return order;
  }
  return order;
}

function deduceFrom(order: Order, read: number): boolean {
  const { memory, readsFrom } = order;
  const source = at(readsFrom, read);
  for (const write of seenWrites(order, read)) {
    if (source === INITIAL) {
      order.refuse(write, read);
      return false;
    }
    if (write !== source && !order.conclude(write, source, 'older', read)) return false;
  }
  for (const writes of at(memory.writes, at(memory.ops, read).key)) {
    const later = source === INITIAL ? at(writes, 0) : firstAfter(order, writes, source);
    if (later !== -1 && !order.conclude(read, later, 'newer', read)) return false;
  }
  return true;
}

export class RegisterTask implements Task {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  get indices(): number[] {
    return this.#memory.ops.map(({ index }) => index);
  }

  restrict(kept: readonly number[]): Task {
    const keep = new Set(kept);
    return new RegisterTask(restrict(this.#memory, (op) => keep.has(at(this.#memory.ops, op).index)));
  }

  prepare(): Prepared {
    const { conflict, order, sources } = this.#deduced();
    return this.#prepared(conflict?.ops ?? null, order, sources);
  }

  settle(spending: Spending): Prepared {
    const check = (memory: Memory, readsFrom: Int32Array) => deduce(memory, readsFrom).conflict;
    const found = findSources(this.#memory, check, spending);
    const { order, sources } = this.#deduced(found.found ? found.readsFrom : undefined);
    return this.#prepared(found.found ? null : [...found.proof], order, sources);
  }

  tell(): string {
    const { conflict } = this.#deduced();
    const { ops, history } = this.#memory;
    return conflict === null
      ? noOrder(ops.map(({ index }) => at(history.operations, index)))
      : because(
          'This is not sequential consistency: no one order that keeps the order of each process explains every read',
          this.#memory,
          conflict,
        );
  }

  /** What follows from the sources given, or from those that are certain. */
  #deduced(given?: Int32Array): { conflict: Conflict | null; order: Order; sources: Int32Array } {
    const { ops, reads, candidates } = this.#memory;
    const sources = given ?? new Int32Array(ops.length).fill(UNDECIDED);
    for (const read of reads) {
      const writes = at(candidates, read);
      if (writes.length === 1) sources[read] = at(writes, 0);
    }
    const order = deduce(this.#memory, sources);
    return { conflict: unwritten(this.#memory)?.conflict ?? order.conflict, order, sources };
  }

  #prepared(proof: readonly number[] | null, order: Order, sources: Int32Array): Prepared {
    const { ops, reads, candidates, chains, chain, follows } = this.#memory;
    const readers = new Int32Array(ops.length);
    for (const read of reads) {
      const source = at(sources, read);
      if (source >= 0) readers[source] = at(readers, source) + 1;
    }
    const suspects = new Set(proof);
    for (const op of suspects) for (const write of at(candidates, op)) if (write >= 0) suspects.add(write);
    return {
      conflict: proof && [...suspects].map((op) => at(ops, op).index),
      puzzle: {
        indices: this.indices,
        chains,
        chain,
        follows,
        open: ops.map((op) => op.open),
        needs: (op, other) => order.seen(op, other),
        readers,
        sources,
      },
    };
  }
}
