/**
 * Which reads of a history are stale, and by how many writes. A read is stale by n writes when n writes began after the
 * one it returned had ended, and ended themselves before the read began. Such a read breaks linearizability; not every
 * break is a stale read. A write that nobody saw end may have taken effect at any time, and counts for neither.
 */

import { type History, type HistoryOperation, isOk } from '#/checkers';
import { canonical, KernelError } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import type { Variant } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { type Shown, shownHistory } from './subject';

export interface ReadKey {
  /** The operation's number, from 1. */
  readonly read: number;
  /** The number of the write whose value it returned; null: what the object held at first. */
  readonly of: number | null;
  /** The writes that came in between, by number; as many as there are, so stale is the read. */
  readonly newer: readonly number[];
}

export interface StaleReadsKey extends Shown {
  readonly kind: 'stale-reads';
  readonly reads: readonly ReadKey[];
}

interface Write {
  readonly number: number;
  readonly op: HistoryOperation;
  readonly value: string;
  /** Infinity where nobody saw it end. */
  readonly end: number;
}

const isRead = (op: HistoryOperation): boolean => (op.type === 'read' || op.type === 'get') && isOk(op);

/** What an operation may have written, or null. */
function written(op: HistoryOperation): string | null {
  if (op.outcome === 'failed') return null;
  if (op.type === 'write' || op.type === 'put') return canonical(op.value ?? null);
  if (op.type !== 'cas' || op.result === false) return null;
  return canonical((Array.isArray(op.value) ? op.value[1] : null) ?? null);
}

/** Throws a sentence when values do not name their writes, or a read returned what nobody had begun to write. */
export function staleReads({ initial, operations }: History): readonly ReadKey[] {
  const keys = [...new Set(operations.map((op) => op.key))];
  return keys
    .flatMap((key) => {
      const all = operations.flatMap((op, i) => (op.key === key ? [{ op, number: i + 1 }] : []));
      const reads = all.filter(({ op }) => isRead(op));
      const writes = all.flatMap(({ op, number }): Write[] => {
        const value = written(op);
        if (value === null) return [];
        return [{ number, op, value, end: isOk(op) && op.end !== null ? op.end : Infinity }];
      });
      const values = [canonical(initial), ...writes.map((w) => w.value)];
      const again = values.find((value, i) => values.indexOf(value) !== i);
      if (again !== undefined) {
        throw new KernelError(`${again} is written twice: a read of it does not say which write it saw.`);
      }
      return reads.map(({ op, number }) => readKey(op, number, writes, canonical(initial)));
    })
    .sort((a, b) => a.read - b.read);
}

function readKey(op: HistoryOperation, read: number, writes: readonly Write[], initial: string): ReadKey {
  const value = canonical(op.value ?? null);
  const of = writes.find((w) => w.value === value) ?? null;
  if (!of && value !== initial)
    throw new KernelError(`Operation ${read} returns ${value}, which nobody wrote.`);
  if (of && op.end !== null && of.op.start > op.end) {
    throw new KernelError(`Operation ${read} returns ${value} before anybody began to write it.`);
  }
  const since = of ? of.end : -Infinity;
  const newer = writes.filter((w) => w.op.start > since && w.end < op.start).map((w) => w.number);
  return { read, of: of ? of.number : null, newer };
}

export function staleReadsKey(
  question: QuestionOf<'stale-reads'>,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): StaleReadsKey {
  const shown = shownHistory(question.subject, module, run);
  return { kind: 'stale-reads', ...shown, reads: staleReads(shown.history) };
}

export interface StaleReadsGrade {
  readonly right: boolean;
  /** Stale, and not marked. */
  readonly missed: readonly number[];
  /** Marked, and not stale. */
  readonly wrong: readonly number[];
}

/** `none`: it was said that no read is stale, which is right only of a history without stale reads. */
export function gradeStaleReads(
  key: Pick<StaleReadsKey, 'reads'>,
  answer: { readonly reads: readonly number[]; readonly none: boolean },
): StaleReadsGrade {
  const marked = new Set(answer.none ? [] : answer.reads);
  const stale = key.reads.filter((r) => r.newer.length > 0).map((r) => r.read);
  const missed = stale.filter((read) => !marked.has(read));
  const wrong = [...marked].filter((read) => !stale.includes(read)).sort((a, b) => a - b);
  const said = answer.none || marked.size > 0;
  return { right: said && missed.length + wrong.length === 0, missed, wrong };
}
