/** What a placement comes to: the first answer it makes impossible, or why there is none, or one that works. */

import type { RefObject } from 'react';
import {
  gradePoints,
  type LinearizationPointsKey,
  orderOf,
  type PointsAnswer,
  type QuestionOf,
  timesOf,
} from '#/scenarios';
import { type OperationMark, operationWords } from '#/stage';
import { Disclosure } from '#/ui';
import card from '../../parts/Card.module.css';
import { HistoryOfQuestion } from './HistoryOfQuestion';
import { conflictWords } from './points-words';

export interface PointsFeedbackProps {
  question: QuestionOf<'linearization-points'>;
  /** The key, as the lesson's lab makes it. */
  lesson: LinearizationPointsKey;
  answer: PointsAnswer;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function PointsFeedback({ question, lesson: key, answer, heading }: PointsFeedbackProps) {
  const grade = gradePoints(key, answer);
  const { history, judgement, witness } = key;
  const conflict = !grade.right && grade.why === 'conflict' ? grade.conflict : null;
  const marks: Record<number, OperationMark> = {};
  if (conflict) marks[conflict.operation] = { words: 'not this answer', look: 'blamed' };
  else if (!witness) {
    for (const index of judgement.operations) marks[index + 1] = { words: 'to blame', look: 'blamed' };
  }
  const drawn = answer.none ? (witness ?? {}) : answer.points;
  const order = orderOf(answer.points).join();
  const decoy = answer.none ? undefined : question.decoys.find((d) => d.order.join() === order);
  const title = grade.right
    ? answer.none
      ? 'There is none'
      : 'So it can have been'
    : answer.none
      ? 'There is one'
      : 'It cannot have been so';
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={card.heading}>
        {title}
      </h3>
      {conflict && <p>{conflictWords(conflict, key)}</p>}
      {decoy && <p>{decoy.because}</p>}
      {!grade.right && grade.why === 'there is one' && (
        <p>With these points every answer is what the object would have said.</p>
      )}
      <HistoryOfQuestion
        shown={key}
        subject={question.subject}
        marks={marks}
        points={timesOf(key, drawn)}
        caption={answer.none ? 'The history' : 'The history, and where your points stand'}
      />
      {grade.right && grade.order && (
        <p>
          One after the other:{' '}
          {grade.order.map((number) => operationWords(history.operations[number - 1] as never)).join(', ')}.
          Each answer follows from those before it.
        </p>
      )}
      {!witness && <p>{grade.right ? judgement.reason : `No placement works. ${judgement.reason}`}</p>}
      {conflict && witness && (
        <Disclosure summary="Show a placement that works" className={card.interactive}>
          <HistoryOfQuestion shown={key} subject={question.subject} points={timesOf(key, witness)} />
        </Disclosure>
      )}
      <p>{question.reason}</p>
    </>
  );
}
