/** The ledger: where every message of the run is. The two sides are counted apart, so the sum can be checked. */

import { Fragment } from 'react';
import { useRun, useRunState } from '../run';
import styles from './LedgerLine.module.css';

const LEFT = [
  ['sent', 'sent'],
  ['duplicated', 'duplicated'],
] as const;
const RIGHT = [
  ['delivered', 'delivered'],
  ['inFlight', 'in flight'],
  ['held', 'held'],
  ['dropped', 'dropped'],
] as const;

export function LedgerLine() {
  const run = useRun();
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const { ledger } = run.view();
  const side = (terms: readonly (readonly [keyof typeof ledger, string])[]) =>
    terms.map(([key, words], i) => (
      <Fragment key={key}>
        {i > 0 && <span className={styles.sign}> + </span>}
        <span className={styles.term}>
          <span className={styles.number} data-ledger={key}>
            {ledger[key]}
          </span>{' '}
          {words}
        </span>
      </Fragment>
    ));
  return (
    <p className={styles.ledger} data-part="ledger">
      <span className="visually-hidden">Messages: </span>
      {side(LEFT)}
      <span className={styles.sign}> = </span>
      {side(RIGHT)}
    </p>
  );
}
