/**
 * Vector clocks, after Fidge, "Timestamps in message-passing systems that preserve the partial ordering", 1988, and
 * Mattern, "Virtual time and global states of distributed systems", 1989. V(a) < V(b) exactly when a → b.
 */

import type { EventPlace, LogicalClock, StampOrder } from './rules';

/** How many events of each node are known, its own included. A node that is not named counts 0. */
export type Counts = Readonly<Record<string, number>>;

const at = (counts: Counts, node: string): number =>
  Object.hasOwn(counts, node) ? (counts[node] as number) : 0;

const tick = (own: Counts, { node }: EventPlace): Counts => ({ ...own, [node]: at(own, node) + 1 });

function merge(one: Counts, other: Counts): Counts {
  const raised = Object.keys(other).filter((node) => at(other, node) > at(one, node));
  return raised.length === 0
    ? one
    : { ...one, ...Object.fromEntries(raised.map((node) => [node, at(other, node)])) };
}

const anyAbove = (a: Counts, b: Counts): boolean => Object.keys(a).some((node) => at(a, node) > at(b, node));

function compare(a: Counts, b: Counts): StampOrder {
  const [more, less] = [anyAbove(a, b), anyAbove(b, a)];
  if (more && less) return null;
  return more ? 1 : less ? -1 : 0;
}

export const vectorClock: LogicalClock<Counts> = {
  init: (nodes) => Object.fromEntries(nodes.map((node) => [node, 0])),
  local: tick,
  send: tick,
  receive: (own, carried, place) => tick(merge(own, carried), place),
  compare,
};

/** Whether neither event could have influenced the other. */
export const concurrent = (a: Counts, b: Counts): boolean => compare(a, b) === null;

/** The nodes whose counts differ from one stamp to the next: what a strip underlines. */
export const changedSlots = (before: Counts, after: Counts): readonly string[] =>
  Object.keys(after).filter((node) => at(after, node) !== at(before, node));
