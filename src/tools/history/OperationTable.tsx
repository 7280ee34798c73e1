/** Every operation in a table, a page of it at a time, each with a way to the form. */

import { useState } from 'react';
import { isOpen } from '#/scenarios';
import { Button, ButtonRow, type Column, Table } from '#/ui';
import type { Desk } from './document/desk';
import type { DrawnOperation } from './document/drawn';
import { useDeskState } from './document/use-desk';
import { deed, momentText } from './document/words';
import styles from './OperationTable.module.css';
import type { Marks } from './verdicts/marks';

const A_PAGE = 25;

const ending = (op: DrawnOperation): string =>
  op.outcome === 'failed' ? 'failed' : isOpen(op) ? 'unknown' : 'answered';

export function OperationTable({ desk, marks }: { desk: Desk; marks: Marks }) {
  const drawn = useDeskState(desk, (state) => state.drawn);
  const selected = useDeskState(desk, (state) => state.selected);
  const [page, setPage] = useState(0);
  const { length } = drawn.operations;
  const pages = Math.max(1, Math.ceil(length / A_PAGE));
  const shown = Math.min(page, pages - 1);
  const rows = drawn.operations.slice(shown * A_PAGE, (shown + 1) * A_PAGE);
  const columns: readonly Column<DrawnOperation>[] = [
    {
      id: 'deed',
      header: 'Operation',
      rowHeader: true,
      cell: (op) => (
        <button type="button" className={styles.pick} onClick={() => desk.select(op.id)}>
          {deed(op, drawn.object)}
        </button>
      ),
    },
    { id: 'process', header: 'Process', cell: (op) => op.process },
    { id: 'start', header: 'Start', align: 'end', cell: (op) => momentText(op.start) },
    { id: 'end', header: 'End', align: 'end', cell: (op) => (op.end === null ? 'none' : momentText(op.end)) },
    { id: 'outcome', header: 'Outcome', cell: ending },
    {
      id: 'verdict',
      header: 'In the verdict',
      cell: (op) =>
        marks.blamed.has(op.id)
          ? 'blamed'
          : marks.places.has(op.id)
            ? `number ${marks.places.get(op.id)?.place}`
            : '',
    },
  ];
  return (
    <>
      <Table
        caption={
          pages === 1
            ? `The operations of ${drawn.name}`
            : `The operations of ${drawn.name}, ${shown * A_PAGE + 1} to ${shown * A_PAGE + rows.length} of ${length}`
        }
        columns={columns}
        rows={rows}
        rowKey={(op) => op.id}
        isCurrent={(op) => op.id === selected}
        empty="There is no operation yet."
      />
      {pages > 1 && (
        <ButtonRow label="Pages of the table">
          <Button unavailable={shown === 0} onClick={() => setPage(shown - 1)}>
            Earlier operations
          </Button>
          <Button unavailable={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            Later operations
          </Button>
        </ButtonRow>
      )}
    </>
  );
}
