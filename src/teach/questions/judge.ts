/** Judging answers by the key that the runs give. Nothing here knows what is right. */

import type { Question } from '#/scenarios';
import { gradeDiagnose, gradeOrderAnswer, gradePredict, type QuestionOf } from '#/scenarios';
import type { Lab } from '../lesson/lab';
import type { Answer } from './answer';

export function isRight(lab: Lab, question: Question, answer: Answer): boolean {
  if (question.kind !== answer.kind) return false;
  switch (answer.kind) {
    case 'predict':
      return gradePredict(lab.key(question as QuestionOf<'predict'>), answer.option).right;
    case 'order':
      return gradeOrderAnswer(lab.key(question as QuestionOf<'order'>), answer.events).right;
    case 'diagnose':
      return gradeDiagnose(lab.key(question as QuestionOf<'diagnose'>), answer).right;
    case 'adversary':
      // Its run was judged when it ended; without one, the learner asked to be shown.
      return answer.run !== null;
    default:
      // The other kinds bring their own judge.
      return false;
  }
}

/** The events of an order question in a fixed order that is wrong, so that nothing is right by being left alone. */
export function shuffled(lab: Lab, question: QuestionOf<'order'>): readonly string[] {
  const ids = question.events.map((event) => event.id);
  const mixed = [...ids.filter((_, i) => i % 2 === 1), ...ids.filter((_, i) => i % 2 === 0)];
  return gradeOrderAnswer(lab.key(question), mixed).right ? mixed.reverse() : mixed;
}
