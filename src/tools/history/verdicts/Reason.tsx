/** Why the chosen model holds or does not: its promise, the judge's sentence, and the operations it is about. */

import type { ModelName } from '#/scenarios';
import { modelWords, verdictWords } from '#/stage';
import { Select } from '#/ui';
import type { Desk } from '../document/desk';
import type { Drawn, DrawnOperation } from '../document/drawn';
import { useDeskState } from '../document/use-desk';
import { deed, momentText } from '../document/words';
import type { Verdict } from '../judging/job';
import type { Marks } from './marks';
import styles from './Reason.module.css';

/** A longer order is told up to here; the numbers on the tape go on. */
const MOST = 40;

export interface ReasonProps {
  desk: Desk;
  model: ModelName;
  verdict: Verdict | undefined;
  marks: Marks;
  /** The verdict is of the drawing before. */
  stale: boolean;
  /** Whose order is shown, where each process has its own. */
  process: string | null;
  onProcess: (process: string) => void;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function Reason({ desk, model, verdict, marks, stale, process, onProcess }: ReasonProps) {
  const drawn = useDeskState(desk, (state) => state.drawn);
  const { name, promise } = modelWords[model];
  const judgement = verdict?.judgement;
  const word = judgement?.verdict ?? 'none';
  const byId = new Map(drawn.operations.map((op) => [op.id, op]));
  const known = (ids: Iterable<number>) => [...ids].flatMap((id) => byId.get(id) ?? []);
  const blamed = known(marks.blamed);
  const order = known(marks.order);
  const owners = (judgement?.witness ?? []).flatMap((each) => each.process ?? []);
  return (
    <div className={styles.reason} data-part="reason" aria-busy={stale}>
      <h3>{capital(name)}</h3>
      <p>{promise}</p>
      <p data-verdict={word}>
        <strong>{capital(verdictWords[word])}.</strong> {judgement?.reason}
      </p>
      {word === 'violated' && blamed.length > 0 && (
        <>
          <h4>To blame, striped on the tape</h4>
          <Operations desk={desk} drawn={drawn} operations={blamed} />
        </>
      )}
      {word === 'ok' && order.length > 0 && (
        <>
          <h4>An order that explains it, numbered on the tape</h4>
          {owners.length > 1 && (
            <Select
              label="As seen by"
              value={owners.find((owner) => owner === process) ?? owners[0] ?? ''}
              options={owners.map((owner) => ({ value: owner, label: owner }))}
              onChange={onProcess}
            />
          )}
          <Operations desk={desk} drawn={drawn} operations={order} numbered />
        </>
      )}
    </div>
  );
}

function Operations({
  desk,
  drawn,
  operations,
  numbered = false,
}: {
  desk: Desk;
  drawn: Drawn;
  operations: readonly DrawnOperation[];
  numbered?: boolean;
}) {
  const selected = useDeskState(desk, (state) => state.selected);
  const List = numbered ? 'ol' : 'ul';
  return (
    <>
      <List className={styles.operations}>
        {operations.slice(0, MOST).map((op) => (
          <li key={op.id}>
            <button
              type="button"
              className={styles.operation}
              aria-pressed={op.id === selected}
              onClick={() => desk.select(op.id)}
            >
              {deed(op, drawn.object)}{' '}
              <span className={styles.by}>
                by {op.process} at {momentText(op.start)}
              </span>
            </button>
          </li>
        ))}
      </List>
      {operations.length > MOST && <p>And {operations.length - MOST} more.</p>}
    </>
  );
}
