/** A node's readings at the start of a run, right unless told. */

import type { NodeView } from '#/scenarios';

export const newClockView = (
  given: Partial<Pick<NodeView, 'wall' | 'offsetUs' | 'driftPpm' | 'slew'>>,
): Pick<NodeView, 'wall' | 'offsetUs' | 'driftPpm' | 'slew'> => ({
  wall: 0,
  offsetUs: given.wall ?? 0,
  driftPpm: 0,
  ...given,
});
