/** What a node's disk holds under one key, as a table: a list row by row, anything else name by name. */

import type { NodeView } from '#/scenarios';
import { type Column, Table } from '#/ui';
import { valueText } from '../words';

type Durable = NodeView['durable'][string];
type Row = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a value, and the names of their columns in the order in which they first appear. */
export function tabulated(value: Durable): { rows: readonly Row[]; columns: readonly string[] } {
  const rows: Row[] = Array.isArray(value)
    ? value.map((item, i): Row => ({ '#': i + 1, ...(isRecord(item) ? item : { value: item }) }))
    : isRecord(value)
      ? Object.entries(value).map(([name, field]) => ({ name, value: field }))
      : [{ value }];
  return { rows, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))] };
}

export function DurableTable({ name, value }: { name: string; value: Durable }) {
  const { rows, columns } = tabulated(value);
  const shown = columns.map(
    (id): Column<Row> => ({
      id,
      header: id === '#' ? 'no.' : id,
      cell: (row) => valueText(row[id], 60),
      align: rows.every((row) => typeof row[id] === 'number') ? 'end' : undefined,
    }),
  );
  return (
    <Table
      caption={`On disk: ${name}`}
      columns={shown.length > 0 ? shown : [{ id: 'value', header: 'value', cell: () => '' }]}
      rows={rows}
      rowKey={(_, i) => i}
      empty="Nothing yet"
    />
  );
}
