/** Loads made up by hand, for the tests of charts and of what is made of them. */

import type { Metrics, NodeId, NodeLoad } from '#/scenarios';

export const nothing: NodeLoad = {
  ...{ called: 0, ok: 0, failed: 0, unknown: 0, tookUs: [], tries: 0, retries: 0 },
  ...{ arrived: 0, refused: 0, started: 0, finished: 0, wasted: 0, workedUs: 0, wastedUs: 0 },
  ...{ queueMean: 0, queueMost: 0, busyUs: 0, staffedUs: 0, saturation: 0, breakers: {} },
};

/** Stretches of one second, the n-th of which is as `of` says. */
export function made(
  names: readonly string[],
  count: number,
  of: (nth: number, node: string) => Partial<NodeLoad>,
): Metrics {
  const nodes = names as readonly NodeId[];
  const loads = (nth: number) =>
    Object.fromEntries(nodes.map((node) => [node, { ...nothing, ...of(nth, node) }])) as Record<
      NodeId,
      NodeLoad
    >;
  return {
    widthUs: 1_000_000,
    nodes,
    stretches: Array.from({ length: count }, (_, nth) => ({
      fromUs: nth * 1_000_000,
      toUs: (nth + 1) * 1_000_000,
      nodes: loads(nth),
    })),
  };
}
