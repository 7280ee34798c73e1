/**
 * The clock of Lamport, "Time, clocks, and the ordering of events in a distributed system", CACM 1978: one number.
 * a → b implies L(a) < L(b); from L(a) < L(b) nothing follows but that b did not come before a.
 */

import { byNumber, type LogicalClock } from './rules';

const tick = (own: number): number => own + 1;

/** Rules IR1 and IR2, with events counted from 1. */
export const lamportClock: LogicalClock<number> = {
  init: () => 0,
  local: tick,
  send: tick,
  receive: (own, carried) => Math.max(own, carried) + 1,
  compare: byNumber,
};

/** One order of all events that respects cause: by stamp and, where stamps are equal, by the name of the node. */
export const lamportTotal = (
  a: { readonly stamp: number; readonly node: string },
  b: { readonly stamp: number; readonly node: string },
): -1 | 0 | 1 => byNumber(a.stamp, b.stamp) || (a.node < b.node ? -1 : a.node > b.node ? 1 : 0);
