/**
 * When a machine went from one state to another: as the trace tells, and before what is kept of that, as the run's load
 * does, which knows where each breaker stood at the end of each stretch.
 */

import type { Entry, Metrics, Micros, NodeId, Statechart } from '#/scenarios';

export interface Move {
  /** Null where only the stretch is known in which it was. */
  readonly entry: number | null;
  /** When, or by when. */
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
  metrics: Metrics | null = null,
): readonly Move[] {
  const [first] = trace;
  const known = first === undefined || first.id === 0;
  const moves = known ? [] : earlier(chart, metrics, node, first.at);
  let state: string | null = known ? chart.graph.initial : (moves.at(-1)?.to ?? null);
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

/** What was over before a moment, stretch by stretch; of a machine that is no breaker, nothing. */
function earlier(chart: Statechart, metrics: Metrics | null, node: NodeId, before: Micros): Move[] {
  const moves: Move[] = [];
  let state = chart.graph.initial;
  for (const { toUs, nodes } of metrics?.stretches ?? []) {
    if (toUs > before) break;
    const [to] = Object.values(nodes[node]?.breakers ?? {});
    if (to === undefined || to === state) continue;
    moves.push({ entry: null, at: toUs, from: state, to });
    state = to;
  }
  return moves;
}
