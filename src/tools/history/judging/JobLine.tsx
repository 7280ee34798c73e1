/** How far the judges are, in one line that is always there: what was kept, what is being looked at, how to stop. */

import { useEffect, useState } from 'react';
import type { ModelName } from '#/scenarios';
import { modelNames } from '#/scenarios';
import { modelWords } from '#/stage';
import { Button } from '#/ui';
import { strongest } from '../verdicts/lattice';
import styles from './JobLine.module.css';
import type { Verdicts } from './job';
import { SMALL } from './judge-here';
import type { Judging } from './use-judging';

/** What is over sooner is not announced: the words would only flicker. */
const SLOW_MS = 500;

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const named = (models: readonly ModelName[]): string => list(models.map((model) => modelWords[model].name));

/** The strongest promises that are kept, in a sentence. */
export function summary(verdicts: Verdicts): string {
  const of = (word: string) => modelNames.filter((model) => verdicts[model]?.judgement.verdict === word);
  const unknown = of('unknown');
  const open = unknown.length === 0 ? '' : ` Not decided: ${named(unknown)}.`;
  const best = strongest(of('ok'));
  if (best.length > 0) return `Strongest promises kept: ${named(best)}.${open}`;
  if (unknown.length > 3) return 'No promise is known to be kept; most are not decided.';
  return of('violated').length > 0 ? `None of these promises is kept.${open}` : open.trim();
}

export function JobLine({ judging, operations }: { judging: Judging; operations: number }) {
  const { mode, now, onPage, reason, fresh, verdicts } = judging;
  const busy = mode === 'waiting' || mode === 'judging';
  const slow = useSlow(busy);
  const rested = mode === 'done' || mode === 'idle';
  return (
    <div className={styles.line} data-part="job" data-mode={mode}>
      <p className={styles.what} aria-live="polite">
        {rested &&
          `${summary(verdicts)} Judged: ${operations} ${operations === 1 ? 'operation' : 'operations'}.`}
        {mode === 'cancelled' &&
          `Stopped after ${fresh.length} of ${modelNames.length} models. The others show the last verdict there was.`}
        {mode === 'failed' && `The judges had to stop: ${reason}`}
        {busy && (slow ? `Judging: ${fresh.length} of ${modelNames.length} models done.` : summary(verdicts))}
      </p>
      {busy && slow && (
        <div className={styles.progress}>
          <progress max={modelNames.length} value={fresh.length} aria-label="Models judged" />
          <span>
            {now ? `${modelWords[now.model].name}, ${now.steps.toLocaleString('en-GB')} steps` : 'waiting'}
          </span>
          <Button onClick={judging.cancel}>Stop judging</Button>
        </div>
      )}
      {(mode === 'cancelled' || mode === 'failed') && <Button onClick={judging.again}>Judge again</Button>}
      {onPage && (
        <p className={styles.aside}>
          This browser runs no workers for the lab, so the page itself judges, and not as far: at most{' '}
          {SMALL.steps.toLocaleString('en-GB')} steps a model. What it cannot decide it leaves unknown.
        </p>
      )}
    </div>
  );
}

function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}
