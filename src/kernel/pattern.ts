/** A pattern over trace entries: how scripts, moments, claims and questions point at "when". */

import type { Entry, EntryType, Outcome } from './trace';
import type { Json } from './values';

/** All members given must match; `nth` counts matches from 1 (default 1). */
export interface Pattern {
  readonly type: EntryType;
  readonly node?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly copy?: number;
  /** Which message of its kind on its link, from 1; unlike `nth`, which counts matches. */
  readonly message?: number;
  readonly name?: string;
  readonly key?: string;
  readonly op?: string;
  readonly outcome?: Outcome;
  readonly seen?: 'value' | 'error' | 'timeout' | 'crash';
  readonly reason?: string;
  readonly verb?: string;
  readonly nth?: number;
}

const FIELDS = ['node', 'from', 'to', 'kind', 'copy', 'name', 'key', 'op', 'outcome', 'reason'] as const;

/** Whether one entry fits, `nth` aside. */
export function fits(pattern: Pattern, entry: Entry): boolean {
  if (entry.type !== pattern.type) return false;
  for (const field of FIELDS) {
    const wanted = pattern[field];
    if (wanted !== undefined && (entry as unknown as Record<string, Json>)[field] !== wanted) return false;
  }
  if (pattern.message !== undefined && (!('nth' in entry) || entry.nth !== pattern.message)) return false;
  if (pattern.verb !== undefined && (entry.type !== 'command' || entry.command.verb !== pattern.verb))
    return false;
  if (pattern.seen === undefined) return true;
  return (entry.type === 'completed' || entry.type === 'late') && entry.seen.as === pattern.seen;
}

/** The entry a pattern points at, or null when the trace has no such moment. */
export function find(pattern: Pattern, trace: readonly Entry[], end = trace.length): Entry | null {
  let left = pattern.nth ?? 1;
  for (let i = 0; i < end; i++) {
    const entry = trace[i] as Entry;
    if (fits(pattern, entry) && --left === 0) return entry;
  }
  return null;
}

/** How many entries fit, `nth` aside. */
export function count(pattern: Pattern, trace: readonly Entry[], end = trace.length): number {
  let n = 0;
  for (let i = 0; i < end; i++) if (fits(pattern, trace[i] as Entry)) n++;
  return n;
}
