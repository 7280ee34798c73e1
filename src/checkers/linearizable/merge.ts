/** One order out of several that each concern another object: linearizability is local (Herlihy & Wing, § 3.2). */

import type { HistoryOperation } from '../history';

/** Each operation at the earliest moment that its order allows, and all of them by these moments. */
export function merge(
  operations: readonly HistoryOperation[],
  orders: readonly (readonly number[])[],
): number[] {
  const placed = orders.flatMap((order, part) => {
    let moment = Number.NEGATIVE_INFINITY;
    return order.map((index, place) => {
      const { start } = operations[index] as HistoryOperation;
      moment = Math.max(moment, start);
      return { index, part, place, start, moment };
    });
  });
  placed.sort(
    (x, y) =>
      x.moment - y.moment || (x.part === y.part ? x.place - y.place : x.start - y.start || x.part - y.part),
  );
  return placed.map(({ index }) => index);
}
