/** After logs have been filled in: row by row what is right, what became of what was written, and where it would be right. */

import type { RefObject } from 'react';
import type { LogRowGrade, QuestionOf } from '#/scenarios';
import card from '../../parts/Card.module.css';
import styles from './kinds.module.css';
import { cellWords } from './log-words';

interface LogFeedbackProps {
  heading: RefObject<HTMLHeadingElement | null>;
  question: QuestionOf<'fill-log'>;
  grades: readonly LogRowGrade[];
  name: (node: string) => string;
}

export function LogFeedback({ heading, question, grades, name }: LogFeedbackProps) {
  const decoys = [...new Set(grades.map(({ decoy }) => decoy))].flatMap((at) => question.decoys[at] ?? []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={card.heading}>
        {grades.every(({ right }) => right) ? 'That is what the logs say' : 'The logs say otherwise'}
      </h3>
      <ul className={styles.verdicts}>
        {grades.map(({ node, right, wrong }) => (
          <li key={node}>
            <b>{name(node)}:</b> {right ? 'right.' : wrong.map((cell) => cellWords(cell, name)).join(' ')}
          </li>
        ))}
      </ul>
      {decoys.map(({ because, elsewhere }) => (
        <div key={because} className={styles.history}>
          <p>{because}</p>
          <p className={card.said}>
            {'none' in elsewhere
              ? `There is no world in which you would be right: ${elsewhere.none}`
              : `There is a world in which you would be right. It differs in one thing: ${elsewhere.differs}.`}
          </p>
        </div>
      ))}
      <p>{question.reason}</p>
    </>
  );
}
