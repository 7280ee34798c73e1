/** A chart as a table: the whole run so far, with units. Worked out only while it is open. */

import { type Column, Table } from '#/ui';
import { timeText } from '../words';
import type { Load } from './curve';
import type { ChartKind } from './measures';
import { perRow, type Row, rowsOf } from './rows';

export interface ChartTableProps {
  load: Load;
  chart: ChartKind;
}

export function ChartTable({ load, chart }: ChartTableProps) {
  const { metrics, count, tiers } = load;
  const columns: Column<Row>[] = [
    {
      id: 'time',
      header: 'From, to',
      cell: ({ fromUs, toUs }) => `${timeText(fromUs)} – ${timeText(toUs)}`,
      rowHeader: true,
    },
    ...chart.lines(tiers).map(
      ({ id, name }, i): Column<Row> => ({
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
          {chart.title}: {chart.unit}. Each row is {timeText(metrics.widthUs * perRow(count))} of the run.
          {chart.id === 'latency' &&
            ' Of fewer than a thousand calls in a row, p99.9 is the slowest; of fewer than a hundred, p99 is too.'}
        </>
      }
      columns={columns}
      rows={rowsOf(load, chart)}
      rowKey={(row) => row.fromUs}
      empty="No stretch of the run is over yet."
    />
  );
}
