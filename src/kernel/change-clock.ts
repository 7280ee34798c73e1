/** Changing a node's clock: by a command, or by the node itself, which may step or slew its own wall clock. */

import { offsetAt, reanchor, slew, slewLeft, USUAL_SLEW_PPM } from './clock';
import type { Command } from './command';
import type { Core } from './core';
import type { Nodes } from './nodes';

export type ClockChange = Omit<Extract<Command, { verb: 'clock' }>, 'verb' | 'node'>;

export function changeClock(
  core: Core,
  nodes: Nodes,
  node: number,
  change: ClockChange,
  cause: number,
): void {
  const { clock } = nodes.state(node);
  const { now } = core.s;
  const { offsetUs, stepUs, slewUs, slewPpm = USUAL_SLEW_PPM } = change;
  const before = offsetAt(clock, now);
  if (offsetUs !== undefined || stepUs !== undefined) {
    clock.offsetUs = (offsetUs ?? before) + (stepUs ?? 0);
    clock.slew = null;
  }
  const driftPpm = (change.driftPpm ?? clock.driftPpm) + 0;
  const drifts = driftPpm !== clock.driftPpm;
  // A step of the wall clock leaves the monotonic clock, and with it every timer, exactly as it was.
  if (drifts) reanchor(clock, now);
  clock.driftPpm = driftPpm;
  if (slewUs !== undefined) slew(clock, now, slewUs, slewPpm);
  core.emit('clock changed', node, cause, {
    jumpUs: offsetAt(clock, now) - before,
    driftPpm,
    // Only where it is one, so that the digests of runs without a slew are what they were.
    ...(slewUs === undefined ? {} : { slewUs: slewLeft(clock, now), slewPpm }),
  });
  if (drifts) nodes.rescheduleTimers(node);
}
