/**
 * What metrics are: a run's load, counted in stretches of equal length. Pure data; the words every chart and table uses.
 * A stretch has its beginning and not its end: what happens at the very end of one is counted in the next.
 */

import type { Micros, NodeId } from '#/kernel';

/** What happened at one node in one stretch of time. */
export interface NodeLoad {
  /** Users' calls that began here, and how those that ended in this stretch ended. */
  readonly called: number;
  readonly ok: number;
  readonly failed: number;
  readonly unknown: number;
  /** How long the calls that ended `ok` in this stretch took, in microseconds, ascending. */
  readonly tookUs: readonly number[];
  /** Requests that left here for other nodes, and how many of them were tried before. */
  readonly tries: number;
  readonly retries: number;
  /** Requests that came here, were turned away, were taken up, and were finished, and of these the ones in vain. */
  readonly arrived: number;
  readonly refused: number;
  readonly started: number;
  readonly finished: number;
  readonly wasted: number;
  /** Worker time that went into the work finished here, and into what of it was in vain; also what was before the stretch. */
  readonly workedUs: Micros;
  readonly wastedUs: Micros;
  /** How many waited for a worker: on average over the stretch, and at most, for however short a time but for some. */
  readonly queueMean: number;
  readonly queueMost: number;
  /**
   * Worker time in the stretch: at work, and in all. A worker too many counts until its work is done; a crash ends all
   * work at a node.
   */
  readonly busyUs: Micros;
  readonly staffedUs: Micros;
  /** The share of the workers' time in which they were at work, 0 to 1; 0 for a node without workers. */
  readonly saturation: number;
  /** The breaker's mode at the end of the stretch, by the node it guards against. */
  readonly breakers: Readonly<Record<NodeId, string>>;
}

export interface Stretch {
  readonly fromUs: Micros;
  readonly toUs: Micros;
  readonly nodes: Readonly<Record<NodeId, NodeLoad>>;
}

/** Stretches that are over, first to last, without gaps; what is still going on is in none. */
export interface Metrics {
  readonly widthUs: Micros;
  readonly nodes: readonly NodeId[];
  readonly stretches: readonly Stretch[];
}
