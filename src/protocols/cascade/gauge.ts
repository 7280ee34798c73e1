/** How full a tier is. */

import { type GaugeOf, gaugeOf } from '../gauge';
import { poolOf } from './params';
import type { TierState } from './state';

export const tierGauge: GaugeOf = ({ nodes, params }, id) => {
  const node = nodes.find((n) => n.id === id);
  if (node?.role !== 'tier' || node.state === null) return null;
  const { pool, next } = node.state as unknown as TierState;
  const { workers, room } = poolOf(params, next === null);
  return gaugeOf([pool], workers, room);
};
