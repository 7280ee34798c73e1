/**
 * What a trace says about load. A protocol whose nodes have workers and queues hands out a meter, which reads entries
 * in order and reports what they mean; what is counted, per how long, and shown how, is not its business.
 */

import type { Entry, Micros, NodeId, Outcome, WorldConfig } from '#/kernel';

/** What a meter may report, all of it at the time of the entry it is reading. */
export interface Readings {
  /** A user's call began at this node: the load that nobody but users can make. */
  called(node: NodeId): void;
  /** It ended for its user, this long after it began. */
  ended(node: NodeId, outcome: Outcome, tookUs: Micros): void;
  /** A request left for another node: the how-many-th try of its call, from 1. */
  tried(from: NodeId, to: NodeId, nth: number): void;
  /** A request came to a node that has workers. */
  arrived(node: NodeId): void;
  /** It was turned away there: at once, or after it had waited. */
  refused(node: NodeId, hadWaited: boolean): void;
  /** A worker took it up, after it had waited this long. */
  started(node: NodeId, waitedUs: Micros): void;
  /** The worker is free again. Not useful: it came to nothing, or no user was waiting any more for what it did. */
  finished(node: NodeId, busyUs: Micros, useful: boolean): void;
  /** How many workers a node has from now on. */
  staffed(node: NodeId, workers: number): void;
  /** The circuit breaker that a node holds against another is in this mode from now on. */
  broke(node: NodeId, against: NodeId, mode: string): void;
}

/** Reads entries in the order of the trace; keeps what it must remember between them. */
export interface Meter {
  take(entry: Entry, to: Readings): void;
  /** One that remembers the same and goes its own way from here. */
  copy(): Meter;
}

export type NewMeter = (config: WorldConfig) => Meter;
