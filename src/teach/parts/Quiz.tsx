/** Recall: a few questions whose key is the simulation. No points; a right answer gets its reason as well. */

import type { Question } from '#/scenarios';
import type { Part } from '../lesson/flow';
import { useLesson } from '../lesson/LessonContext';
import { useLeft } from '../lesson/use-flow';
import { Adversary } from '../questions/Adversary';
import { Diagnose } from '../questions/Diagnose';
import { LateQuestion } from '../questions/LateQuestion';
import { Order } from '../questions/Order';
import { Predict } from '../questions/Predict';
import styles from './Quiz.module.css';

export function Quiz() {
  const { data } = useLesson();
  return (
    <div data-part="quiz">
      <ol className={styles.list}>
        {data.quiz.map((question) => (
          <li key={question.id}>
            <Asked question={question} />
          </li>
        ))}
      </ol>
      <WhatIsLeft />
    </div>
  );
}

/** One question, by its kind. */
export function Asked({ question }: { question: Question }) {
  const { kinds } = useLesson();
  switch (question.kind) {
    case 'predict':
      return <Predict question={question} />;
    case 'order':
      return <Order question={question} />;
    case 'diagnose':
      return <Diagnose question={question} />;
    case 'adversary':
      return <Adversary question={question} />;
    default: {
      const kind = kinds[question.kind];
      if (!kind) throw new Error(`Questions of kind ${question.kind} were not loaded: see prepareLesson.`);
      return <LateQuestion question={question} kind={kind} />;
    }
  }
}

const names: Readonly<Record<Part, string>> = {
  hook: 'the opening figure',
  bet: 'your prediction',
  story: 'the story of the run',
  puzzle: 'the puzzle',
  recall: 'these questions',
};

function WhatIsLeft() {
  const left = useLeft();
  return (
    <p className={styles.left} role="status">
      {left.length === 0
        ? 'You have gone through every part of this lesson.'
        : `Still open in this lesson: ${left.map((part) => names[part]).join(', ')}.`}
    </p>
  );
}
