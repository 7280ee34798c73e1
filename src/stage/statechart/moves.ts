/** When a machine went from one state to another, as far as the trace that is kept tells. */

import type { Entry, Micros, NodeId, Statechart } from '#/scenarios';

export interface Move {
  readonly entry: number;
  readonly at: Micros;
  /** Null where what was before is no longer kept. */
  readonly from: string | null;
  readonly to: string;
}

/** The last `most` moves of a node's machine, latest first. */
export function movesOf(
  chart: Statechart,
  trace: readonly Entry[],
  node: NodeId,
  most: number,
): readonly Move[] {
  const moves: Move[] = [];
  let state = trace[0]?.id === 0 ? chart.graph.initial : null;
  for (const entry of trace) {
    if (entry.node !== node) continue;
    // Whoever starts anew has a new machine.
    if (entry.type === 'restarted') state = chart.graph.initial;
    const to = chart.told(entry);
    if (to === null) continue;
    moves.push({ entry: entry.id, at: entry.at, from: state, to });
    state = to;
  }
  return moves.slice(-most).reverse();
}
