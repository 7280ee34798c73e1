/** How full a service is: its workers, and what waits before them, whatever compartments there are. */

import { type GaugeOf, gaugeOf } from '../gauge';
import type { ServerState } from './server';

export const serviceGauge: GaugeOf = ({ nodes, params }, id) => {
  const node = nodes.find((n) => n.id === id);
  if (node?.role !== 'service' || node.state === null) return null;
  const { pools } = node.state as unknown as ServerState;
  // Split, there are two compartments, each with as much room as the whole.
  const room = (params.room as number) * (params.layout === 'split' ? 2 : 1);
  return gaugeOf(Object.values(pools), params.workers as number, room);
};
