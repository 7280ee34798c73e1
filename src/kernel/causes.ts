/** Happens-before, read from a trace: an entry follows its cause and whatever came before it at its node. */

import type { Entry } from './trace';

/** For each entry, the ids of its direct predecessors: its cause, and the entry before it at the same node. */
export function predecessors(trace: readonly Entry[]): readonly (readonly number[])[] {
  const last = new Map<string, number>();
  return trace.map((entry) => {
    const before: number[] = entry.cause >= 0 ? [entry.cause] : [];
    if (entry.node !== null) {
      const previous = last.get(entry.node);
      if (previous !== undefined && previous !== entry.cause) before.push(previous);
      last.set(entry.node, entry.id);
    }
    return before;
  });
}

/** The ids of everything that could have influenced an entry, itself left out. */
export function past(trace: readonly Entry[], id: number, before = predecessors(trace)): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...(before[id] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(before[next] ?? []));
  }
  return seen;
}

/** The ids of everything an entry could have influenced, itself left out. Ids grow along causes, so one pass does. */
export function future(
  trace: readonly Entry[],
  id: number,
  before = predecessors(trace),
): ReadonlySet<number> {
  const reached = new Set<number>([id]);
  for (let i = id + 1; i < trace.length; i++) {
    if (before[i]?.some((p) => reached.has(p))) reached.add(i);
  }
  reached.delete(id);
  return reached;
}

export type Relation = 'before' | 'after' | 'concurrent' | 'same';

/** How two entries are related. */
export function relation(trace: readonly Entry[], a: number, b: number): Relation {
  if (a === b) return 'same';
  if (past(trace, b).has(a)) return 'before';
  return past(trace, a).has(b) ? 'after' : 'concurrent';
}
