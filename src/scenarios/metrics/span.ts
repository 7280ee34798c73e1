/** What several stretches, and several nodes, come to together. */

import type { Micros, NodeId } from '#/kernel';
import type { Metrics, NodeLoad, Stretch } from './series';

/** As of one node in one stretch, summed. */
export interface Load extends Omit<NodeLoad, 'tookUs' | 'saturation' | 'breakers'> {
  /** How long it lasted: what rates are per. */
  readonly spanUs: Micros;
  /** Users' calls that began anywhere in this time. */
  readonly calls: number;
  /** How long the calls that ended `ok` took: lists, each ascending. */
  readonly took: readonly (readonly number[])[];
}

const SUMMED = [
  ...(['called', 'ok', 'failed', 'unknown', 'tries', 'retries', 'arrived', 'refused', 'started'] as const),
  ...(['finished', 'wasted', 'workedUs', 'wastedUs', 'busyUs', 'staffedUs'] as const),
] satisfies readonly (keyof Load)[];

/** Over whole stretches. The greatest queue of several nodes is the greatest at any one of them. */
export function loadOf(stretches: readonly Stretch[], nodes: readonly NodeId[]): Load {
  const sums = Object.fromEntries(SUMMED.map((name) => [name, 0])) as Record<(typeof SUMMED)[number], number>;
  const took: (readonly number[])[] = [];
  let [spanUs, calls, queueUs, queueMost] = [0, 0, 0, 0];
  for (const { fromUs, toUs, nodes: all } of stretches) {
    const widthUs = toUs - fromUs;
    spanUs += widthUs;
    for (const { called } of Object.values(all)) calls += called;
    for (const node of nodes) {
      const load = all[node];
      if (!load) continue;
      for (const name of SUMMED) sums[name] += load[name];
      queueUs += load.queueMean * widthUs;
      queueMost = Math.max(queueMost, load.queueMost);
      took.push(load.tookUs);
    }
  }
  return { ...sums, spanUs, calls, took, queueMean: spanUs === 0 ? 0 : queueUs / spanUs, queueMost };
}

/** The stretches that lie wholly within a span of time. */
export const within = ({ stretches }: Metrics, fromUs: Micros, toUs: Micros): readonly Stretch[] =>
  stretches.filter((stretch) => stretch.fromUs >= fromUs && stretch.toUs <= toUs);
