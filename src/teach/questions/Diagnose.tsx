/** Which of these worlds could it have been, as far as one node can tell? That it cannot know is a real answer. */

import { gradeDiagnose, type QuestionOf } from '#/scenarios';
import { Checkbox } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import card from '../parts/Card.module.css';
import styles from './Diagnose.module.css';
import { QuestionFrame } from './QuestionFrame';
import { useQuestion } from './use-question';

const nothingMarked = { worlds: [] as string[], unknowable: false };

export function Diagnose({ question }: { question: QuestionOf<'diagnose'> }) {
  const { lab } = useLesson();
  const asked = useQuestion(question);
  const { worlds, unknowable } = asked.answer?.kind === 'diagnose' ? asked.answer : nothingMarked;

  function mark(id: string, on: boolean): void {
    const others = worlds.filter((world) => world !== id);
    asked.choose({ kind: 'diagnose', worlds: on ? [...others, id] : others, unknowable });
  }

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Diagnose: mark every world that fits"
      lockLabel="Lock in and check"
      missing={worlds.length === 0 ? 'Mark at least one world. One of them is the run itself.' : null}
      world={question.variant}
      feedback={(heading) => {
        const key = lab.key(question);
        const grade = gradeDiagnose(key, { worlds, unknowable });
        return (
          <>
            <h3 ref={heading} tabIndex={-1} className={card.heading}>
              {grade.right ? 'These, and no rule tells them apart' : 'The runs say otherwise'}
            </h3>
            <ul className={styles.verdicts}>
              {question.worlds.map(({ id, text, because }) => {
                const fits = key.worlds.find((world) => world.id === id)?.fits;
                const missed = grade.missed.includes(id);
                const wrong = grade.wrong.includes(id);
                return (
                  <li key={id}>
                    <b>{text}</b> {fits ? 'It fits.' : 'It does not fit.'} {because}
                    {missed && ' You left it out.'}
                    {wrong && ' You marked it.'}
                  </li>
                );
              })}
            </ul>
            {unknowable !== key.unknowable && (
              <p>
                {key.unknowable
                  ? 'More than one world fits, so it cannot be known from here which it is. That was the answer left to mark.'
                  : 'Only one world fits, so it can be known from here which it is.'}
              </p>
            )}
            <p>{question.reason}</p>
          </>
        );
      }}
    >
      <fieldset className={styles.group} disabled={asked.revealed}>
        <legend className={card.question}>{question.question}</legend>
        {question.worlds.map(({ id, text }) => (
          <Checkbox key={id} label={text} checked={worlds.includes(id)} onChange={(on) => mark(id, on)} />
        ))}
        <Checkbox
          className={styles.unknowable}
          label="It cannot be known from here which of them it is."
          checked={unknowable}
          onChange={(on) => asked.choose({ kind: 'diagnose', worlds: [...worlds], unknowable: on })}
        />
      </fieldset>
    </QuestionFrame>
  );
}
