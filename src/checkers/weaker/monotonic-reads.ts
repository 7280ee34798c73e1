/**
 * Monotonic reads (Terry and others 1994; in the form of Viotti and Vukolić 2016): what a process has seen stays seen.
 * With one order of the writes of a key, the same for all, no process's reads go back in it.
 */

import { arbitrationOf, eachKey, programOrder } from './arbitration';
import type { Definition } from './definition';
import { at, INITIAL, type Memory, UNDECIDED } from './memory';
import type { Order, Step } from './order';

function readsGoForward(part: Memory, readsFrom: Int32Array): Order {
  const order = programOrder(part, readsFrom);
  for (const session of part.sessions) {
    let before = -1;
    for (const op of session) {
      if (order.conflict) return order;
      const source = at(part.ops, op).reads ? at(readsFrom, op) : UNDECIDED;
      if (source === UNDECIDED) continue;
      if (before !== -1) {
        const seen = at(readsFrom, before);
        const support: Step[] = [
          { from: seen, to: before, kind: 'read', by: -1 },
          { from: before, to: op, kind: 'program', by: -1 },
        ];
        if (source === INITIAL) order.refuse(seen, op, support);
        else if (source !== seen) order.conclude(seen, source, 'older', op, support);
      }
      if (source !== INITIAL) before = op;
    }
  }
  return order;
}

export const monotonicReads: Definition = {
  model: 'monotonic-reads',
  kept: 'The reads of a process never go back, with one order of the writes of each key for all.',
  broken: () => 'This is against monotonic reads (with one order of the writes of a key for all)',
  parts: eachKey,
  check: (part, readsFrom) => readsGoForward(part, readsFrom).conflict,
  witness: (_, explained) => arbitrationOf(explained, (one) => readsGoForward(one.part, one.readsFrom)),
};
