/**
 * Weak causal consistency (Bouajjani, Enea, Guerraoui and Hamza, POPL 2017, where it is called CC): there is an order of
 * cause and effect, and every read alone can be explained by an order of what it had seen.
 *
 * It fails where cause and effect run in a circle, or where a read returns what had been replaced within its own past.
 */

import { causalOrder, seenWrites } from './causal-order';
import { type Definition, decided, effective, toHistory, whole } from './definition';
import { at, INITIAL, type Memory } from './memory';
import type { Conflict, Order } from './order';

/** What is wrong for single reads. */
export function staleRead(order: Order, memory: Memory): Conflict | null {
  for (const read of decided(memory, order.readsFrom)) {
    if (order.conflict) break;
    const source = at(order.readsFrom, read);
    for (const write of seenWrites(order, read)) {
      if (source === INITIAL) order.refuse(write, read);
      else if (order.before(source, write)) order.conclude(write, source, 'older', read);
    }
  }
  return order.conflict;
}

export const weakCausal: Definition = {
  model: 'weak-causal',
  kept: 'No read returns a value that had been replaced within what came causally before it (weak causal consistency).',
  broken: () =>
    'This is not even weak causal consistency, where each read by itself fits what came causally before it',
  parts: whole,
  check(memory, readsFrom) {
    const order = causalOrder(memory, readsFrom);
    return order.conflict ?? staleRead(order, memory);
  },
  witness: (_, explained) =>
    explained.map((one) => ({
      process: null,
      order: toHistory(one.part, causalOrder(one.part, one.readsFrom).list(effective(one, 'all'))),
    })),
};
