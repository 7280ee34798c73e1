/** Two branches on one time scale and one cursor, with the first happening in which they differ. */

import { useEffect, useState } from 'react';
import { type Glimpse, RunProvider, useRun, useRunState } from '../run';
import { Tape, TimeFrame } from '../tape';
import { branchName } from '../words';
import styles from './Branches.module.css';
import { Parted } from './Parted';

export function Compare({ with: other }: { with: number }) {
  const run = useRun();
  const current = useRunState((s) => s.branch);
  useRunState((s) => s.index);
  const [beside, setBeside] = useState<Glimpse | null>(null);

  useEffect(() => {
    const glimpse = run.glimpse(other);
    const stop = run.onPaint((at) => glimpse.follow(at));
    setBeside(glimpse);
    return () => {
      stop();
      glimpse.destroy();
    };
  }, [run, other]);

  if (!beside) return null;
  const named = (id: number) => {
    const branch = run.branches.find((b) => b.id === id);
    return branch ? branchName(branch, run.scenario) : '';
  };
  const parts = run.parting(beside);
  const moments = [parts?.left, parts?.right].flatMap((entry) => (entry ? [entry.at] : []));
  const partsAt = moments.length > 0 ? Math.min(...moments) : null;
  const pair = { left: named(current), right: named(other) };
  return (
    <div className={styles.compare} data-part="compare">
      <p className={styles.tapeName}>{pair.left}</p>
      <TimeFrame dense>
        <Tape partsAt={partsAt} />
      </TimeFrame>
      <p className={styles.tapeName}>{pair.right}</p>
      <RunProvider value={beside}>
        <TimeFrame dense>
          <Tape partsAt={partsAt} />
        </TimeFrame>
      </RunProvider>
      <Parted left={run} right={beside} names={pair} />
    </div>
  );
}
