/** The opening: a few words, and a figure that can be broken in the first minute. */

import { type ReactNode, useEffect } from 'react';
import { commandWords, timeText } from '#/stage';
import { Button, Disclosure } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { CopyLink } from '../players/CopyLink';
import { keptRunOf, replay } from '../players/kept-run';
import { RunFigure } from '../players/RunFigure';
import { learnersProgress, useLessonProgress } from '../progress/use-progress';
import styles from './Part.module.css';
import runs from './SavedRuns.module.css';

export interface HookProps {
  /** What has just happened, and what to try. */
  children: ReactNode;
}

export function Hook({ children }: HookProps) {
  const { main, slug, base, did } = useLesson();

  // What is done in the figure is kept as it is made, and counts as having begun.
  useEffect(() => {
    let { index, run } = main.store.getState();
    let touched = false;
    let saved = '';
    return main.store.subscribe(({ index: at, run: now }) => {
      if (at === index && now === run) return;
      [index, run] = [at, now];
      if (!touched) {
        touched = true;
        did({ type: 'TOUCH' }, (kept) => (kept.touched ? kept : { ...kept, touched: true }));
      }
      const kept = keptRunOf(main);
      const text = JSON.stringify(kept);
      if (text !== saved) learnersProgress().saveRun(slug, kept);
      saved = text;
    });
  }, [main, slug, did]);

  return (
    <div className={styles.part} data-part="hook">
      <div className={styles.words}>{children}</div>
      <div className={styles.figure} data-figure>
        <RunFigure player={main} knobs />
        <div className={styles.controls}>
          <CopyLink player={main} to={`${base}lab/`} />
          <SavedRuns />
        </div>
      </div>
    </div>
  );
}

/** The runs the learner has made in this lesson, newest first, each to be played again. */
function SavedRuns() {
  const { main, slug, data } = useLesson();
  const kept = useLessonProgress(slug).runs;
  if (kept.length === 0) return null;
  return (
    <Disclosure summary={`Runs you made: ${kept.length}`}>
      <ol className={runs.list} reversed>
        {[...kept].reverse().map((run) => (
          <li key={JSON.stringify(run)}>
            <span>
              {run.steps
                .map((step) => `${commandWords(step.command, data.scenario)} at ${timeText(step.at)}`)
                .join(', ')}
            </span>{' '}
            <Button variant="quiet" onClick={() => void replay(main, run)}>
              Play again
            </Button>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
