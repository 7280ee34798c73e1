/** What a verdict has to say of single operations on the tape: who is to blame, or an order that explains them. */

import type { History, Micros, OperationRecord } from '#/scenarios';
import type { ModelVerdict, Verdicts } from './judges';
import type { OperationNote, OperationNotes } from './Noted';
import { staleBy } from './stale';

/** "stale by 2 writes" where that can be said, else "to blame". */
export function blameWords(history: History, index: number): string {
  const by = staleBy(history, index);
  return by === 0 ? 'to blame' : `stale by ${by} ${by === 1 ? 'write' : 'writes'}`;
}

/** When an operation was called and ended, in virtual time; the history of the judges has its own. */
type Lasting = Pick<OperationRecord, 'invokedAt' | 'completedAt' | 'outcome'>;

/**
 * A moment for each operation of an order that keeps real time: within its own bar, and never before the one ahead of
 * it. Each stands halfway between the earliest and the latest that the others leave it.
 */
export function pointsOf(
  operations: readonly Lasting[],
  order: readonly number[],
  until: Micros,
): readonly Micros[] {
  const earliest: Micros[] = [];
  for (const index of order) earliest.push(Math.max(operations[index]?.invokedAt ?? 0, earliest.at(-1) ?? 0));
  const latest: Micros[] = [];
  for (const index of [...order].reverse()) {
    const op = operations[index];
    // One whose end nobody knows may have taken effect at any time after.
    const end = op?.outcome === 'ok' ? (op.completedAt ?? until) : until;
    latest.unshift(Math.min(end, latest[0] ?? until));
  }
  return earliest.map((from, i) => (from + Math.max(from, latest[i] ?? from)) / 2);
}

/** The order to show: the one for all, or that of a client, or the first there is. */
export const orderOf = ({ witness }: ModelVerdict, process: string | null): readonly number[] =>
  (witness?.find((w) => w.process === process) ?? witness?.[0])?.order ?? [];

/** By the entry of the call, as the tape knows operations. */
export function notesOf(verdicts: Verdicts, verdict: ModelVerdict, process: string | null): OperationNotes {
  const { history, operations, at } = verdicts;
  const notes = new Map<number, OperationNote>();
  const note = (index: number, said: OperationNote) => {
    const operation = operations[index];
    if (operation) notes.set(operation.invokedEntry, said);
  };
  if (verdict.verdict === 'violated') {
    for (const index of verdict.operations) {
      const words = blameWords(history, index);
      note(index, { words, look: words === 'to blame' ? 'blamed' : 'stale' });
    }
  } else if (verdict.verdict === 'ok') {
    const order = orderOf(verdict, process);
    const points = verdict.model === 'linearizable' ? pointsOf(operations, order, at) : [];
    order.forEach((index, i) => {
      const point = points[i];
      note(index, { words: `${i + 1}`, look: 'ordered', ...(point === undefined ? {} : { point }) });
    });
  }
  return notes;
}
