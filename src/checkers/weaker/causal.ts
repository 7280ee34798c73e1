/**
 * Causal memory (Ahamad, Neiger, Burns, Kohli and Hutto 1995; CM in POPL 2017): each process has an order of its own
 * operations and all writes that keeps cause before effect, and in which each of its reads returns the last write.
 *
 * A read is taken to have read from one write, the same in every order, also where equal values were written twice.
 */

import { causalOrder, readsOf, saturate, seenWrites } from './causal-order';
import { type Definition, toHistory, whole } from './definition';
import { at, INITIAL, type Memory } from './memory';
import { Order } from './order';
import { ownOrder } from './own-order';

/** Whether a read says more about the order of writes than is known. */
function isTold(order: Order, read: number): boolean {
  const source = at(order.readsFrom, read);
  for (const write of seenWrites(order, read)) {
    if (write !== source && (source === INITIAL || !order.before(write, source))) return true;
  }
  return false;
}

/** For each session, causal order and what its own reads add to it; stops at a conflict. */
function* ownOrders(memory: Memory, readsFrom: Int32Array): Generator<[readonly number[], Order]> {
  const causes = causalOrder(memory, readsFrom);
  if (causes.conflict) return yield [[], causes];
  for (const session of memory.sessions) {
    const reads = readsOf(causes, session);
    const order = reads.some((read) => isTold(causes, read)) ? new Order(memory, readsFrom, causes) : causes;
    if (order !== causes) saturate(order, reads);
    yield [session, order];
    if (order.conflict) return;
  }
}

export const causal: Definition = {
  model: 'causal',
  kept: 'Each process has an order of its own operations and all writes that keeps cause before effect and explains its reads (causal memory).',
  broken: () =>
    'This is not causal memory, where each process has an order of its reads and all writes, cause before effect',
  parts: whole,
  check(memory, readsFrom) {
    for (const [, order] of ownOrders(memory, readsFrom)) if (order.conflict) return order.conflict;
    return null;
  },
  witness: (memory, explained) =>
    explained.flatMap(({ part, readsFrom }) =>
      [...ownOrders(part, readsFrom)].map(([session, order]) => ({
        process: at(memory.history.operations, at(part.ops, at(session, 0)).index).process,
        order: toHistory(part, ownOrder(order, part, session)),
      })),
    ),
};
