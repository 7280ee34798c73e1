/** Where two runs part, in words: the first thing that happened in one and not in the other. */

import type { Entry } from '#/scenarios';
import { type Run, useStateOf } from '../run';
import { clause, timeText } from '../words';
import styles from './Branches.module.css';

interface PartedProps {
  left: Run;
  right: Run;
  names: { readonly left: string; readonly right: string };
}

export function Parted({ left, right, names }: PartedProps) {
  useStateOf(left, (s) => `${s.run} ${s.branch} ${s.index}`);
  useStateOf(right, (s) => `${s.run} ${s.branch} ${s.index}`);
  const parting = left.parting(right);
  const said = (entry: Entry | null) =>
    entry ? `at ${timeText(entry.at)} ${clause(entry, left.scenario)}` : 'nothing more has happened';
  if (parting === null) {
    return (
      <p className={styles.parted} data-parted="no">
        Up to here the two runs are the same.
      </p>
    );
  }
  return (
    <dl className={styles.parted} data-parted="yes">
      <dt>They part here</dt>
      <dd>
        <b>{names.left}</b>: {said(parting.left)}.
      </dd>
      <dd>
        <b>{names.right}</b>: {said(parting.right)}.
      </dd>
    </dl>
  );
}
