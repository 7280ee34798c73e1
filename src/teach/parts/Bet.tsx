/**
 * The opening prediction. It is locked before anything is run, with how sure one is, and never changed after: what
 * one learns from is the distance between it and the run.
 */

import { useState } from 'react';
import type { QuestionOf } from '#/scenarios';
import { Button, ButtonRow, RadioGroup } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { useStanding } from '../lesson/use-flow';
import { useLessonProgress } from '../progress/use-progress';
import { type Confidence, confidences } from '../questions/answer';
import styles from './Card.module.css';
import { HintButton, Hints } from './Hints';
import { STORY_ID } from './story-id';
import { stillPreferred } from './telling';
import { useFocusWhen } from './use-focus';

export function Bet() {
  const { data, slug, story, did } = useLesson();
  const bet = data.bet as QuestionOf<'predict'>;
  const kept = useLessonProgress(slug).bet;
  const locked = useStanding('bet') !== 'open';
  const [option, choose] = useState<string | null>(null);
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [hints, setHints] = useState(0);
  const [missing, setMissing] = useState(false);
  const [lockedHere, setLockedHere] = useState(false);
  const heading = useFocusWhen<HTMLHeadingElement>(lockedHere);

  function lock(): void {
    setMissing(true);
    if (option === null || confidence === null) return;
    setLockedHere(true);
    did({ type: 'LOCK' }, (lesson) => (lesson.bet ? lesson : { ...lesson, bet: { option, confidence } }));
  }

  function run(): void {
    const panel = document.getElementById(STORY_ID);
    (panel?.closest('figure') ?? panel)?.scrollIntoView({ block: 'start' });
    panel?.focus({ preventScroll: true });
    story.nextBeat(stillPreferred());
  }

  return (
    <section className={styles.card} data-part="bet" aria-label="Your prediction">
      <RadioGroup
        legend={bet.question}
        value={kept?.option ?? option}
        options={bet.options.map(({ id, text }) => ({ value: id, label: text }))}
        onChange={choose}
        disabled={locked}
      />
      <RadioGroup
        className={styles.interactive}
        variant="segmented"
        legend="How sure are you?"
        value={kept?.confidence ?? confidence}
        options={confidences.map((value) => ({ value, label: capital(value) }))}
        onChange={setConfidence}
        disabled={locked}
      />
      {locked ? (
        <div className={styles.feedback}>
          <h3 ref={heading} tabIndex={-1} className={styles.heading}>
            Your prediction is locked
          </h3>
          <p>Now let the run answer, a step at a time.</p>
          <ButtonRow className={styles.interactive}>
            <Button variant="primary" onClick={run}>
              Run it
            </Button>
          </ButtonRow>
        </div>
      ) : (
        <>
          <Hints rungs={bet.hints} shown={hints} />
          <p className={styles.notice} role="status">
            {missing && whatIsMissing(option, confidence)}
          </p>
          <ButtonRow className={styles.interactive}>
            <Button variant="primary" onClick={lock}>
              Lock in
            </Button>
            <HintButton rungs={bet.hints} shown={hints} onMore={() => setHints(hints + 1)} />
          </ButtonRow>
        </>
      )}
      <div className={styles.blank}>
        <p>Your prediction, in your own words, before you run it:</p>
        <div className={styles.line} />
        <div className={styles.line} />
        <p>Guessing, fairly sure, or certain?</p>
      </div>
    </section>
  );
}

function whatIsMissing(option: string | null, confidence: Confidence | null): string | null {
  if (option === null) return 'Choose what you think will happen, then lock it in.';
  return confidence === null ? 'Say how sure you are, then lock it in.' : null;
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
