/**
 * A duration as two clocks tell it. A node begins to measure, waits by its own timer, and takes the difference of two
 * readings, of its wall clock and of its monotonic one. Only the first can be moved in between.
 */

import type { Context, Json, Micros, Operation } from '#/kernel';

interface Running {
  readonly call: string;
  readonly wall: Micros;
  readonly monotonic: Micros;
}

export interface Measured {
  readonly wallUs: Micros;
  readonly monotonicUs: Micros;
}

const PREFIX = 'stopwatch of ';
export const isStopwatch = (timer: string): boolean => timer.startsWith(PREFIX);

/** A call `measure` with a number of milliseconds. */
export function startStopwatch(ctx: Context, op: Operation): void {
  const us = typeof op.value === 'number' && op.value >= 0 ? Math.round(op.value * 1000) : 0;
  const running: Running = { call: op.id, wall: ctx.now(), monotonic: ctx.monotonic() };
  ctx.after(`${PREFIX}${op.id}`, us, running as unknown as Json);
}

export function stopStopwatch(ctx: Context, data: Json): void {
  const { call, wall, monotonic } = data as unknown as Running;
  const value: Measured = { wallUs: ctx.now() - wall, monotonicUs: ctx.monotonic() - monotonic };
  ctx.complete(call, 'ok', { as: 'value', value: value as unknown as Json });
}
