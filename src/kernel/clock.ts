/**
 * A node's own clocks. The monotonic clock runs at its drift and never jumps; the wall clock is that plus an
 * offset that can be stepped; timers run on the monotonic clock, stretched when the node is slow.
 * Integer arithmetic throughout: products are split so that nothing exceeds 2^53.
 */

import type { Micros } from './values';

export interface ClockState {
  offsetUs: Micros;
  driftPpm: number;
  /** The node takes this many times as long for everything it times; at least 1. */
  factor: number;
  /** Virtual time at which the two readings below were true. */
  anchorAt: Micros;
  monotonic: Micros;
  ticks: Micros;
}

const MILLION = 1_000_000;

/** A clock at the start. Adding 0 turns −0 into 0, which is what JSON would make of it. */
export const newClock = (offsetUs: Micros, driftPpm: number): ClockState => ({
  offsetUs: offsetUs + 0,
  driftPpm: driftPpm + 0,
  factor: 1,
  anchorAt: 0,
  monotonic: 0,
  ticks: 0,
});

/** floor(span · (1 + ppm / 10^6)), exactly. */
function scaled(span: Micros, driftPpm: number): Micros {
  if (driftPpm === 0) return span;
  const whole = Math.floor(span / MILLION);
  return span + whole * driftPpm + Math.floor(((span - whole * MILLION) * driftPpm) / MILLION);
}

export const monotonicAt = (c: ClockState, at: Micros): Micros =>
  c.monotonic + scaled(at - c.anchorAt, c.driftPpm);

export const wallAt = (c: ClockState, at: Micros): Micros => monotonicAt(c, at) + c.offsetUs;

/** What timers measure: the monotonic clock, divided by how slow the node is. */
export const ticksAt = (c: ClockState, at: Micros): Micros =>
  c.ticks + Math.floor(scaled(at - c.anchorAt, c.driftPpm) / c.factor);

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
