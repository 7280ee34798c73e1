/** The table: a row for what one side saw, a column for what the other did, a cell for each way to end. */

import { useState } from 'react';
import { Button, CheckIcon, PlayIcon } from '#/ui';
import { useFocusWhen } from '../parts/use-focus';
import type { LessonProgress } from '../progress/progress';
import type { KeptRun } from '../questions/answer';
import styles from './OutcomeTable.module.css';
import { cellOf, type OutcomeTarget } from './outcome-table';

export interface OutcomeTableProps {
  target: OutcomeTarget;
  kept: LessonProgress['puzzle'];
  onReplay: (run: KeptRun) => void;
  /** The learner says that no run can end in this cell. */
  onClaim: (cell: string) => void;
}

export function OutcomeTable({ target, kept, onReplay, onClaim }: OutcomeTableProps) {
  const [claimed, setClaimed] = useState<string | null>(null);
  // The button of a claim that holds is gone; the focus goes on to the reason.
  const reason = useFocusWhen<HTMLParagraphElement>(claimed !== null && kept.ruledOut.includes(claimed));
  const claim = (cell: string) => {
    setClaimed(cell);
    onClaim(cell);
  };
  return (
    <div className={styles.whole}>
      <Cells {...{ target, kept, onReplay }} onClaim={claim} />
      {kept.ruledOut.map((cell) => (
        <p key={cell} ref={cell === claimed ? reason : undefined} tabIndex={-1} className={styles.reason}>
          <b>Never {cell}.</b> {target.impossible[cell]}
        </p>
      ))}
    </div>
  );
}

function Cells({ target, kept, onReplay, onClaim }: OutcomeTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">What your runs have shown so far</caption>
      <thead>
        <tr>
          <td />
          {target.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {target.rows.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {target.columns.map((column) => {
              const cell = cellOf(row, column);
              return (
                <td key={column} className={styles.cell}>
                  <Cell
                    cell={cell}
                    run={kept.cells[cell]?.run}
                    ruledOut={kept.ruledOut.includes(cell)}
                    onReplay={onReplay}
                    onClaim={onClaim}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps extends Pick<OutcomeTableProps, 'onReplay' | 'onClaim'> {
  cell: string;
  run: KeptRun | undefined;
  /** The learner has said that no run ends here, and that is so. */
  ruledOut: boolean;
}

function Cell({ cell, run, ruledOut, onReplay, onClaim }: CellProps) {
  if (run) {
    return (
      <>
        <span className={styles.seen}>
          <CheckIcon size={16} /> seen
        </span>
        <Button
          variant="quiet"
          className={styles.act}
          icon={<PlayIcon size={16} />}
          aria-label={`Play again the run that ended in ${cell}`}
          onClick={() => onReplay(run)}
        >
          Again
        </Button>
      </>
    );
  }
  if (ruledOut) return <span className={styles.never}>never</span>;
  return (
    <>
      <span className={styles.open}>not yet</span>
      <Button
        variant="quiet"
        className={styles.act}
        aria-label={`Say that no run can end in ${cell}`}
        onClick={() => onClaim(cell)}
      >
        Never?
      </Button>
    </>
  );
}
