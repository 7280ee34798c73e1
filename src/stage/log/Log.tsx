/**
 * The log: the run told in sentences, newest last. Each sentence is a way back to its moment. Only the end of a
 * long run is drawn until more is asked for, and timers and echoes of commands only when everything is.
 */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Entry } from '#/scenarios';
import { Button, cx, Switch } from '#/ui';
import { useRun, useRunState } from '../run';
import { usePlaceAtLeisure } from '../use-at-leisure';
import { sentence, tells, timeText } from '../words';
import styles from './Log.module.css';

const SHOWN = 40;
const MORE = 100;

export function Log() {
  const run = useRun();
  usePlaceAtLeisure();
  const selection = useRunState((s) => s.selection);
  const [extra, setExtra] = useState(0);
  const [everything, setEverything] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const trace = run.trace();
  const told = lastTold(trace, SHOWN + extra, everything);
  const keptFrom = told.more ? undefined : trace[0];
  const newest = told.entries.at(-1)?.id;

  // The newest sentence stays in sight unless the reader has scrolled back to an older one.
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolling follows the newest sentence, not the list.
  useEffect(() => {
    const box = list.current;
    if (box && follows.current) box.scrollTop = box.scrollHeight;
  }, [newest]);

  const cones = run.cones();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <section role="group" className={styles.log} data-part="log" aria-label="Log of the run">
      {told.more && (
        <Button variant="quiet" onClick={() => setExtra(extra + MORE)}>
          Show earlier
        </Button>
      )}
      <div
        ref={list}
        className={styles.list}
        // The log is read at will; what is new is spoken by the narration, which knows when to keep quiet.
        role="log"
        aria-live="off"
        aria-label="Events so far, in order"
        onScroll={(event) => {
          const box = event.currentTarget;
          follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
        }}
        onKeyDown={walk}
      >
        {told.entries.length === 0 && <p className={styles.empty}>Nothing has happened yet.</p>}
        {keptFrom && keptFrom.id > 0 && (
          <p className={styles.empty}>
            What came before {timeText(keptFrom.at)} is no longer kept. Go back in time to see it again.
          </p>
        )}
        <ol>
          {told.entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className={cx(
                  styles.line,
                  selection?.on === 'entry' && selection.id === entry.id && styles.selected,
                  cones?.past.has(entry.id) && styles.past,
                  cones?.future.has(entry.id) && styles.future,
                )}
                aria-pressed={selection?.on === 'entry' && selection.id === entry.id}
                data-entry={entry.id}
                data-type={entry.type}
                onClick={() => run.visit(entry.id)}
              >
                <span className={styles.time}>{timeText(entry.at)}</span>{' '}
                <span>{sentence(entry, run.scenario)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <Switch label="Show everything" checked={everything} onChange={setEverything} />
    </section>
  );
}

/** The last entries worth telling, found from the end, so that a long run costs no more than a short one. */
export function lastTold(
  trace: readonly Entry[],
  most: number,
  everything = false,
): { readonly entries: readonly Entry[]; readonly more: boolean } {
  const found: Entry[] = [];
  for (let i = trace.length - 1; i >= 0; i--) {
    const entry = trace[i] as Entry;
    if (!everything && !tells(entry)) continue;
    if (found.length === most) return { entries: found.reverse(), more: true };
    found.push(entry);
  }
  return { entries: found.reverse(), more: false };
}

/** Up and Down walk through the sentences, so that Tab need not. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const lines = [...event.currentTarget.querySelectorAll('button')];
  const at = lines.indexOf(document.activeElement as HTMLButtonElement);
  const next = lines[at + (event.key === 'ArrowUp' ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
