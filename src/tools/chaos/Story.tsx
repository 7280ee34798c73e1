/** What was done to a run that breaks a promise, and the steps that led there: each takes the figure to it. */

import { useMemo } from 'react';
import type { Player } from '#/player';
import type { Counterexample, Entry, Scenario } from '#/scenarios';
import { commandWords, sentence, timeText, useStateOf } from '#/stage';
import { cx } from '#/ui';
import styles from './Story.module.css';

interface Playing {
  /** Absent until the figure is there. */
  player: Player | null;
  scenario: Scenario;
  /** Shows the run as it stands after an event, and lights what led to it. */
  goTo: (event: number, entry?: number) => void;
}

interface Told {
  readonly event: number;
  /** Of the trace: what began the event. */
  readonly entry?: number;
  readonly at: number;
  readonly words: string;
}

/** More than these nobody reads. */
const MOST_STEPS = 40;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What was done to it and what is left of that, and of the calls, in a sentence or three. */
export function shrunk({ foundSteps, steps, variant }: Counterexample, scenario: Scenario): string {
  const [calls, usual] = [variant.workload?.length, scenario.workload?.length ?? 0];
  return [doneText(foundSteps, steps.length), calls === undefined ? '' : callsText(calls, usual)]
    .filter((text) => text !== '')
    .join(' ');
}

function doneText(found: number, left: number): string {
  if (found === 0) return 'Nothing has to be done to the run: it breaks by itself.';
  const so = `It was found with ${found === 1 ? 'one thing' : `${found} things`} done to it;`;
  if (left === 0) return `${so} none of them is needed.`;
  return left === 1
    ? `${so} one is left. Without it it would not break.`
    : `${so} ${left} are left. Without any of these it does not break.`;
}

function callsText(left: number, usual: number): string {
  if (left >= usual) return '';
  const of = usual === 1 ? 'one call' : `${usual} calls`;
  if (left === 0) return `Nobody has to call for it: of ${of} none is left.`;
  return `Of ${of} ${left === 1 ? 'one is' : `${left} are`} left.`;
}

export function Done({ found, ...playing }: Playing & { found: Counterexample }) {
  const { scenario } = playing;
  const { steps } = found;
  return (
    <>
      <h3>What was done to the run</h3>
      <p>{shrunk(found, scenario)}</p>
      {steps.length > 0 && (
        <Steps
          name="done"
          told={steps.map(({ at, command, index }) => ({
            event: index + 1,
            at,
            words: capital(commandWords(command, scenario)),
          }))}
          {...playing}
        />
      )}
    </>
  );
}

export function Past({ explains, ...playing }: Playing & { explains: Counterexample['explains'] }) {
  const { player, scenario } = playing;
  const { past } = explains;
  const moment = past.at(-1) ?? 0;
  const told = useMemo(() => (player ? toldOf(player, past, scenario) : []), [player, past, scenario]);
  return (
    <>
      <h3>How it came to this</h3>
      <p>
        {past.length < moment
          ? `Of ${moment} events ${past.length} led to it: these alone break the promise. Press one to see the run there.`
          : 'Everything up to that moment counts. Press a step to see the run there.'}
      </p>
      {told.length > MOST_STEPS && <p>The last {MOST_STEPS} of them:</p>}
      <Steps name="past" told={told.slice(-MOST_STEPS)} {...playing} />
    </>
  );
}

/** The event by what began it: what came of it the figure shows. */
function toldOf(player: Player, past: readonly number[], scenario: Scenario): readonly Told[] {
  const first = new Map<number, Entry>();
  for (const entry of player.recording.traceAt(0, past.at(-1) ?? 0)) {
    if (entry.type !== 'note' && !first.has(entry.event)) first.set(entry.event, entry);
  }
  return past.flatMap((event) => {
    const entry = first.get(event);
    return entry ? [{ event, at: entry.at, entry: entry.id, words: sentence(entry, scenario) }] : [];
  });
}

interface StepsProps extends Playing {
  name: string;
  told: readonly Told[];
}

function Steps({ goTo, name, player, told }: StepsProps) {
  return (
    <ol className={styles.steps} data-steps={name}>
      {told.map(({ at, entry, event, words }) => (
        <li key={event}>
          <button type="button" className={styles.step} onClick={() => goTo(event, entry)}>
            <span className={styles.time}>{timeText(at)}</span>
            <span>{words}</span>
            {player && <Here player={player} event={event} />}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Where the figure stands. */
function Here({ event, player }: { event: number; player: Player }) {
  const here = useStateOf(player, (s) => s.index === event && s.branch === 0);
  return <span className={cx(styles.here, here && styles.shown)}>{here && 'here'}</span>;
}
