/**
 * A node's own clocks. The monotonic clock runs at its drift and never jumps; the wall clock is that plus an
 * offset, which can be stepped, or slewed: bent a little at a time until as much is gone, so that the wall clock never
 * runs backwards (as adjtime(2) does; a leap second smeared over a window is a slew of one second). Timers run on the
 * monotonic clock, stretched when the node is slow. Leaves out that real systems bend the monotonic clock as well.
 * Integer arithmetic throughout: products are split so that nothing exceeds 2^53.
 */

import type { Micros } from './values';

/** A correction under way. What has been done of it follows from what the monotonic clock has measured since. */
export interface Slew {
  /** What the monotonic clock read when it began. */
  readonly from: Micros;
  /** All of it; negative where the wall clock is held back. */
  readonly byUs: Micros;
  /** Parts per million of monotonic time, below a million. */
  readonly ppm: number;
}

export interface ClockState {
  /** Without what a slew has added to it. */
  offsetUs: Micros;
  slew: Slew | null;
  driftPpm: number;
  /** The node takes this many times as long for everything it times; at least 1. */
  factor: number;
  /** Virtual time at which the two readings below were true. */
  anchorAt: Micros;
  monotonic: Micros;
  ticks: Micros;
}

const MILLION = 1_000_000;

/** As fast as adjtime(2) and ntpd bend a clock: half a millisecond in a second. */
export const USUAL_SLEW_PPM = 500;

/** A clock at the start. Adding 0 turns −0 into 0, which is what JSON would make of it. */
export const newClock = (offsetUs: Micros, driftPpm: number): ClockState => ({
  offsetUs: offsetUs + 0,
  slew: null,
  driftPpm: driftPpm + 0,
  factor: 1,
  anchorAt: 0,
  monotonic: 0,
  ticks: 0,
});

/** floor(span · ppm / 10^6), exactly. */
function parts(span: Micros, ppm: number): Micros {
  const whole = Math.floor(span / MILLION);
  return whole * ppm + Math.floor(((span - whole * MILLION) * ppm) / MILLION);
}

/** floor(span · (1 + ppm / 10^6)), exactly. */
const scaled = (span: Micros, driftPpm: number): Micros =>
  driftPpm === 0 ? span : span + parts(span, driftPpm);

export const monotonicAt = (c: ClockState, at: Micros): Micros =>
  c.monotonic + scaled(at - c.anchorAt, c.driftPpm);

/** How much of a slew has been done when the monotonic clock reads this. */
function slewed({ from, byUs, ppm }: Slew, monotonic: Micros): Micros {
  const done = Math.min(Math.abs(byUs), parts(monotonic - from, ppm));
  return byUs < 0 ? 0 - done : done;
}

/** The wall clock less the monotonic one. */
export const offsetAt = (c: ClockState, at: Micros): Micros =>
  c.slew === null ? c.offsetUs : c.offsetUs + slewed(c.slew, monotonicAt(c, at));

export const wallAt = (c: ClockState, at: Micros): Micros => monotonicAt(c, at) + offsetAt(c, at);

/** What is still to be done of a slew; 0 when there is none. */
export const slewLeft = (c: ClockState, at: Micros): Micros =>
  c.slew === null ? 0 : c.slew.byUs - slewed(c.slew, monotonicAt(c, at));

/** Ends whatever slew there is and keeps what it has done; from here on, the offset moves by `byUs` more. */
export function slew(c: ClockState, at: Micros, byUs: Micros, ppm: number): void {
  c.offsetUs = offsetAt(c, at);
  c.slew = byUs === 0 ? null : { from: monotonicAt(c, at), byUs, ppm };
}

const divided = (span: Micros, factor: number): Micros => (factor === 1 ? span : Math.floor(span / factor));

/** What timers measure: the monotonic clock, divided by how slow the node is. */
export const ticksAt = (c: ClockState, at: Micros): Micros =>
  c.ticks + divided(scaled(at - c.anchorAt, c.driftPpm), c.factor);

/** The earliest virtual time at which `ticksAt` reaches the deadline. */
export function whenTicks(c: ClockState, deadline: Micros, now: Micros): Micros {
  if (c.driftPpm === 0 && c.factor === 1) return Math.max(now, c.anchorAt + deadline - c.ticks);
  const needed = (deadline - c.ticks) * c.factor;
  const rate = MILLION + c.driftPpm;
  const whole = Math.floor(needed / rate);
  let at = c.anchorAt + whole * MILLION + Math.floor(((needed - whole * rate) * MILLION) / rate);
  while (ticksAt(c, at) < deadline) at++;
  return Math.max(now, at);
}

/** Fixes the readings at `at`, so that rates may change from there without moving what has been measured. */
export function reanchor(c: ClockState, at: Micros): void {
  const monotonic = monotonicAt(c, at);
  const ticks = ticksAt(c, at);
  c.monotonic = monotonic;
  c.ticks = ticks;
  c.anchorAt = at;
}
