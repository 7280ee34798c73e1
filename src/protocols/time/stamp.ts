/**
 * What a write is stamped with, so that the last writer wins: the wall clock of whoever took it, or a hybrid logical
 * clock, which is never behind what its node has heard of. Stamps by the wall clock have c = 0.
 */

import { type Context, canonical, type Hybrid, hybridClock, type Json } from '#/kernel';

export interface Stamp extends Hybrid {
  readonly by: string;
}

export interface Cell {
  readonly value: Json;
  /** The stamp as people read it. */
  readonly stamped: string;
  readonly stamp: Stamp;
  /** The call that wrote it. */
  readonly call: string;
}

export const isHybrid = (ctx: Context): boolean => ctx.params.stamps === 'hybrid';

/** Where nothing has been heard of. */
export const noClock: Hybrid = hybridClock.init([]);

/** The clock of a node after an event of its own, or after hearing of another one; it stands still where wall clocks stamp. */
export function moved(ctx: Context, own: Hybrid, heard: Hybrid | null = null): Hybrid {
  if (!isHybrid(ctx)) return own;
  const place = { node: ctx.self, wall: ctx.now() };
  return heard === null ? hybridClock.local(own, place) : hybridClock.receive(own, heard, place);
}

export const stampOf = (ctx: Context, clock: Hybrid): Stamp =>
  isHybrid(ctx) ? { ...clock, by: ctx.self } : { l: ctx.now(), c: 0, by: ctx.self };

/** Whether the first cell gives way to the second. Equal stamps are told apart by name, and then by value. */
export function givesWay(held: Cell | undefined, other: Cell): boolean {
  if (held === undefined) return true;
  const order = hybridClock.compare(held.stamp, other.stamp);
  if (order !== 0) return order === -1;
  if (held.stamp.by !== other.stamp.by) return held.stamp.by < other.stamp.by;
  return canonical(held.value) < canonical(other.value);
}

export const later = (a: Hybrid, b: Hybrid): Hybrid => (hybridClock.compare(a, b) === -1 ? b : a);

/** A value as people read it: a text without its quotation marks. */
export const valueText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** "420 ms", or "420 ms + 1" where c tells it apart. */
export const momentText = ({ l, c }: Hybrid): string => `${l / 1000} ms${c > 0 ? ` + ${c}` : ''}`;

export const stampText = (stamp: Stamp): string => `${momentText(stamp)} by ${stamp.by}`;
