/** How far a search is, in one line that is always there. */

import type { Searched, SearchProgress } from '#/scenarios';
import { searchedText } from '#/scenarios';
import { Button } from '#/ui';
import styles from './Chaos.module.css';
import type { ChaseMode } from './chase';
import type { Question } from './question';

interface ChaseLineProps {
  mode: ChaseMode;
  question: Question | null;
  progress: SearchProgress | null;
  searched: Searched | null;
  onPage: boolean;
  reason: string;
  onStop: () => void;
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
    ? `${so}; ${count(steps, 'thing')} done to the run under way`
    : `${so}; ${count(steps, 'thing')} left of what broke it`;
}

export function ChaseLine(props: ChaseLineProps) {
  const { mode, onPage, onStop, progress, question } = props;
  const asked = question?.options.schedules ?? 1;
  return (
    <div className={styles.line} data-part="chase" data-mode={mode}>
      <p className={styles.what} aria-live="polite">
        {said(props)}
      </p>
      {mode === 'searching' && (
        <div className={styles.progress}>
          <progress max={asked} value={progress?.schedules ?? 0} aria-label="Schedules survived" />
          <span>{underWay(progress, asked)}</span>
          <Button onClick={onStop}>Stop</Button>
        </div>
      )}
      {onPage && (
        <p className={styles.aside}>
          This browser runs no worker for the search, so the page itself searches, more slowly.
        </p>
      )}
    </div>
  );
}
