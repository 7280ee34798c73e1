/**
 * Causal convergence (CCv in Bouajjani and others, POPL 2017; causal+ elsewhere): besides an order of cause and effect
 * there is one order of all writes, the same for everybody, and a read returns the last write in it of those it has seen.
 */

import { causalOrder, seenWrites } from './causal-order';
import { type Definition, decided, effective, toHistory, whole } from './definition';
import { at, type Memory } from './memory';
import type { Order } from './order';
import { staleRead } from './weak-causal';

/** Causal order, and what the reads say about which write wins. */
function converge(memory: Memory, readsFrom: Int32Array): Order {
  const order = causalOrder(memory, readsFrom);
  if (order.conflict ?? staleRead(order, memory)) return order;
  const causes = order.edges;
  const wins: (readonly [write: number, source: number, read: number])[] = [];
  for (const read of decided(memory, readsFrom)) {
    for (const write of seenWrites(order, read)) {
      if (write !== at(readsFrom, read)) wins.push([write, at(readsFrom, read), read]);
    }
  }
  wins.every(([write, source, read]) => order.conclude(write, source, 'older', read, causes));
  return order;
}

export const causalConvergence: Definition = {
  model: 'causal-convergence',
  kept: 'Cause comes before effect, and one order of all writes decides every read (causal convergence).',
  broken: () => 'This is not causal convergence, where one order of all writes decides every read',
  parts: whole,
  check: (memory, readsFrom) => converge(memory, readsFrom).conflict,
  witness: (_, explained) =>
    explained.map((one) => ({
      process: null,
      order: toHistory(one.part, converge(one.part, one.readsFrom).list(effective(one, 'writes'))),
    })),
};
