/** How full a node with workers is at a moment: for a picture of it. */

import type { NodeId, View } from '#/kernel';

export interface Gauge {
  /** Workers at work, of how many. More than there are, where some were taken away from their work. */
  readonly busy: number;
  readonly workers: number;
  /** Requests that wait, and how many may. */
  readonly waiting: number;
  readonly room: number;
}

/** Of a node; null where it has no workers, or is down. */
export type GaugeOf = (view: View, node: NodeId) => Gauge | null;

/** The gauge of several pools that share so many workers, each with so much room. */
export function gaugeOf(
  pools: readonly { readonly busy: number; readonly queue: readonly unknown[] }[],
  workers: number,
  room: number,
): Gauge {
  const busy = pools.reduce((sum, pool) => sum + pool.busy, 0);
  const waiting = pools.reduce((sum, pool) => sum + pool.queue.length, 0);
  return { busy, workers, waiting, room };
}
