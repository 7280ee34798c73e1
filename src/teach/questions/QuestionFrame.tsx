/** What every kind of question has around it: its words, hints, the lock, the verdict, and another try. */

import { type ReactNode, type RefObject, useState } from 'react';
import type { Question, Variant } from '#/scenarios';
import { Button, ButtonRow } from '#/ui';
import card from '../parts/Card.module.css';
import { HintButton, Hints } from '../parts/Hints';
import { useFocusWhen } from '../parts/use-focus';
import { evidenceOf } from './answer';
import { RunOfQuestion } from './RunOfQuestion';
import type { Asked } from './use-question';

export interface QuestionFrameProps {
  question: Question;
  asked: Asked;
  /** What kind of task it is, in a few words. */
  task: string;
  /** The question's own words; left out where the answer's legend says them. */
  ask?: ReactNode;
  /** What is answered with. */
  children: ReactNode;
  /** The button that locks; absent where a run decides. */
  lockLabel?: string | undefined;
  /** Why the answer cannot be locked yet, or null. */
  missing?: string | null | undefined;
  /** The learner is at it, where a run decides and there is nothing to lock. */
  begun?: boolean | undefined;
  /** Buttons of the kind itself. */
  actions?: ReactNode;
  /** What is said once the run has spoken; begins with a heading that takes the focus. */
  feedback: (heading: RefObject<HTMLHeadingElement | null>) => ReactNode;
  /** The world that may be watched afterwards. */
  world?: Variant | undefined;
  /** Where that world is, if not in the lesson's own. */
  stage?: string | undefined;
  /** It is shown at once to a learner who has just answered, since it is their own. */
  worldOpen?: boolean | undefined;
}

export function QuestionFrame({
  question,
  asked,
  task,
  ask,
  children,
  lockLabel,
  missing = null,
  begun = false,
  actions,
  feedback,
  world,
  stage,
  worldOpen = false,
}: QuestionFrameProps) {
  const [pressed, setPressed] = useState(false);
  const [answeredHere, setAnsweredHere] = useState(false);
  const heading = useFocusWhen<HTMLHeadingElement>(asked.revealed && (answeredHere || begun));
  // The button of another try goes with the answer it followed; the focus stays with the question.
  const again = useFocusWhen<HTMLElement>(asked.state === 'retried' && answeredHere);
  const { revealed } = asked;

  function lock(): void {
    setPressed(true);
    if (missing !== null) return;
    setAnsweredHere(true);
    asked.lock();
  }

  function retry(): void {
    setPressed(false);
    setAnsweredHere(true);
    asked.retry();
  }

  return (
    <article
      ref={again}
      tabIndex={-1}
      className={card.card}
      data-question={question.id}
      data-state={asked.state}
    >
      <p className={card.kind}>{task}</p>
      {ask}
      {children}
      {!revealed && (
        <>
          <Hints rungs={question.hints} shown={asked.hints} />
          <p role="status" className={card.notice}>
            {pressed && missing}
          </p>
          <ButtonRow className={card.interactive}>
            {lockLabel !== undefined && (
              <Button variant="primary" onClick={lock}>
                {lockLabel}
              </Button>
            )}
            {actions}
            <HintButton rungs={question.hints} shown={asked.hints} onMore={asked.hint} />
          </ButtonRow>
        </>
      )}
      <div className={card.feedback} aria-live="polite">
        {revealed && (
          <>
            {feedback(heading)}
            {practice(asked) && <p className={card.said}>{practice(asked)}</p>}
            {world && <RunOfQuestion variant={world} stage={stage} opened={worldOpen && answeredHere} />}
            <ButtonRow className={card.interactive}>
              <Button onClick={retry}>Try it again</Button>
            </ButtonRow>
          </>
        )}
      </div>
    </article>
  );
}

/** A hinted or repeated answer is practice. It is said plainly, since nobody loses anything by it. */
function practice({ attempts }: Asked): string | null {
  const evidence = evidenceOf(attempts);
  if (attempts.length > 1) return 'A further try counts as practice.';
  return evidence === 'hinted' ? 'With a hint, this counts as practice.' : null;
}
