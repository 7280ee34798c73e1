/**
 * The history lab: a history one draws or opens, every model's verdict on it, and for each verdict the order that
 * explains it or the operations to blame. It begins with an example and with what was left here last time.
 */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { conditionsOf, type ModelName } from '#/scenarios';
import { cx, Notice } from '#/ui';
import { createDesk } from './document/desk';
import { type Drawn, historyOfDrawn, operationOf } from './document/drawn';
import { shelfOn } from './document/keep';
import { OperationForm } from './document/OperationForm';
import { useDeskState } from './document/use-desk';
import { example, exampleVerdicts } from './example';
import { type OpenHandle, OpenPanel } from './files/OpenPanel';
import { TakeAway } from './files/TakeAway';
import { useFileDrop } from './files/use-file-drop';
import styles from './HistoryLab.module.css';
import { JobLine } from './judging/JobLine';
import { useJudging } from './judging/use-judging';
import { OperationTable } from './OperationTable';
import { Toolbar } from './Toolbar';
import { Tape } from './tape/Tape';
import { Examples } from './verdicts/Examples';
import { Lattice } from './verdicts/Lattice';
import { marksOf } from './verdicts/marks';
import { Reason } from './verdicts/Reason';

const deskWithExample = () =>
  createDesk(
    example,
    shelfOn(() => window.localStorage),
  );

/** Reads and writes are what this is about; of other objects nothing is said. */
const isOneWriter = (drawn: Drawn): boolean =>
  (drawn.object === 'register' || drawn.object === 'kv') &&
  drawn.operations.length > 0 &&
  conditionsOf(historyOfDrawn(drawn)).includes('one-writer');

/** `hash` is the end of the address, from `#`; empty on the first render. */
export function HistoryLab({ hash }: { hash: string }) {
  const [desk] = useState(deskWithExample);
  const [step, setStep] = useState(1);
  const [model, setModel] = useState<ModelName>('linearizable');
  const [process, setProcess] = useState<string | null>(null);
  const top = useRef<HTMLHeadingElement>(null);
  const drawn = useDeskState(desk, (state) => state.drawn);
  const selected = useDeskState(desk, (state) => state.selected);
  const trouble = useDeskState(desk, (state) => state.trouble);
  const judging = useJudging(desk, exampleVerdicts());

  useEffect(() => {
    desk.restore();
    const leave = () => desk.flush();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [desk]);

  const verdict = judging.verdicts[model];
  const stale = !judging.fresh.includes(model);
  const marks = useMemo(() => marksOf(drawn, verdict, process), [drawn, verdict, process]);
  const oneWriter = useMemo(() => isOneWriter(drawn), [drawn]);
  const op = operationOf(drawn, selected);
  const onStep = useCallback((next: number) => setStep(next), []);
  const show = (shown: ModelName) => {
    setModel(shown);
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus({ preventScroll: true });
  };
  const files = useRef<OpenHandle>(null);
  const dropping = useFileDrop((file) => files.current?.take(file));
  return (
    <div className={styles.lab} data-dropping={dropping || undefined}>
      {trouble && (
        <Notice tone="warning" title="Your drawing" live="polite">
          {trouble}
        </Notice>
      )}
      <div className={styles.bench}>
        <section className={styles.drawing} aria-labelledby="drawing-title">
          <h2 id="drawing-title" ref={top} tabIndex={-1}>
            The history
          </h2>
          <Toolbar desk={desk} step={step} />
          <figure className={styles.figure} aria-label={`The history: ${drawn.name}`}>
            <Tape desk={desk} marks={marks} stale={stale} onStep={onStep} />
            {op ? (
              <OperationForm key={op.id} desk={desk} drawn={drawn} op={op} step={step} />
            ) : (
              <p className={styles.none}>Choose a bar to edit what it did, when, and how it ended.</p>
            )}
          </figure>
        </section>
        <section className={styles.verdicts} aria-labelledby="verdicts-title">
          <h2 id="verdicts-title">What it keeps</h2>
          <JobLine judging={judging} operations={drawn.operations.length} />
          {oneWriter && (
            <p className={styles.aside}>
              Each key here has one writer, so the three readings of causal consistency are one.
            </p>
          )}
          <Lattice verdicts={judging.verdicts} fresh={judging.fresh} chosen={model} onChoose={setModel} />
          <Reason
            desk={desk}
            model={model}
            verdict={verdict}
            marks={marks}
            stale={stale}
            process={process}
            onProcess={setProcess}
          />
        </section>
        <section className={styles.files} aria-labelledby="files-title">
          <h2 id="files-title">Open and take away</h2>
          <OpenPanel desk={desk} hash={hash} ref={files} />
          <TakeAway desk={desk} />
        </section>
      </div>
      <section className={cx(styles.table, styles.screen)} aria-labelledby="examples-title">
        <h2 id="examples-title">Show me a history that is …</h2>
        <Examples desk={desk} onShow={show} />
      </section>
      <section className={styles.table} aria-labelledby="table-title">
        <h2 id="table-title">The same as a table</h2>
        <OperationTable desk={desk} marks={marks} />
      </section>
    </div>
  );
}
