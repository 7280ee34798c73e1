/**
 * A run as one node lives through it: what it did and what reached it, by its own clock. What the network did to
 * a message, who crashed elsewhere, pauses and the lab's own bookkeeping are not among it.
 */

import { canonical, type Entry, type EntryType } from '#/kernel';

const FELT: ReadonlySet<EntryType> = new Set<EntryType>([
  'started',
  'restarted',
  'invoked',
  'completed',
  'late',
  'sent',
  'delivered',
  'timer set',
  'timer fired',
  'timer cancelled',
  'persisted',
  'chose',
]);

export interface Felt {
  readonly entry: Entry;
  readonly text: string;
}

/** The entries a node can know of, each as a text without ids, causes, true times and the network's own counts. */
export function nodeSide(trace: readonly Entry[], node: string): readonly Felt[] {
  return trace.flatMap((entry) => {
    if (entry.node !== node || !FELT.has(entry.type)) return [];
    const { id, event, at, cause, ...felt } = entry;
    const { nth, copy, ...text } = felt as typeof felt & { nth?: number; copy?: number };
    return [{ entry, text: canonical(text) }];
  });
}

/** The first entries of two runs that tell them apart at a node, or null when nothing does. */
export function nodeParting(
  left: readonly Entry[],
  right: readonly Entry[],
  node: string,
): { readonly left: Entry | null; readonly right: Entry | null } | null {
  const [a, b] = [nodeSide(left, node), nodeSide(right, node)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i]?.text !== b[i]?.text) return { left: a[i]?.entry ?? null, right: b[i]?.entry ?? null };
  }
  return null;
}
