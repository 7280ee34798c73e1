/** Which changes may be the last before an answer: those of the right value that time does not rule out. */

import { type HistoryOperation, isOk } from '../history';

const FOREVER = Number.POSITIVE_INFINITY;
const endOf = (op: HistoryOperation): number => (isOk(op) ? (op.end as number) : FOREVER);

export interface Changes {
  /** Whether an operation surely replaces whatever was there before, once it has come back. */
  replaces(op: HistoryOperation): boolean;
  /** Whether what one operation found may be what another had left. */
  suits(op: HistoryOperation, other: HistoryOperation): boolean;
  /** Whether an operation only adds to what others had left, so that all of them together are what is found. */
  adds?(op: HistoryOperation): boolean;
}

/**
 * For each operation, those that may have left what it found. Where time rules all of them out, the nearest: they
 * are what a reader of the verdict looks for, and whatever is owed for a wrong answer, it stays wrong.
 */
export function lastBefore(
  operations: readonly HistoryOperation[],
  { replaces, suits, adds }: Changes,
): number[][] {
  const replacing = operations.filter((op) => isOk(op) && replaces(op));
  return operations.map((op) => {
    const fit: number[] = [];
    operations.forEach((other, index) => {
      if (other !== op && suits(op, other)) fit.push(index);
    });
    if (fit.length === 0) return fit;
    const at = (index: number) => operations[index] as HistoryOperation;
    let replaced = -FOREVER;
    for (const other of replacing) {
      if (other !== op && endOf(other) < op.start) replaced = Math.max(replaced, other.start);
    }
    const past = fit.filter((index) => at(index).start <= endOf(op));
    // Of a sum of parts, none is dropped: without it the others could not be understood.
    if (adds && past.some((index) => adds(at(index)))) return past;
    const possible = past.filter((index) => endOf(at(index)) >= replaced);
    if (possible.length > 0) return possible;
    const latest = Math.max(...past.map((index) => at(index).start));
    if (past.length > 0) return past.filter((index) => endOf(at(index)) >= latest);
    const earliest = Math.min(...fit.map((index) => endOf(at(index))));
    return fit.filter((index) => at(index).start <= earliest);
  });
}
