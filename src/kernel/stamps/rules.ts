/**
 * What all logical clocks have in common: a stamp is plain data, and three rules say how the stamp of a node moves
 * when something happens there. A rule changes nothing; it gives the stamp of the event, which is the node's new one.
 */

/** Where an event happens, and what the wall clock there reads, in any unit as long as it is one. */
export interface EventPlace {
  readonly node: string;
  readonly wall: number;
}

/** Less, equal, greater; null where neither stamp is the smaller one. */
export type StampOrder = -1 | 0 | 1 | null;

export interface LogicalClock<S> {
  /** What every node starts with, before its first event. */
  readonly init: (nodes: readonly string[]) => S;
  readonly local: (own: S, place: EventPlace) => S;
  /** The stamp of the sending, which the message carries. */
  readonly send: (own: S, place: EventPlace) => S;
  readonly receive: (own: S, carried: S, place: EventPlace) => S;
  readonly compare: (a: S, b: S) => StampOrder;
}

export const byNumber = (a: number, b: number): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);
