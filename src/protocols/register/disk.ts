/**
 * What a replica keeps on its disk, written in one go, so that a crash never parts a value from the memory of the
 * call that wrote it. That memory is what makes a copy of a request harmless.
 */

import type { Context, Json } from '#/kernel';
import { type Cell, firstCell } from './cell';

export interface Disk {
  readonly cells: Readonly<Record<string, Cell>>;
  /** By client: its last call that was carried out here, and what it was answered; or that was refused for good. */
  readonly served: Readonly<Record<string, { readonly nth: number; readonly answer?: Json }>>;
  /** Changes told to others so far, so that an acknowledgement can say which one it means. */
  readonly changes: number;
}

const KEY = 'register';
const blank: Disk = { cells: {}, served: {}, changes: 0 };

export const diskIn = (durable: Readonly<Record<string, Json>>): Disk =>
  (durable[KEY] as unknown as Disk | undefined) ?? blank;

export const diskOf = (ctx: Context): Disk => (ctx.durable(KEY) as unknown as Disk | undefined) ?? blank;

/** What is held under a key; the initial value where nothing was ever written. */
export const cellOf = (ctx: Context, state: { readonly initial: Json }, key: string): Cell =>
  diskOf(ctx).cells[key] ?? firstCell(state.initial);

/** `alice/3` is the third call of alice. */
export function callParts(call: string): { readonly client: string; readonly nth: number } {
  const slash = call.lastIndexOf('/');
  return { client: call.slice(0, slash), nth: Number(call.slice(slash + 1)) };
}

/** Whether a call, or a later one of its client, was served before; and if it is this one, what it was answered. */
export function servedBefore(ctx: Context, call: string): { readonly answer: Json | undefined } | null {
  const { client, nth } = callParts(call);
  const last = diskOf(ctx).served[client];
  if (last === undefined || last.nth < nth) return null;
  return { answer: last.nth === nth ? last.answer : undefined };
}

export interface Change {
  readonly key?: string;
  readonly cell?: Cell;
  /** The call that is served by it, and its answer; without one, it is refused for good. */
  readonly call?: string;
  readonly answer?: Json;
  /** Whether others will be told. */
  readonly told?: boolean;
}

/** Writes a cell, the memory of a call, or both. */
export function keep(ctx: Context, { key, cell, call, answer, told = false }: Change): void {
  const disk = diskOf(ctx);
  const cells = key === undefined || cell === undefined ? disk.cells : { ...disk.cells, [key]: cell };
  const served = { ...disk.served };
  if (call !== undefined) {
    const { client, nth } = callParts(call);
    served[client] = answer === undefined ? { nth } : { nth, answer };
  }
  ctx.persist(KEY, { cells, served, changes: disk.changes + (told ? 1 : 0) } as unknown as Json);
}
