/** Cause before effect: program order and reads-from, and what follows from both together. */

import { at, INITIAL, type Memory, UNDECIDED } from './memory';
import { lastSeen, Order } from './order';

export const causalOrder = (memory: Memory, readsFrom: Int32Array): Order =>
  new Order(memory, readsFrom, () => true);

/** For each write of a key that comes before a decided read, the last of each chain. */
export function* seenWrites(order: Order, read: number): Generator<number> {
  for (const writes of at(order.memory.writes, at(order.memory.ops, read).key)) {
    const write = lastSeen(order, writes, read);
    if (write !== -1) yield write;
  }
}

/**
 * Concludes that a read's source is the youngest of the writes that come before the read, until nothing new follows.
 * The order holds a conflict if that is impossible.
 */
export function saturate(order: Order, reads: readonly number[]): void {
  for (let edges = -1; edges !== order.edges && !order.conflict; ) {
    edges = order.edges;
    for (const read of reads) {
      const source = at(order.readsFrom, read);
      for (const write of seenWrites(order, read)) {
        if (source === INITIAL) return order.refuse(write, read);
        if (write !== source && !order.conclude(write, source, 'older', read)) return;
      }
    }
  }
}

/** The decided reads of one session. */
export const readsOf = ({ memory, readsFrom }: Order, session: readonly number[]): number[] =>
  session.filter((op) => at(memory.ops, op).reads && at(readsFrom, op) !== UNDECIDED);
