/** The clocks of nodes as a picture has them: how far each is off at a moment, in words that run, and where its hand points. */

import type { NodeView } from '#/scenarios';
import { skewText } from '../words';

type Reading = Pick<NodeView, 'wall' | 'offsetUs' | 'driftPpm' | 'slew'>;

const MILLION = 1_000_000;

/** The moment of the view, and one after it at which nothing else has happened. */
export interface Since {
  readonly from: number;
  readonly at: number;
}

const driftedIn = ({ driftPpm }: Reading, { from, at }: Since): number => ((at - from) * driftPpm) / MILLION;

/** How much of a slew has been done since the view's event. */
function slewedIn(node: Reading, since: Since): number {
  if (!node.slew) return 0;
  const { leftUs, ppm } = node.slew;
  const passed = since.at - since.from + driftedIn(node, since);
  const done = Math.min(Math.abs(leftUs), (passed * ppm) / MILLION);
  return leftUs < 0 ? -done : done;
}

/** How far the node's wall clock is from true time, in microseconds, at a moment after the view's event. */
export const skewAt = (node: Reading, since: Since): number =>
  node.wall - since.from + driftedIn(node, since) + slewedIn(node, since);

/** What its clocks read at that moment, and what is still to be done of a slew. */
export function readingsAt(node: Reading & Pick<NodeView, 'monotonic'>, since: Since) {
  return {
    wall: since.at + skewAt(node, since),
    monotonic: node.monotonic + since.at - since.from + driftedIn(node, since),
    offset: node.offsetUs + slewedIn(node, since),
    slewLeft: (node.slew?.leftUs ?? 0) - slewedIn(node, since),
  };
}

/** Whether a clock is anything but right, now or soon. */
export const isOff = (node: Reading, at: number): boolean =>
  node.wall !== at || node.driftPpm !== 0 || node.slew !== undefined;

/** Microseconds to round to, so that the digits of a clock that goes wrong can be read: some ten changes a second. */
function grain({ driftPpm, slew }: Reading, pace: number): number {
  const aSecond = ((Math.abs(driftPpm) + (slew?.ppm ?? 0)) * pace) / MILLION;
  let step = 1;
  while (step * 100 <= aSecond) step *= 10;
  return step;
}

/** "+12 ms", while it runs; `pace` is how many microseconds a second of watching takes. */
export function runningSkew(node: Reading, since: Since, pace: number): string {
  const step = grain(node, pace);
  return skewText(Math.round(skewAt(node, since) / step) * step + 0);
}

/**
 * Degrees from upright: to the right when ahead. What can just be seen at the scenario's pace turns it a little, and
 * nothing turns it all the way round.
 */
export function handAngle(skew: number, pace: number): number {
  const share = skew / (Math.abs(skew) + pace / 2);
  return Math.round(share * 160 * 10) / 10;
}

/** "off by +12 ms, drifting by 200 ppm, being slewed by −80 ms"; "right". */
export function clockWords(node: Reading, since: Since): string {
  const skew = skewAt(node, since);
  const said = [skew === 0 ? 'right' : `off by ${skewText(skew)}`];
  if (node.driftPpm !== 0) said.push(`drifting by ${node.driftPpm} ppm`);
  const left = (node.slew?.leftUs ?? 0) - slewedIn(node, since);
  if (left !== 0) said.push(`being slewed by ${skewText(left)} more`);
  return said.join(', ');
}
