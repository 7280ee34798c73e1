/**
 * The voice of a figure: what is new, for those who listen. While playing, at most one merged, polite update in
 * two seconds; after a step or a jump, at once. Nothing is said of a run that nobody has touched.
 */

import { useEffect, useRef, useState } from 'react';
import type { Entry, Scenario } from '#/scenarios';
import { entriesTo, entryOf, useRun, useRunState } from '../run';
import { capital, clause, tells, timeText } from '../words';

const QUIET_MS = 2_000;
/** More than this in one breath is summed up. */
const MOST_SENTENCES = 4;

/** How things stand that are no events, by name, in words: the verdict on each model. */
type Standing = Readonly<Record<string, string>>;
const NOTHING: Standing = {};

export function Narration({ standing = NOTHING }: { standing?: Standing | undefined }) {
  const run = useRun();
  const place = useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const playing = useRunState((s) => s.mode === 'playing');
  const [said, setSaid] = useState('');
  const heard = useRef<{ entries: number; last: Entry | undefined; standing: Standing } | null>(null);
  const latest = useRef(standing);
  const opened = useRef<string | null>(place);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    if (heard.current === null) {
      heard.current = { entries: entriesTo(run.trace()), last: run.trace().at(-1), standing };
      return;
    }
    latest.current = standing;
    if (opened.current === place) {
      heard.current = { ...heard.current, standing };
      return;
    }
    opened.current = null;
    const speak = () => {
      waiting.current = null;
      const before = heard.current;
      const { at } = run.store.getState();
      const trace = run.trace();
      heard.current = { entries: entriesTo(trace), last: trace.at(-1), standing: latest.current };
      if (!before) return;
      const changed = turned(before.standing, latest.current);
      setSaid([news(trace, before, run.scenario, at), changed].filter(Boolean).join(' '));
    };
    if (waiting.current !== null && playing) return;
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = setTimeout(speak, playing ? QUIET_MS : 150);
  }, [run, place, playing, standing]);

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

/** "Linearizable: violated." Of what was not known before only what is broken is news. */
export function turned(before: Standing, now: Standing): string {
  return Object.entries(now)
    .filter(([name, words]) => words !== (before[name] ?? (words === 'violated' ? '' : words)))
    .map(([name, words]) => `${capital(name)}: ${words}.`)
    .join(' ');
}

/** The same entry, also where it was told again because it was no longer kept. */
const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

/** What to say of a trace after another has been told up to its last entry; entries are shared between branches. */
export function news(
  trace: readonly Entry[],
  heard: { readonly entries: number; readonly last: Entry | undefined },
  scenario: Scenario,
  at: number,
): string {
  if (entriesTo(trace) < heard.entries) return `Back at ${timeText(at)}.`;
  const last = entryOf(trace, heard.entries - 1);
  const first = trace[0]?.id ?? 0;
  if (first < heard.entries && !isSame(last, heard.last)) return `On another branch, at ${timeText(at)}.`;
  const fresh = trace.slice(Math.max(0, heard.entries - first)).filter(tells);
  if (fresh.length === 0) return '';
  const left = fresh.length - MOST_SENTENCES;
  const told = fresh.slice(-MOST_SENTENCES).map((entry) => `${clause(entry, scenario)}.`);
  const skipped = left > 0 ? [`${left} more ${left === 1 ? 'event' : 'events'}, then:`] : [];
  return [`At ${timeText(at)}:`, ...skipped, ...told].join(' ');
}
