/** Put events into an order; any order that keeps happens-before is right. Two buttons move an event. */

import { useId, useState } from 'react';
import { gradeOrderAnswer, type QuestionOf } from '#/scenarios';
import { IconButton } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import card from '../parts/Card.module.css';
import { DownIcon, UpIcon } from './arrows';
import { shuffled } from './judge';
import styles from './Order.module.css';
import { QuestionFrame } from './QuestionFrame';
import { useQuestion } from './use-question';

export function Order({ question }: { question: QuestionOf<'order'> }) {
  const { lab } = useLesson();
  const asked = useQuestion(question);
  const id = useId();
  const [moved, setMoved] = useState('');
  const [start] = useState(() => shuffled(lab, question));
  const order = asked.answer?.kind === 'order' ? asked.answer.events : start;
  const text = (event: string) => question.events.find((each) => each.id === event)?.text ?? event;

  function move(from: number, by: 1 | -1): void {
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    const events = [...order];
    const [event = ''] = events.splice(from, 1);
    events.splice(to, 0, event);
    asked.choose({ kind: 'order', events });
    setMoved(`${text(event)} Now place ${to + 1} of ${events.length}.`);
  }

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Put in order"
      ask={
        <p id={id} className={card.question}>
          {question.question}
        </p>
      }
      lockLabel="Lock in and check"
      missing={
        asked.answer === null ? 'Move at least one event; the order shown cannot have happened.' : null
      }
      world={question.variant}
      feedback={(heading) => {
        const grade = gradeOrderAnswer(lab.key(question), order);
        return (
          <>
            <h3 ref={heading} tabIndex={-1} className={card.heading}>
              {grade.right ? 'It could have happened so' : 'It cannot have happened so'}
            </h3>
            {!grade.right && 'first' in grade && (
              <p>
                You put “{text(grade.second)}” before “{text(grade.first)}” In every order of this run the
                second comes first: it is among the causes of the other.
              </p>
            )}
            <p>{question.reason}</p>
          </>
        );
      }}
    >
      <ol className={styles.list} aria-labelledby={id}>
        {order.map((event, i) => (
          <li key={event} className={styles.event}>
            <span className={styles.place}>{i + 1}</span>
            <span>{text(event)}</span>
            {!asked.revealed && (
              <span className={styles.moves}>
                <IconButton
                  label={`Earlier: ${text(event)}`}
                  icon={<UpIcon />}
                  unavailable={i === 0}
                  onClick={() => move(i, -1)}
                />
                <IconButton
                  label={`Later: ${text(event)}`}
                  icon={<DownIcon />}
                  unavailable={i === order.length - 1}
                  onClick={() => move(i, 1)}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {moved}
      </p>
    </QuestionFrame>
  );
}
