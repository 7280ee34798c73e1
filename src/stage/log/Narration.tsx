/**
 * The voice of a figure: what is new, for those who listen. While playing, at most one merged, polite update in
 * two seconds; after a step or a jump, at once. Nothing is said of a run that nobody has touched.
 */

import { useEffect, useRef, useState } from 'react';
import type { Entry, Scenario } from '#/scenarios';
import { useRun, useRunState } from '../run';
import { clause, tells, timeText } from '../words';

const QUIET_MS = 2_000;
/** More than this in one breath is summed up. */
const MOST_SENTENCES = 4;

export function Narration() {
  const run = useRun();
  const place = useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const playing = useRunState((s) => s.mode === 'playing');
  const [said, setSaid] = useState('');
  const heard = useRef<{ entries: number; last: Entry | undefined } | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place stands for the trace that is read here.
  useEffect(() => {
    if (heard.current === null) {
      heard.current = { entries: run.trace().length, last: run.trace().at(-1) };
      return;
    }
    const speak = () => {
      waiting.current = null;
      const before = heard.current;
      const { at } = run.store.getState();
      const trace = run.trace();
      heard.current = { entries: trace.length, last: trace.at(-1) };
      if (before) setSaid(news(trace, before, run.scenario, at));
    };
    if (waiting.current !== null && playing) return;
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = setTimeout(speak, playing ? QUIET_MS : 150);
  }, [run, place, playing]);

  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current);
    },
    [],
  );

  return (
    <p className="visually-hidden" aria-live="polite" data-part="narration">
      {said}
    </p>
  );
}

/** What to say of a trace after another has been told up to its last entry; entries are shared between branches. */
export function news(
  trace: readonly Entry[],
  heard: { readonly entries: number; readonly last: Entry | undefined },
  scenario: Scenario,
  at: number,
): string {
  if (trace.length < heard.entries) return `Back at ${timeText(at)}.`;
  if (trace[heard.entries - 1] !== heard.last) return `On another branch, at ${timeText(at)}.`;
  const fresh = trace.slice(heard.entries).filter(tells);
  if (fresh.length === 0) return '';
  const left = fresh.length - MOST_SENTENCES;
  const told = fresh.slice(-MOST_SENTENCES).map((entry) => `${clause(entry, scenario)}.`);
  const skipped = left > 0 ? [`${left} more ${left === 1 ? 'event' : 'events'}, then:`] : [];
  return [`At ${timeText(at)}:`, ...skipped, ...told].join(' ');
}
