/** Tune it to a target: set the knobs, make the run, see what of the target it meets. The run decides; tries are free. */

import { useState } from 'react';
import { gradeTune, type QuestionOf, type Scalar, type Settings, turnable } from '#/scenarios';
import { Knobs } from '#/stage';
import { Button } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { RunOfQuestion } from '../RunOfQuestion';
import { useQuestion } from '../use-question';
import styles from './kinds.module.css';
import { settingsWords } from './tune-words';

export function Tune({ question }: { question: QuestionOf<'tune'> }) {
  const { lab } = useLesson();
  const { scenario, module } = lab;
  const grade = (knobs: Settings) => gradeTune(question, knobs, scenario, module, lab.finish);
  const asked = useQuestion(
    question,
    (answer) => answer.kind === 'tune' && answer.knobs !== null && grade(answer.knobs).met,
  );
  const offered = turnable(question, scenario);
  const begin: Settings = Object.fromEntries(offered.map(({ knob, at }) => [knob.id, at]));
  const [turned, turn] = useState<Settings>({});
  /** The settings of each run made so far. */
  const [tries, setTries] = useState<readonly Settings[]>([]);
  const settings: Settings = { ...begin, ...turned };
  const last = tries.at(-1);
  const kept = asked.answer?.kind === 'tune' ? asked.answer.knobs : null;
  const shown = { ...begin, ...(kept ?? question.solution) };
  const decoy = last && question.decoys.find((d) => same({ ...begin, ...d.knobs }, last));

  function run(): void {
    setTries([...tries, settings]);
    if (grade(settings).met) asked.lock({ kind: 'tune', knobs: settings });
  }

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Tune it to a target"
      ask={<p className={card.question}>{question.question}</p>}
      begun={tries.length > 0}
      actions={
        last && (
          <Button onClick={() => asked.lock({ kind: 'tune', knobs: null })}>
            Show me settings that do it
          </Button>
        )
      }
      world={asked.revealed ? grade(shown).variant : undefined}
      feedback={(heading) => (
        <>
          <h3 ref={heading} tabIndex={-1} className={card.heading}>
            {kept ? 'Tuned so, the run meets the target' : 'Settings that meet the target'}
          </h3>
          <p>
            <span className={card.said}>{kept ? 'You set:' : 'Set so:'}</span> {settingsWords(offered, shown)}
            .
          </p>
          <Target question={question} checked={grade(shown).checked} />
          <p>{question.reason}</p>
        </>
      )}
    >
      {!asked.revealed && (
        <>
          <Knobs
            knobs={offered.map(({ knob: { more: _, ...knob }, at }) => ({
              knob: { ...knob, default: at },
              value: settings[knob.id] ?? at,
              turn: (value: Scalar) => turn({ ...turned, [knob.id]: value }),
            }))}
          />
          <p>
            <Button variant="primary" onClick={run}>
              Run it with these settings
            </Button>
          </p>
          <div role="status" className={styles.group}>
            {last && (
              <>
                <p>
                  <span className={card.said}>Run {tries.length}:</span> {settingsWords(offered, last)}.
                </p>
                <Target question={question} checked={grade(last).checked} />
                {decoy && <p>{decoy.because}</p>}
              </>
            )}
          </div>
          {last && (
            <RunOfQuestion
              key={tries.length}
              variant={grade(last).variant}
              summary={`Watch run ${tries.length}`}
            />
          )}
        </>
      )}
    </QuestionFrame>
  );
}

interface TargetProps {
  question: QuestionOf<'tune'>;
  checked: ReturnType<typeof gradeTune>['checked'];
}

/** Each part of the target, and whether that run meets it. */
function Target({ question, checked }: TargetProps) {
  return (
    <ul className={styles.verdicts}>
      {question.says.map((clause, i) => (
        <li key={clause}>
          Wanted: {clause}. {verdictOf(checked[i])}
        </li>
      ))}
    </ul>
  );
}

/** What a run says of a property is yes or no, which the clause has said already. */
function verdictOf(checked: TargetProps['checked'][number] | undefined): string {
  if (!checked || checked.holds) return 'So it is.';
  return 'property' in checked.check ? 'Not so.' : `Not so: ${checked.said}.`;
}

const same = (a: Settings, b: Settings): boolean =>
  Object.keys({ ...a, ...b }).every((id) => a[id] === b[id]);
