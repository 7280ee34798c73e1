/**
 * Read your writes (Terry and others 1994; in the form of Viotti and Vukolić 2016): a process has seen what it wrote
 * itself before. With one order of the writes of a key, a read returns its own last write or one that wins over it.
 */

import { arbitrationOf, eachKey, programOrder } from './arbitration';
import type { Definition } from './definition';
import { at, INITIAL, type Memory, UNDECIDED } from './memory';
import type { Order } from './order';

function ownWritesSeen(part: Memory, readsFrom: Int32Array): Order {
  const order = programOrder(part, readsFrom);
  for (const session of part.sessions) {
    let own = -1;
    for (const op of session) {
      if (order.conflict) return order;
      if (!at(part.ops, op).reads) {
        if (!at(part.ops, op).open) own = op;
        continue;
      }
      const source = at(readsFrom, op);
      if (own === -1 || source === UNDECIDED || source === own) continue;
      if (source === INITIAL) order.refuse(own, op);
      else order.conclude(own, source, 'older', op);
    }
  }
  return order;
}

export const readYourWrites: Definition = {
  model: 'read-your-writes',
  kept: 'Every process sees what it has written itself, with one order of the writes of each key for all.',
  broken: () => 'This is against read your writes (with one order of the writes of a key for all)',
  parts: eachKey,
  check: (part, readsFrom) => ownWritesSeen(part, readsFrom).conflict,
  witness: (_, explained) => arbitrationOf(explained, (one) => ownWritesSeen(one.part, one.readsFrom)),
};
