/**
 * Happens-before, read from a trace: an entry follows its cause, whatever came before it at its node, and, where it
 * befalls a message, whatever last befell that message, also when somebody's hand was the cause. Of a long run only
 * what is kept is read: causes before it are left out.
 */

import { firstId } from './kept';
import type { Entry } from './trace';

/** Which copy of which message an entry is about; null for those about none. */
const messageOf = (entry: Entry, copy: number): string | null =>
  'kind' in entry ? `${entry.from}>${entry.to}>${entry.kind}>${entry.nth}>${copy}` : null;

/** For each entry, at its place in the trace, the ids of its direct predecessors that are kept. */
export function predecessors(trace: readonly Entry[]): readonly (readonly number[])[] {
  const first = firstId(trace);
  const lastAt = new Map<string, number>();
  const lastOf = new Map<string, number>();
  return trace.map((entry) => {
    const before = new Set<number>();
    if (entry.cause >= first) before.add(entry.cause);
    if (entry.node !== null) {
      const previous = lastAt.get(entry.node);
      if (previous !== undefined) before.add(previous);
      lastAt.set(entry.node, entry.id);
    }
    if ('copy' in entry) {
      const previous = lastOf.get(
        messageOf(entry, entry.type === 'duplicated' ? entry.of : entry.copy) ?? '',
      );
      if (previous !== undefined) before.add(previous);
      lastOf.set(messageOf(entry, entry.copy) ?? '', entry.id);
    }
    return [...before];
  });
}

/** The ids of everything that could have influenced an entry, itself left out. */
export function past(trace: readonly Entry[], id: number, before = predecessors(trace)): ReadonlySet<number> {
  const first = firstId(trace);
  const seen = new Set<number>();
  const open = [...(before[id - first] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(before[next - first] ?? []));
  }
  return seen;
}

/** The ids of everything an entry could have influenced, itself left out. Ids grow along causes, so one pass does. */
export function future(
  trace: readonly Entry[],
  id: number,
  before = predecessors(trace),
): ReadonlySet<number> {
  const first = firstId(trace);
  const reached = new Set<number>([id]);
  for (let i = Math.max(0, id + 1 - first); i < trace.length; i++) {
    if (before[i]?.some((p) => reached.has(p))) reached.add(i + first);
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
