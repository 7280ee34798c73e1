/** Draw a partition: each node on a side, by pressing it in the picture or by choosing. The run decides. */

import { useState } from 'react';
import { checkText, gradePartition, partitionText, type QuestionOf, type Sides, unitsOf } from '#/scenarios';
import { cx, RadioGroup } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { RunOfQuestion } from '../RunOfQuestion';
import { useQuestion } from '../use-question';
import styles from './kinds.module.css';
import { PartitionPicture } from './PartitionPicture';

const SIDES = ['1', '2', '3'];

export function PlacePartition({ question }: { question: QuestionOf<'place-partition'> }) {
  const { lab } = useLesson();
  const { scenario, module } = lab;
  const grade = (sides: Sides) => gradePartition(question, sides, scenario, module, lab.finish);
  const asked = useQuestion(
    question,
    (answer) => answer.kind === 'place-partition' && grade(answer.sides).met,
  );
  const [said, say] = useState('');
  const units = unitsOf(question, scenario);
  const sides: Sides = asked.answer?.kind === 'place-partition' ? asked.answer.sides : [units.flat()];
  const nameOf = (id: string) => scenario.nodes.find((n) => n.id === id)?.label ?? id;
  const unitName = (unit: readonly string[]) => unit.map(nameOf).join(' and ');
  const sideOf = (id: string) =>
    Math.max(
      0,
      sides.findIndex((side) => side.includes(id)),
    );

  function put(unit: readonly string[], side: number): void {
    const next = SIDES.slice(0, question.most).map((_, i) => {
      const others = (sides[i] ?? []).filter((id) => !unit.includes(id));
      return i === side ? [...others, ...unit] : others;
    });
    asked.choose({ kind: 'place-partition', sides: next });
    say(`${unitName(unit)} ${unit.length === 1 ? 'is' : 'are'} on side ${side + 1}.`);
  }

  const drawn = sides.filter((side) => side.length > 0);
  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Place the partition"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and run"
      missing={drawn.length < 2 ? 'Everybody is on one side: put at least one on another.' : null}
      world={asked.revealed ? grade(drawn).variant : undefined}
      worldOpen
      feedback={(heading) => {
        const { met, checked } = grade(drawn);
        const text = partitionText(drawn);
        const decoy = question.decoys.find((d) => partitionText(d.sides) === text);
        return (
          <>
            <h3 ref={heading} tabIndex={-1} className={card.heading}>
              {met ? 'Cut so, the run does it' : 'Cut so, the run ends otherwise'}
            </h3>
            <p>
              <span className={card.said}>You cut:</span>{' '}
              {drawn.map((side) => side.map(nameOf).join(', ')).join(' from ')}.
            </p>
            <ul className={styles.verdicts}>
              {checked.map(({ check, holds, said: is }, i) => (
                <li key={checkText(check)}>
                  {question.says?.[i] ?? `Wanted: ${checkText(check)}`}:{' '}
                  {holds ? 'so it is' : `not so, ${is}`}.
                </li>
              ))}
            </ul>
            {decoy && <p>{decoy.because}</p>}
            <p>{question.reason}</p>
            {!met && (
              <RunOfQuestion
                variant={grade(question.solution).variant}
                summary={`Watch a run that does it: ${question.solution.map((side) => side.map(nameOf).join(', ')).join(' from ')}`}
              />
            )}
          </>
        );
      }}
    >
      <PartitionPicture
        scenario={scenario}
        sideOf={sideOf}
        onPress={
          asked.revealed
            ? undefined
            : (id) => {
                const unit = units.find((u) => u.includes(id));
                if (unit) put(unit, (sideOf(id) + 1) % question.most);
              }
        }
      />
      {!asked.revealed && <p className={card.blank}>Draw a line through the links that you would cut.</p>}
      <fieldset className={cx(styles.group, !asked.revealed && styles.hands)} disabled={asked.revealed}>
        <legend>Who is on which side</legend>
        {units.map((unit) => (
          <RadioGroup
            key={unit[0]}
            variant="segmented"
            legend={unitName(unit)}
            value={SIDES[sideOf(unit[0] ?? '')] ?? '1'}
            options={SIDES.slice(0, question.most).map((side) => ({ value: side, label: `Side ${side}` }))}
            onChange={(side) => put(unit, Number(side) - 1)}
            disabled={asked.revealed}
          />
        ))}
      </fieldset>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </QuestionFrame>
  );
}
