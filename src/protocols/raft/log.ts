/** The log of a server (§5.3), which is the one on its disk: entries by index, and what is added or taken off. */

import type { Context, Json } from '#/kernel';
import { LOG, type LogEntry, SNAPSHOT, type Snapshot } from './disk';

const EMPTY: readonly LogEntry[] = [];

/** The entries to look into, which grow with the log; whoever keeps them asks for `entriesOf`. */
interface Entries {
  readonly length: number;
  readonly [place: number]: LogEntry;
  slice(from: number, to: number): readonly LogEntry[];
}

const look = (ctx: Context): Entries => (ctx.list(LOG) as unknown as Entries | undefined) ?? EMPTY;

export const entriesOf = (ctx: Context): readonly LogEntry[] =>
  (ctx.durable(LOG) as unknown as readonly LogEntry[] | undefined) ?? EMPTY;

export const snapshotOf = (ctx: Context): Snapshot | undefined =>
  ctx.durable(SNAPSHOT) as unknown as Snapshot | undefined;

/** The index of the last entry that only the snapshot knows; 0 without one. */
export const baseOf = (ctx: Context): number => snapshotOf(ctx)?.lastIncludedIndex ?? 0;

export function lastIndex(ctx: Context): number {
  const entries = look(ctx);
  const last = entries[entries.length - 1];
  return last === undefined ? baseOf(ctx) : last.index;
}

export function lastTerm(ctx: Context): number {
  const entries = look(ctx);
  const last = entries[entries.length - 1];
  return last === undefined ? (snapshotOf(ctx)?.lastIncludedTerm ?? 0) : last.term;
}

/** The entry at an index, if it is there and not in the snapshot. */
export function entryAt(ctx: Context, index: number): LogEntry | undefined {
  const entries = look(ctx);
  const first = entries[0];
  return first === undefined ? undefined : entries[index - first.index];
}

/** The term of the entry at an index; 0 before the first, −1 where the log does not say. */
export function termAt(ctx: Context, index: number): number {
  if (index === 0) return 0;
  const entry = entryAt(ctx, index);
  if (entry !== undefined) return entry.term;
  const snapshot = snapshotOf(ctx);
  return snapshot !== undefined && snapshot.lastIncludedIndex === index ? snapshot.lastIncludedTerm : -1;
}

/** The entries from an index on; at most so many, if that is not 0. */
export function entriesFrom(ctx: Context, index: number, most = 0): readonly LogEntry[] {
  const entries = look(ctx);
  const first = entries[0];
  if (first === undefined || index > (entries[entries.length - 1] as LogEntry).index) return EMPTY;
  const at = Math.max(0, index - first.index);
  return entries.slice(at, most > 0 ? at + most : entries.length);
}

export const add = (ctx: Context, entry: LogEntry): void => ctx.append(LOG, entry as unknown as Json);

/** Takes the entries from an index on off the log. */
export function cutFrom(ctx: Context, index: number): void {
  const entries = entriesOf(ctx);
  const first = entries[0];
  if (first !== undefined) {
    ctx.persist(LOG, entries.slice(0, Math.max(0, index - first.index)) as unknown as Json);
  }
}
