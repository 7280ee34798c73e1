/** A trace that is only readings, and the meter that reads it: what is said is what is counted. */

import { type Entry, type Fold, type Micros, type NodeId, nodeId, type WorldConfig } from '#/kernel';
import type { Meter, Readings } from '#/protocols';
import { metricsAt, metricsFold } from './fold';
import type { LoadCount } from './load-count';
import type { Metrics } from './series';

type Said = { [K in keyof Readings]: readonly [what: K, ...given: Parameters<Readings[K]>] }[keyof Readings];
export type Line = readonly [at: Micros, ...said: Said] | readonly [at: Micros, what: 'crash', node: NodeId];

export const [user, front, back] = ['user', 'front', 'back'].map(nodeId) as [NodeId, NodeId, NodeId];

export const entriesOf = (lines: readonly Line[]): readonly Entry[] =>
  lines.map(([at, what, ...given], id): Entry => {
    const common = { id, event: id, at, local: at, cause: -1 };
    if (what === 'crash')
      return { ...common, node: given[0] as NodeId, type: 'crashed', disk: 'kept', afterEffect: null };
    return { ...common, node: null, type: 'note', text: JSON.stringify([what, ...given]) };
  });

const toyMeter = (): Meter => ({
  take(entry, to) {
    if (entry.type !== 'note') return;
    const [what, ...given] = JSON.parse(entry.text) as [keyof Readings, ...unknown[]];
    (to[what] as (...all: unknown[]) => void)(...given);
  },
  copy: toyMeter,
});

const config: WorldConfig = {
  seed: 1,
  nodes: [user, front, back].map((id) => ({ id, role: 'toy' })),
  links: [],
};

export const toyFold = (widthUs: Micros): Fold<LoadCount> =>
  metricsFold({ meter: toyMeter }, config, widthUs) as Fold<LoadCount>;

export function toyMetrics(lines: readonly Line[], untilUs: Micros, widthUs = 1000): Metrics {
  const fold = toyFold(widthUs);
  const state = fold.begin();
  for (const entry of entriesOf(lines)) fold.take(state, entry);
  return metricsAt(state, untilUs);
}
