/**
 * What comes after a prediction: what was said, what the run did, the first moment at which the two part, and the
 * world in which the answer would have been right. Never only "wrong"; a right answer gets its reason too.
 */

import { type RefObject, useState } from 'react';
import type { Option, Variant } from '#/scenarios';
import { gradePredict, type OptionKey, type QuestionOf } from '#/scenarios';
import { Button } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import styles from '../parts/Card.module.css';
import { TwinRuns } from '../parts/TwinRuns';
import { useFocusWhen } from '../parts/use-focus';
import { momentWords } from '../players/moment';

export interface FeedbackProps {
  question: QuestionOf<'predict'>;
  /** The id of the option that was chosen. */
  chosen: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function Feedback({ question, chosen, heading }: FeedbackProps) {
  const { lab } = useLesson();
  const key = lab.key(question);
  const graded = gradePredict(key, chosen);
  const option = question.options.find((each) => each.id === chosen);
  if (!option) return null;
  const actual = question.options.filter((_, i) => key.options[i]?.right);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {graded.right ? 'That is what the run does' : 'The run goes another way'}
      </h3>
      <p>
        <span className={styles.said}>You said:</span> {option.text}
      </p>
      {!graded.right && (
        <p>
          <span className={styles.said}>The run:</span> {actual.map((each) => each.text).join(' ')}
        </p>
      )}
      <p>{option.because}</p>
      {!graded.right && <Elsewhere option={option} graded={graded} here={question.variant} />}
      {question.reason !== option.because && <p>{question.reason}</p>}
    </>
  );
}

/** The world in which an option would be right, and where it parts from the run. */
function Elsewhere({ option, graded, here }: { option: Option; graded: OptionKey; here: Variant }) {
  const { lab } = useLesson();
  const [beside, setBeside] = useState(false);
  // The button goes when it is pressed; the focus goes on to what it has brought.
  const both = useFocusWhen<HTMLDivElement>(beside);
  const { elsewhere } = option;
  if (!elsewhere) return null;
  if ('none' in elsewhere) return <p>There is no world in which you would be right: {elsewhere.none}</p>;
  const parting = graded.elsewhere?.parting;
  const say = (entry: NonNullable<typeof parting>['left']) =>
    entry ? momentWords(entry, lab.scenario) : 'Nothing more happens.';
  return (
    <>
      <p>
        There is a world in which you would be right. It differs in one thing: {elsewhere.differs}.
        {parting && ' This is the first moment at which the two part:'}
      </p>
      {parting && (
        <dl className={styles.partings}>
          <div>
            <dt>In this run</dt>
            <dd>{say(parting.left)}</dd>
          </div>
          <div>
            <dt>In the world of your answer</dt>
            <dd>{say(parting.right)}</dd>
          </div>
        </dl>
      )}
      {!beside && (
        <p className={styles.interactive}>
          <Button onClick={() => setBeside(true)}>Play both, side by side</Button>
        </p>
      )}
      {beside && (
        <div ref={both} tabIndex={-1}>
          <TwinRuns
            left={here}
            right={elsewhere.world}
            names={{ left: 'This run', right: 'The world of your answer' }}
            differs={elsewhere.differs}
          />
        </div>
      )}
    </>
  );
}
