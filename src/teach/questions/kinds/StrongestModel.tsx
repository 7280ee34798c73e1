/** Which is the strongest of these models that the history satisfies? The judges say, with their reasons. */

import { useMemo } from 'react';
import {
  gradeStrongestModel,
  type ModelKey,
  type ModelName,
  type QuestionOf,
  shownHistory,
  strongestModelKey,
} from '#/scenarios';
import { modelWords, type OperationMark, operationWords } from '#/stage';
import { RadioGroup } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { HistoryOfQuestion } from './HistoryOfQuestion';
import styles from './kinds.module.css';

type Asks = { question: QuestionOf<'strongest-model'> };

export function StrongestModel({ question }: Asks) {
  const { lab } = useLesson();
  const shown = useMemo(() => shownHistory(question.subject, lab.module, lab.finish), [question, lab]);
  const asked = useQuestion(question, (answer) => {
    if (answer.kind !== 'strongest-model') return false;
    return gradeStrongestModel(strongestModelKey(question, lab.module, lab.finish), answer.model).right;
  });
  const chosen = asked.answer?.kind === 'strongest-model' ? asked.answer.model : null;
  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Choose the strongest model"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and check"
      missing={chosen === null ? 'Choose a model, or say that it satisfies none of them.' : null}
      world={'run' in question.subject ? question.subject.run : undefined}
      feedback={(heading) =>
        chosen !== null && <Said question={question} chosen={chosen} heading={heading} />
      }
    >
      {!asked.revealed && <HistoryOfQuestion shown={shown} subject={question.subject} />}
      <RadioGroup
        legend="The strongest that this history satisfies:"
        value={chosen}
        options={[
          ...question.options.map(({ model }) => ({
            value: model as string,
            label: capital(modelWords[model].name),
            hint: modelWords[model].promise,
          })),
          { value: 'none', label: 'None of these' },
        ]}
        onChange={(model) => asked.choose({ kind: 'strongest-model', model })}
        disabled={asked.revealed}
      />
    </QuestionFrame>
  );
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
const nameOf = (model: ModelName): string => modelWords[model].name;

interface SaidProps extends Asks {
  chosen: string;
  heading: React.RefObject<HTMLHeadingElement | null>;
}

/** Too strong: whom the judge blames. Too weak: the order by which it satisfies more. */
function Said({ question, chosen, heading }: SaidProps) {
  const { lab } = useLesson();
  const key = useMemo(() => strongestModelKey(question, lab.module, lab.finish), [question, lab]);
  const grade = gradeStrongestModel(key, chosen);
  const tooStrong = !grade.right && grade.why === 'too strong' ? grade.chosen : null;
  const tooWeak = !grade.right && grade.why === 'too weak' ? grade : null;
  // What is next above the answer says why it is the strongest.
  const refused = tooStrong ?? key.options.find((o) => o.judgement.verdict === 'violated') ?? null;
  const marks: Record<number, OperationMark> = {};
  for (const index of refused?.judgement.operations ?? [])
    marks[index + 1] = { words: 'to blame', look: 'blamed' };
  const because = question.options.find(({ model }) => model === chosen)?.because;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={card.heading}>
        {grade.right
          ? 'That is the strongest'
          : tooStrong
            ? 'That asks too much of it'
            : 'It satisfies more than that'}
      </h3>
      {tooWeak?.chosen && (
        <p>
          {capital(nameOf(tooWeak.chosen.model))} is true of it, and so is {nameOf(tooWeak.answer.model)},
          which asks for more.
        </p>
      )}
      {tooWeak && !tooWeak.chosen && <p>It satisfies {nameOf(tooWeak.answer.model)}.</p>}
      {because && <p>{because}</p>}
      {refused && (
        <p>
          <b>Not {nameOf(refused.model)}.</b> {refused.judgement.reason}
        </p>
      )}
      <HistoryOfQuestion shown={key} subject={question.subject} marks={marks} />
      {grade.answer && <Witness answer={grade.answer} question={question} />}
      {!grade.answer && <p>None of these models allows this history.</p>}
      <p>{question.reason}</p>
    </>
  );
}

/** The order, or the orders, in which everything is explained. */
function Witness({ answer, question }: { answer: ModelKey } & Asks) {
  const { lab } = useLesson();
  const { operations } = shownHistory(question.subject, lab.module, lab.finish).history;
  const { judgement, model } = answer;
  const name = (index: number) => {
    const op = operations[index];
    return op ? `${operationWords(op)} by ${op.process} (${index + 1})` : '';
  };
  return (
    <>
      <p>
        <b>{capital(nameOf(model))}.</b> {judgement.reason}
      </p>
      {judgement.witness?.map(({ process, order }) => (
        <div key={process ?? ''}>
          <p className={styles.aside}>
            {process === null
              ? 'An order that explains it:'
              : `An order that explains it in the eyes of ${process}:`}
          </p>
          <ol className={styles.order}>
            {order.map((index) => (
              <li key={index}>{name(index)}</li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}
