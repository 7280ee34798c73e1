/**
 * Prediction against run. It appears when the bet is locked and the story has been told; whoever does not want to
 * watch the story can have it at once.
 */

import { useEffect, useState } from 'react';
import type { QuestionOf } from '#/scenarios';
import { Button } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { useStanding } from '../lesson/use-flow';
import { useLessonProgress } from '../progress/use-progress';
import { Feedback } from '../questions/Feedback';
import styles from './Card.module.css';
import { useFocusWhen } from './use-focus';

export function Reconcile() {
  const { data, slug, did } = useLesson();
  const kept = useLessonProgress(slug).bet;
  const bet = useStanding('bet');
  const told = useStanding('story') === 'told';
  const [asked, setAsked] = useState(false);
  const heading = useFocusWhen<HTMLHeadingElement>(asked);
  const open = kept !== null && bet !== 'open' && (told || asked || bet === 'reconciled');

  useEffect(() => {
    if (!open || bet === 'reconciled') return;
    did({ type: 'RECONCILE' }, (lesson) => ({ ...lesson, reconciled: true }));
  }, [open, bet, did]);

  return (
    <section className={styles.card} data-part="reconcile" aria-label="Your prediction and the run">
      <div className={styles.words} aria-live="polite">
        {open && kept ? (
          <>
            <Feedback question={data.bet as QuestionOf<'predict'>} chosen={kept.option} heading={heading} />
            <p className={styles.said}>{sureness[kept.confidence]}</p>
          </>
        ) : bet === 'open' ? (
          <p>
            Lock a prediction above, and it is set beside the run here: what you said, what happened, and the
            first moment at which the two part. You can also read on.
          </p>
        ) : (
          <>
            <p>Your prediction is set beside the run here as soon as the story above has been told.</p>
            <p className={styles.interactive}>
              <Button onClick={() => setAsked(true)}>Compare now</Button>
            </p>
          </>
        )}
      </div>
    </section>
  );
}

const sureness = {
  guessing: 'You said that you were guessing. Now there is a reason to go with it.',
  'fairly sure': 'You said that you were fairly sure.',
  certain: 'You said that you were certain.',
};
