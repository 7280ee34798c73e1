/** A chart as a table: the whole run so far, with units. Worked out only while it is open. */

import { type Column, Table } from '#/ui';
import { timeText } from '../words';
import { linesOf, type Side } from './curve';
import type { ChartKind } from './measures';
import { longestOf, perRow, type Row, rowsOf } from './rows';

export interface ChartTableProps {
  sides: readonly Side[];
  chart: ChartKind;
}

export function ChartTable({ sides, chart }: ChartTableProps) {
  const [first, second] = longestOf(sides);
  const width = first === undefined || second === undefined ? 0 : second - first;
  const together = perRow(longestOf(sides).length - 1);
  const columns: Column<Row>[] = [
    {
      id: 'time',
      header: 'From, to',
      cell: ({ fromUs, toUs }) => `${timeText(fromUs)} – ${timeText(toUs)}`,
      rowHeader: true,
    },
    ...linesOf(sides, chart).map(
      ({ line: { id, name } }, i): Column<Row> => ({
        id,
        header: name,
        align: 'end',
        cell: ({ values }) => {
          const value = values[i] ?? null;
          return value === null ? '–' : chart.text(value);
        },
      }),
    ),
  ];
  return (
    <Table
      caption={
        <>
          {chart.title}: {chart.unit}.{width > 0 && ` Each row is ${timeText(width * together)} of the run.`}
          {chart.id === 'latency' &&
            ' Of fewer than a thousand calls in a row, p99.9 is the slowest; of fewer than a hundred, p99 is too.'}
        </>
      }
      columns={columns}
      rows={rowsOf(sides, chart)}
      rowKey={(row) => row.fromUs}
      empty="No stretch of the run is over yet."
    />
  );
}
