/** Happens-before as a question asks it: which of a few events must come before which, and whether an order keeps to it. */

import { type Entry, past, predecessors } from '#/kernel';

/** For each of these entries, which of the others must come before it; as pairs of their positions in the list. */
export function ordered(
  trace: readonly Entry[],
  entries: readonly Entry[],
): readonly (readonly [first: number, then: number])[] {
  const before = predecessors(trace);
  const pairs: [number, number][] = [];
  entries.forEach((then, j) => {
    const earlier = past(trace, then.id, before);
    entries.forEach((first, i) => {
      if (earlier.has(first.id)) pairs.push([i, j]);
    });
  });
  return pairs;
}

export type OrderGrade =
  | { readonly right: true }
  | { readonly right: false; readonly first: string; readonly second: string }
  /** Not all events are there, or one is there twice. */
  | { readonly right: false; readonly incomplete: true };

/** Whether an order of ids keeps every pair; if not, a pair that it breaks. */
export function gradeOrder(
  order: readonly string[],
  ids: readonly string[],
  before: readonly (readonly [first: string, then: string])[],
): OrderGrade {
  const known = new Set(ids);
  if (
    order.length !== ids.length ||
    new Set(order).size !== ids.length ||
    !order.every((id) => known.has(id))
  ) {
    return { right: false, incomplete: true };
  }
  for (const [first, second] of before) {
    if (order.indexOf(first) > order.indexOf(second)) return { right: false, first, second };
  }
  return { right: true };
}
