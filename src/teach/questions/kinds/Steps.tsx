/**
 * A problem in steps: the logs as they stand, and sentences with blanks that the run fills. What is not left to the
 * learner is told; without script all of it is.
 */

import { type ReactNode, useMemo } from 'react';
import { gradeSteps, type QuestionOf, type StepsKey, stepsKey } from '#/scenarios';
import { StillLogs, timeText } from '#/stage';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import styles from './kinds.module.css';
import { OpenBlank, ReadBlank, Sentence } from './StepBlanks';

type Asks = { question: QuestionOf<'steps'> };
interface Solved extends Asks {
  answers: StepsKey;
}

export function Steps({ question }: Asks) {
  const { scenario, module } = useLesson().labOn(question.stage);
  const key = useMemo(() => stepsKey(question, scenario, module), [question, scenario, module]);
  const name = (id: string) => scenario.nodes.find((node) => node.id === id)?.label ?? id;
  const logs = (
    <div className={styles.history}>
      <p>The logs as they stand at {timeText(key.shown.atUs)}:</p>
      <StillLogs nodes={key.shown.nodes} name={name} />
    </div>
  );
  return question.open === 0 ? (
    <section className={styles.worked} aria-label="A worked example" data-question={question.id}>
      <p className={card.question}>{question.question}</p>
      {logs}
      <Worked question={question} answers={key} />
      <p>{question.reason}</p>
    </section>
  ) : (
    <Open question={question} answers={key}>
      {logs}
    </Open>
  );
}

function Worked({ question, answers }: Solved) {
  return (
    <ol className={styles.steps}>
      {question.steps.map(({ text }, i) => (
        <li key={text}>
          <Sentence text={text} blank={(name) => <ReadBlank is={answers.answers[i]?.[name] ?? ''} />} />
        </li>
      ))}
    </ol>
  );
}

function Open({ question, answers: key, children }: Solved & { children: ReactNode }) {
  const asked = useQuestion(
    question,
    (answer) =>
      answer.kind === 'steps' && gradeSteps(question, key, answer.blanks).every(({ right }) => right),
  );
  // Another try goes on from the last one: what was right need not be said again.
  const written = asked.answer ?? asked.attempts.at(-1)?.answer;
  const blanks = written?.kind === 'steps' ? written.blanks : {};
  const at = (step: number, name: string) => `${step + 1} ${name}`;
  const empty = question.steps.flatMap((step, i) =>
    key.open[i] && Object.keys(step.blanks).some((name) => (blanks[at(i, name)] ?? '') === '') ? [i + 1] : [],
  );

  function blank(step: number, name: string): ReactNode {
    const wanted = question.steps[step]?.blanks[name];
    const is = key.answers[step]?.[name] ?? '';
    if (!wanted || !key.open[step]) return <ReadBlank is={is} />;
    const said = blanks[at(step, name)] ?? '';
    if (asked.revealed) return <ReadBlank is={is} said={said} />;
    return (
      <OpenBlank
        blank={wanted}
        step={step + 1}
        value={said}
        onFill={(value) => asked.choose({ kind: 'steps', blanks: { ...blanks, [at(step, name)]: value } })}
      />
    );
  }

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task={
        question.open === question.steps.length ? 'Step by step, yours' : 'Step by step, the rest is yours'
      }
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and run"
      missing={empty.length > 0 ? `Still open: step ${empty.join(', ')}.` : null}
      world={question.variant}
      stage={question.stage}
      feedback={(heading) => <Said question={question} answers={key} blanks={blanks} heading={heading} />}
    >
      {children}
      <ol className={styles.steps}>
        {question.steps.map(({ text }, i) => (
          <li key={text}>
            <Sentence text={text} blank={(name) => blank(i, name)} />
          </li>
        ))}
      </ol>
      <noscript>
        <p>Worked:</p>
        <Worked question={question} answers={key} />
      </noscript>
    </QuestionFrame>
  );
}

interface SaidProps extends Solved {
  blanks: Readonly<Record<string, string>>;
  heading: { readonly current: HTMLHeadingElement | null };
}

function Said({ question, answers: key, blanks, heading }: SaidProps) {
  const grades = gradeSteps(question, key, blanks);
  const wrong = grades.flatMap((grade, i) => (grade.right ? [] : [{ step: i + 1, ...grade }]));
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={card.heading}>
        {wrong.length === 0 ? 'Step by step, that is the run' : 'The run goes another way'}
      </h3>
      <ul className={styles.verdicts}>
        {wrong.map(({ step, wrong: each }) => (
          <li key={step}>
            <b>Step {step}:</b>{' '}
            {each
              .map(({ blank, said, is }) => `${capital(blank.label)}: you said ${said}; it is ${is}.`)
              .join(' ')}
          </li>
        ))}
      </ul>
      <p>{question.reason}</p>
    </>
  );
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
