/** Twins: two runs of one world, one switch changed, side by side on one cursor. The time bar is the caller's. */

import { type ReactNode, useRef, useState } from 'react';
import { LaterCharts } from '../charts';
import { LaterLogs } from '../logs';
import { Network } from '../network';
import { useOnScreen } from '../network/use-on-screen';
import { type Run, RunProvider } from '../run';
import { LaterStamps, type ShownStamps, type StampChoice, StampsProvider } from '../stamps';
import { Tape, TimeFrame } from '../tape';
import { TruthLanes } from '../truth';
import styles from './Branches.module.css';
import { Parted } from './Parted';

export interface TwinViewProps {
  left: Run;
  right: Run;
  /** The one switch: "the browser asks once more". */
  differs: string;
  names: { readonly left: string; readonly right: string };
  children?: ReactNode;
}

export function TwinView({ left, right, differs, names, children }: TwinViewProps) {
  return (
    <div className={styles.twin} data-part="twin">
      <p className={styles.differs}>The one difference: {differs}.</p>
      <div className={styles.halves}>
        <Half run={left} name={names.left} />
        <Half run={right} name={names.right} />
      </div>
      {left.metered && right.metered && (
        <RunProvider value={left}>
          <TimeFrame>
            <LaterCharts twin={{ run: right, names: { own: names.left, other: names.right } }} />
          </TimeFrame>
        </RunProvider>
      )}
      {children}
      <Parted left={left} right={right} names={names} />
    </div>
  );
}

function Half({ run, name }: { run: Run; name: string }) {
  const box = useRef<HTMLElement>(null);
  useOnScreen(box, run);
  const [clock, setClock] = useState<StampChoice>(run.scenario.stamps ?? 'none');
  const [shown, setShown] = useState<ShownStamps | null>(null);
  return (
    <RunProvider value={run}>
      <section ref={box} className={styles.half} aria-label={name}>
        <p className={styles.tapeName}>{name}</p>
        <Network />
        <LaterLogs />
        <StampsProvider value={shown}>
          <TimeFrame dense stamped={clock !== 'none'}>
            <Tape />
            {run.scenario.truth && <TruthLanes />}
          </TimeFrame>
        </StampsProvider>
        {run.scenario.stamps && <LaterStamps kind={clock} onKind={setClock} onStamps={setShown} />}
      </section>
    </RunProvider>
  );
}
