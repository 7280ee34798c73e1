/** One order out of several that each concern another object: linearizability is local (Herlihy & Wing, § 3.2). */

import { type HistoryOperation, isOpen } from '../history';

interface Placed {
  readonly index: number;
  readonly op: HistoryOperation;
  readonly part: number;
}

/** Whether one operation must stand before another that has the same moment. */
function before(one: Placed, other: Placed): boolean {
  if (one.part === other.part) return false;
  if (one.op.process !== other.op.process || isOpen(one.op) || one.op.end !== other.op.start) return false;
  return one.op.start < other.op.start || one.index < other.index;
}

/** Takes out of those that share a moment, again and again, the first that no other must precede. */
function untied(tied: Placed[]): Placed[] {
  const order: Placed[] = [];
  while (tied.length > 0) {
    const free = tied.findIndex((one, at) =>
      tied.every((other, place) => !before(other, one) && (other.part !== one.part || place >= at)),
    );
    order.push(...tied.splice(Math.max(free, 0), 1));
  }
  return order;
}

/** Each operation at the earliest moment that its order allows, and all of them by these moments. */
export function merge(
  operations: readonly HistoryOperation[],
  orders: readonly (readonly number[])[],
): number[] {
  const moments = new Map<number, Placed[]>();
  orders.forEach((order, part) => {
    let moment = Number.NEGATIVE_INFINITY;
    for (const index of order) {
      const op = operations[index] as HistoryOperation;
      moment = Math.max(moment, op.start);
      const tied = moments.get(moment);
      if (tied) tied.push({ index, op, part });
      else moments.set(moment, [{ index, op, part }]);
    }
  });
  return [...moments.keys()]
    .sort((x, y) => x - y)
    .flatMap((moment) => untied(moments.get(moment) as Placed[]).map(({ index }) => index));
}
