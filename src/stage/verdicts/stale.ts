/** How stale a read is: how many writes had come to an end, after the one it saw, before it began. */

import type { History, HistoryOperation } from '#/scenarios';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const ended = (op: HistoryOperation): boolean => op.outcome === 'ok' && op.end !== null;

/** What an operation leaves behind, if it took effect. */
function written({ type, value, result }: HistoryOperation): { readonly value: unknown } | null {
  if (type === 'write' || type === 'put') return { value };
  if (type === 'cas' && result !== false && Array.isArray(value)) return { value: value[1] };
  return null;
}

/**
 * Certain writes only, and none where it cannot be told which write a read saw: 0 then does not mean that it is fresh.
 */
export function staleBy({ initial, operations }: History, index: number): number {
  const read = operations[index];
  if (!read || !ended(read) || (read.type !== 'read' && read.type !== 'get')) return 0;
  const writes = operations.filter(
    (op) => op.key === read.key && op.outcome !== 'failed' && written(op) !== null,
  );
  const sources = writes.filter((op) => same(written(op)?.value, read.value));
  const [source] = sources;
  const fromTheStart = same(initial, read.value);
  if (sources.length + (fromTheStart ? 1 : 0) !== 1) return 0;
  // A write that nobody saw end may have taken effect at any time.
  if (source && !ended(source)) return 0;
  const since = source?.end ?? Number.NEGATIVE_INFINITY;
  return writes.filter((op) => ended(op) && op.start > since && (op.end as number) < read.start).length;
}
