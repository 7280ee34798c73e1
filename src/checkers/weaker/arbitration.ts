/**
 * One order of the writes of each key, the same for everybody, in the sense of Viotti and Vukolić (2016): a read returns
 * the last in it of the writes it has seen. The writes of one process to a key keep their order; without that, a client
 * that reads what it has itself overwritten could be told that its writes were exchanged.
 */

import { type Explained, effective, type Witness } from './definition';
import { at, type Memory, restrict } from './memory';
import { Order } from './order';

/** For each key, everything done to it. */
export const eachKey = (memory: Memory): readonly Memory[] =>
  memory.writes.map((_, key) => restrict(memory, (op) => at(memory.ops, op).key === key));

/** Program order alone: what was read from whom does not count. */
export const programOrder = (part: Memory, readsFrom: Int32Array): Order =>
  new Order(part, readsFrom, () => false);

/** The orders of all keys, merged by time into one. */
export function arbitrationOf(explained: readonly Explained[], order: (one: Explained) => Order): Witness {
  const lists = explained.map((one) =>
    order(one)
      .list(effective(one, 'writes'))
      .map((op) => at(one.part.ops, op)),
  );
  const merged: number[] = [];
  for (;;) {
    const next = lists.filter((list) => list.length > 0).sort((x, y) => at(x, 0).start - at(y, 0).start)[0];
    if (next === undefined) return [{ process: null, order: merged }];
    merged.push(at(next, 0).index);
    next.shift();
  }
}
