/** One question in a component: its machine, the verdict of the run, and what is kept of every try. */

import { useMachine } from '@xstate/react';
import { useEffect } from 'react';
import type { Question } from '#/scenarios';
import { useLesson } from '../lesson/LessonContext';
import { useLessonProgress } from '../progress/use-progress';
import type { Answer, Attempt } from './answer';
import { isRight } from './judge';
import { questionMachine } from './question-machine';

export type QuestionState = 'unanswered' | 'hinted' | 'locked' | 'right' | 'wrong' | 'retried';

export interface Asked {
  readonly state: QuestionState;
  readonly answer: Answer | null;
  readonly hints: number;
  readonly attempts: readonly Attempt[];
  /** Whether the run has spoken. */
  readonly revealed: boolean;
  choose(answer: Answer): void;
  hint(): void;
  /** Locks the answer that is chosen, or the one given, and lets the run speak. */
  lock(answer?: Answer): void;
  retry(): void;
}

/** `right`: who says whether an answer is, where that is not the key of the lesson's runs. */
export function useQuestion(question: Question, right?: (answer: Answer) => boolean): Asked {
  const { lab, slug, data, did, keptLesson } = useLesson();
  const [at, send, actor] = useMachine(questionMachine);
  const kept = useLessonProgress(slug).answers[question.id];

  useEffect(() => {
    if (kept) send({ type: 'RESTORE', attempts: kept });
  }, [kept, send]);

  function lock(given?: Answer): void {
    if (given) send({ type: 'CHOOSE', answer: given });
    send({ type: 'LOCK' });
    const { value, context } = actor.getSnapshot();
    if (value !== 'locked' || context.answer === null) return;
    const says = right ? right(context.answer) : isRight(lab, question, context.answer);
    send({ type: 'REVEAL', right: says });
    const { attempts } = actor.getSnapshot().context;
    const answers = { ...keptLesson().answers, [question.id]: [...attempts] };
    const all = data.quiz.every(({ id }) => (answers[id]?.length ?? 0) > 0);
    did({ type: all ? 'LAST_ANSWER' : 'ANSWER' }, (lesson) => ({ ...lesson, answers }));
  }

  return {
    state: at.value,
    ...at.context,
    revealed: at.value === 'right' || at.value === 'wrong',
    choose: (answer) => send({ type: 'CHOOSE', answer }),
    hint: () => send({ type: 'HINT' }),
    lock,
    retry: () => send({ type: 'RETRY' }),
  };
}
