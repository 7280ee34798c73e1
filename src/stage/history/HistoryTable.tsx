/** A small history as a table: everything its picture shows, to be read and heard. */

import type { HistoryOperation } from '#/scenarios';
import { type Column, Table } from '#/ui';
import type { OperationMark } from './HistoryPicture';
import { endingWords, operationWords } from './words';

export interface HistoryTableProps {
  caption: string;
  operations: readonly HistoryOperation[];
  marks?: Readonly<Record<number, OperationMark>> | undefined;
  /** How to write a time; as the number it is unless told. */
  time?: ((at: number) => string) | undefined;
}

const plain = (at: number): string => String(Math.round(at * 100) / 100);

export function HistoryTable({ caption, operations, marks = {}, time = plain }: HistoryTableProps) {
  const columns: Column<HistoryOperation>[] = [
    { id: 'number', header: 'No.', cell: (_, i) => i + 1, rowHeader: true },
    { id: 'who', header: 'Who', cell: (op) => op.process },
    { id: 'what', header: 'Operation', cell: (op) => operationWords(op, 40) },
    { id: 'from', header: 'From', cell: (op) => time(op.start), align: 'end' },
    { id: 'to', header: 'To', cell: (op) => (op.end === null ? 'no end seen' : time(op.end)), align: 'end' },
  ];
  const noted = operations.some((op, i) => endingWords(op) || marks[i + 1]?.words);
  if (noted) {
    const said = (op: HistoryOperation, i: number) =>
      [endingWords(op), marks[i + 1]?.words].filter(Boolean).join('; ');
    columns.push({ id: 'note', header: 'To note', cell: said });
  }
  return <Table caption={caption} columns={columns} rows={operations} rowKey={(_, i) => i} />;
}
