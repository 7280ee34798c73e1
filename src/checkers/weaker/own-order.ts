/** An order of one process's own: its operations, and everybody's writes as it saw them. */

import { effective } from './definition';
import { at, type Memory } from './memory';
import type { Order } from './order';

/**
 * Writes come as late as possible: before each operation of the session stands what must come before it, in order, and
 * at the end what the session never saw.
 */
export function ownOrder(order: Order, part: Memory, session: readonly number[]): number[] {
  const own = new Set(session);
  const here = effective({ part, readsFrom: order.readsFrom }, 'all').filter(
    (op) => own.has(op) || !at(part.ops, op).reads,
  );
  const sorted = order.list(here);
  const done = new Set<number>();
  const put: number[] = [];
  const add = (op: number) => {
    if (done.has(op)) return;
    done.add(op);
    put.push(op);
  };
  for (const op of session) {
    if (!at(part.ops, op).reads) continue;
    for (const earlier of sorted) if (order.before(earlier, op)) add(earlier);
    add(op);
  }
  for (const rest of sorted) add(rest);
  return put;
}
