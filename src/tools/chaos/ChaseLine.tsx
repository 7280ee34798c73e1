/** How far a search is: one line that is always there, and a picture of the storms it has been through. */

import type { Searched, SearchProgress } from '#/scenarios';
import { searchedText } from '#/scenarios';
import styles from './Chaos.module.css';
import type { ChaseMode } from './chase';
import type { Question } from './question';
import { Shrinking, Storms } from './Watch';

interface ChaseLineProps {
  mode: ChaseMode;
  question: Question | null;
  progress: SearchProgress | null;
  searched: Searched | null;
  onPage: boolean;
  reason: string;
  sizes: readonly number[];
}

const count = (n: number, one: string): string => `${n.toLocaleString('en-GB')} ${one}${n === 1 ? '' : 's'}`;

function said({ mode, progress, question, reason, searched }: ChaseLineProps): string {
  const asked = question?.options.schedules ?? 0;
  switch (mode) {
    case 'idle':
      return 'Nothing has been searched yet.';
    case 'searching':
      return progress?.doing === 'shrinking' ? 'Found. Making it small.' : 'Searching.';
    case 'stopped':
      return `Stopped after ${count(progress?.schedules ?? 0, 'schedule')} without a violation. That is no proof.`;
    case 'failed':
      return `The search had to stop: ${reason}`;
    default:
      return searched ? searchedText(searched, asked) : '';
  }
}

function underWay(progress: SearchProgress | null, asked: number): string {
  if (!progress) return 'The first is about to begin.';
  const { doing, events, schedules, steps } = progress;
  const so = `${schedules.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} survived, ${count(events, 'event')}`;
  return doing === 'searching'
    ? `${so}; ${count(steps, 'trouble')} in the storm under way`
    : `${so}; ${count(steps, 'thing')} left of what broke it`;
}

/** Those it got through, whatever became of the search. */
const survivedOf = ({ progress, searched }: ChaseLineProps): number =>
  searched?.schedules ?? progress?.schedules ?? 0;

function brokenOf({ progress, searched }: ChaseLineProps): number | null {
  if (searched) return searched.found?.nth ?? null;
  return progress?.doing === 'shrinking' ? progress.schedules : null;
}

export function ChaseLine(props: ChaseLineProps) {
  const { mode, onPage, progress, question, sizes } = props;
  const asked = question?.options.schedules ?? 1;
  const searching = mode === 'searching';
  return (
    <div className={styles.line} data-part="chase" data-mode={mode}>
      <p className={styles.what} aria-live="polite">
        {said(props)}
      </p>
      {searching && (
        <p className={styles.progress}>
          <progress
            className="visually-hidden"
            max={asked}
            value={progress?.schedules ?? 0}
            aria-label="Schedules survived"
          />
          {underWay(progress, asked)}
        </p>
      )}
      {question && (
        <Storms
          asked={asked}
          survived={survivedOf(props)}
          broken={brokenOf(props)}
          looking={searching && progress?.doing !== 'shrinking'}
        />
      )}
      {question && !searching && mode !== 'failed' && (
        <p className={styles.aside}>
          A cell stands for {asked === 100 ? 'one storm' : `${(asked / 100).toLocaleString('en-GB')} storms`}:
          filled, it survived {asked === 100 ? 'it' : 'them'}; crossed out, it broke.
        </p>
      )}
      {sizes.length > 1 && <Shrinking sizes={sizes} />}
      {onPage && (
        <p className={styles.aside}>
          This browser runs no worker for the search, so the page itself searches, more slowly.
        </p>
      )}
    </div>
  );
}
