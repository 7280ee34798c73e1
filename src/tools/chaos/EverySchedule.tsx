/** Beside storms, which are samples: all schedules of a small world, where there are few enough of them. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bounds, ProtocolModule, Scenario } from '#/scenarios';
import { Button } from '#/ui';
import styles from './Chaos.module.css';
import { type Every, type EveryQuestion, type EveryWord, everyText, worldOf } from './every';
import { promiseOf } from './promises';
import steps from './Story.module.css';

interface EveryScheduleProps {
  scenario: Scenario;
  module: ProtocolModule;
  question: EveryQuestion;
}

type Standing =
  | { readonly is: 'idle' | 'stopped' }
  | { readonly is: 'exploring'; readonly states: number }
  | { readonly is: 'explored'; readonly every: Every }
  | { readonly is: 'failed'; readonly reason: string };

const NO_WORKER = 'this browser runs no worker, and on the page itself it would be too slow.';

const hire = (): Worker =>
  new Worker(new URL('./every-worker.ts', import.meta.url), { type: 'module', name: 'explore' });

export function EverySchedule({ scenario, module, question }: EveryScheduleProps) {
  const [standing, setStanding] = useState<Standing>({ is: 'idle' });
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  function explore(): void {
    if (standing.is === 'exploring') {
      stop();
      return setStanding({ is: 'stopped' });
    }
    if (typeof Worker === 'undefined') return setStanding({ is: 'failed', reason: NO_WORKER });
    const hired = hire();
    worker.current = hired;
    const end = (next: Standing) => {
      stop();
      setStanding(next);
    };
    hired.onmessage = ({ data }: MessageEvent<EveryWord>) => {
      if (data.type === 'SO_FAR') setStanding({ is: 'exploring', states: data.states });
      else if (data.type === 'FAILED') end({ is: 'failed', reason: data.reason });
      else end({ is: 'explored', every: data.every });
    };
    hired.onerror = ({ message }) => end({ is: 'failed', reason: message || 'The worker stopped.' });
    hired.postMessage(question);
    setStanding({ is: 'exploring', states: 0 });
  }

  const exploring = standing.is === 'exploring';
  return (
    <section className={styles.every} aria-labelledby="every-title" data-part="every">
      <h2 id="every-title">Every schedule</h2>
      <p className={styles.summary}>
        Storms are samples. Leave time out of it, and there are only so many orders in which things can happen
        (here with {boundsText(worldOf(module, scenario, question.mutant).bounds)}). All of them can be tried,
        and then more can be said.
      </p>
      <Button onClick={explore}>{exploring ? 'Stop trying' : 'Try every schedule'}</Button>
      <div className={styles.line}>
        <p className={styles.what} aria-live="polite">
          {saidOf(standing, module)}
        </p>
        {standing.is === 'exploring' && (
          <p className={styles.progress}>{standing.states.toLocaleString('en-GB')} states so far.</p>
        )}
        {standing.is === 'explored' && <Told every={standing.every} wrong={question.mutant !== undefined} />}
      </div>
    </section>
  );
}

function saidOf(standing: Standing, module: ProtocolModule): string {
  switch (standing.is) {
    case 'exploring':
      return 'Trying.';
    case 'stopped':
      return 'Stopped, and nothing can be said.';
    case 'failed':
      return `It had to stop: ${standing.reason}`;
    case 'explored':
      return everyText(standing.every, (name) => promiseOf(module, name).name);
    default:
      return '';
  }
}

function Told({ every: { broken, complete, goals }, wrong }: { every: Every; wrong: boolean }) {
  return (
    <>
      {wrong && complete && !broken && (
        <p className={styles.hope}>What is wrong with it takes something that these bounds do not have.</p>
      )}
      {broken && (
        <ol className={steps.way} data-steps="way">
          {broken.steps.map((step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place on the way.
            <li key={i}>{step}</li>
          ))}
        </ol>
      )}
      {goals.length > 0 && (
        <ul className={steps.way} data-steps="goals">
          {goals.map(({ name, text, holds }) => (
            <li key={name} data-holds={String(holds)}>
              <strong>{name}:</strong> {text}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const upTo = (most: number, one: string, many: string): string =>
  most === 0 ? `no ${many}` : most === 1 ? `at most one ${one}` : `at most ${most} ${many}`;

/** What may go wrong within the bounds. */
export const boundsText = ({
  maxCrashes = 0,
  maxDuplicated = 0,
  maxLost = 0,
  redelivers,
}: Partial<Bounds>): string =>
  [
    upTo(maxLost, 'lost message', 'lost messages'),
    redelivers ? 'any message again at any time' : upTo(maxDuplicated, 'doubled message', 'doubled messages'),
    upTo(maxCrashes, 'crash', 'crashes'),
  ].join(', ');
