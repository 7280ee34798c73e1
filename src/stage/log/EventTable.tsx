/** Every event of the figure as a table. A long run is shown a page at a time. */

import { useState } from 'react';
import type { Entry } from '#/scenarios';
import { Button, ButtonRow, type Column, Table } from '#/ui';
import { entriesTo, useRun } from '../run';
import { useStamps } from '../stamps';
import { usePlaceAtLeisure } from '../use-at-leisure';
import { clause, nodeName, timeText } from '../words';
import styles from './EventTable.module.css';

const PAGE = 50;

export function EventTable() {
  const run = useRun();
  usePlaceAtLeisure();
  const [page, setPage] = useState<number | 'last'>('last');
  const { scenario } = run;
  const trace = run.trace();
  const pages = Math.max(1, Math.ceil(trace.length / PAGE));
  const shown = page === 'last' ? pages - 1 : Math.min(page, pages - 1);
  const stamps = useStamps();
  const skewed = run.view().nodes.some((n) => n.offsetUs !== 0 || n.driftPpm !== 0);

  const columns: Column<Entry>[] = [
    { id: 'time', header: 'Time', align: 'end', cell: (e) => timeText(e.at) },
    {
      id: 'node',
      header: 'Where',
      rowHeader: true,
      cell: (e) => (e.node === null ? 'the network' : nodeName(scenario, e.node)),
    },
    ...(skewed
      ? [{ id: 'clock', header: 'Its clock', align: 'end' as const, cell: (e: Entry) => timeText(e.local) }]
      : []),
    ...(stamps
      ? [
          {
            id: 'stamp',
            header: stamps.name,
            cell: (e: Entry) => <span className={styles.stamp}>{stamps.words(e, trace) ?? 'none'}</span>,
          },
        ]
      : []),
    { id: 'what', header: 'What happened', cell: (e) => `${clause(e, scenario)}.` },
    {
      id: 'cause',
      header: 'Because of',
      cell: (e) => (e.cause < 0 ? 'nothing before it' : `event ${e.cause + 1}`),
    },
  ];
  return (
    <div className={styles.table} data-part="events">
      <Table
        caption={captionOf(trace, shown)}
        columns={[{ id: 'number', header: '#', align: 'end', cell: (e) => e.id + 1 }, ...columns]}
        rows={trace.slice(shown * PAGE, (shown + 1) * PAGE)}
        rowKey={(e) => e.id}
        empty="Nothing has happened yet."
      />
      {pages > 1 && (
        <ButtonRow label="Pages of the table">
          <Button unavailable={shown === 0} onClick={() => setPage(Math.max(0, shown - 1))}>
            Earlier
          </Button>
          <Button
            unavailable={shown === pages - 1}
            onClick={() => setPage(shown + 1 >= pages - 1 ? 'last' : shown + 1)}
          >
            Later
          </Button>
        </ButtonRow>
      )}
    </div>
  );
}

/** Of a long run the first events are no longer kept; the rest go by their own numbers. */
function captionOf(trace: readonly Entry[], page: number): string {
  const before = trace[0]?.id ?? 0;
  const last = Math.min(trace.length, (page + 1) * PAGE);
  const words = `Events ${before + page * PAGE + 1} to ${before + last} of ${entriesTo(trace)}`;
  return before === 0 ? words : `${words}; those before ${before + 1} are no longer kept`;
}
