/** Why a read is stale, or is not, in a sentence; and what would have to be otherwise. */

import type { ReadKey, StaleReadsKey } from '#/scenarios';
import { type OperationMark, operationWords } from '#/stage';

export const staleMark = (by: number): OperationMark => ({
  words: `stale by ${by} ${by === 1 ? 'write' : 'writes'}`,
  look: 'stale',
});

const said = ({ history }: StaleReadsKey, number: number): string => {
  const op = history.operations[number - 1];
  return op ? `“${operationWords(op)}” (${number})` : String(number);
};

const listed = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

const source = (read: ReadKey, key: StaleReadsKey): string =>
  read.of === null ? 'what was there at first' : `what ${said(key, read.of)} wrote`;

export function staleWords(read: ReadKey, key: StaleReadsKey): string {
  const newer = listed(read.newer.map((number) => said(key, number)));
  const had = read.newer.length === 1 ? 'had begun and ended' : 'had each begun and ended';
  const after = read.of === null ? '' : ' after that write was over and';
  return `${staleMark(read.newer.length).words}. It returned ${source(read, key)}; ${newer} ${had}${after} before it began.`;
}

export function freshWords(read: ReadKey, key: StaleReadsKey): string {
  const { operations } = key.history;
  const op = operations[read.read - 1];
  const from = read.of === null ? null : operations[read.of - 1];
  // The writes that would make it stale, had they only been over: the world in which a mark would be right.
  const almost = operations.flatMap((other, i) => {
    const writes = other.type === 'write' || other.type === 'put' || other.type === 'cas';
    if (!op || !writes || other === from || other.key !== op.key || other.outcome === 'failed') return [];
    const begins = other.start < op.start && (from === null || (from?.end ?? Infinity) < other.start);
    return begins && (other.end === null || other.end >= op.start) ? [said(key, i + 1)] : [];
  });
  if (almost.length === 0)
    return `not stale. Nothing newer than ${source(read, key)} was over when it began.`;
  const is = almost.length === 1 ? 'was' : 'were';
  return `not stale. ${listed(almost)} ${is} not over when it began; it would be stale if ${almost.length === 1 ? 'that write' : 'one of them'} had been.`;
}
