/** Where things stand, said when asked: one paragraph, for everybody. */

import { useState } from 'react';
import { Button } from '#/ui';
import { useRun, useRunState } from '../run';
import { summary } from '../words';
import styles from './Summary.module.css';

export function Summary() {
  const run = useRun();
  const [asked, setAsked] = useState<string | null>(null);
  const place = useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const [answer, ofPlace] = asked === null ? ['', ''] : (asked.split('\n') as [string, string]);
  const ask = () => {
    const { at } = run.store.getState();
    setAsked(`${summary(run.view(), run.operations(), run.scenario, at)}\n${place}`);
  };
  return (
    <div className={styles.summary} data-part="summary">
      <Button variant="quiet" onClick={ask}>
        Say where things stand
      </Button>
      <p aria-live="polite">{ofPlace === place ? answer : ''}</p>
    </div>
  );
}
