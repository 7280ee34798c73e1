/** Place a point in each operation's interval, by dragging or by sliders, or say that there is no such placement. */

import { useMemo, useState } from 'react';
import {
  gradePoints,
  linearizationPointsKey,
  type Points,
  type QuestionOf,
  type Slot,
  timesOf,
  toColumns,
} from '#/scenarios';
import { type OperationMark, operationWords } from '#/stage';
import { Checkbox, cx } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { HistoryOfQuestion } from './HistoryOfQuestion';
import styles from './kinds.module.css';
import { PointSlider } from './PointSlider';
import { PointsFeedback } from './PointsFeedback';

export function LinearizationPoints({ question }: { question: QuestionOf<'linearization-points'> }) {
  const { lab } = useLesson();
  const key = useMemo(() => linearizationPointsKey(question, lab.module, lab.finish), [question, lab]);
  const asked = useQuestion(
    question,
    (answer) => answer.kind === 'linearization-points' && gradePoints(key, answer).right,
  );
  const [said, say] = useState('');
  const given = asked.answer?.kind === 'linearization-points' ? asked.answer : null;
  const points: Points = given && !given.none ? given.points : (given?.points ?? key.start);
  const none = given?.none ?? false;
  const { operations } = key.history;
  const columns = useMemo(() => toColumns(key), [key]);
  const times = timesOf(key, points);

  const name = (number: number) => {
    const op = operations[number - 1];
    return op ? `${number}, ${operationWords(op)} by ${op.process}` : String(number);
  };
  const choose = (next: Points) => asked.choose({ kind: 'linearization-points', points: next, none: false });

  function place(slot: Slot, column: number): void {
    choose({ ...points, [slot.number]: Math.min(slot.last, Math.max(slot.first, Math.round(column))) });
  }

  function leaveOut({ number, first, last }: Slot, out: boolean): void {
    const { [number]: _, ...others } = points;
    choose(out ? others : { ...others, [number]: Math.round((first + last) / 2) });
    say(out ? `${name(number)} never took effect.` : `${name(number)} took effect.`);
  }

  /** What a point's place means: which of all it is, and what is just before it. */
  function placeWords(number: number): string {
    const order = Object.entries(points).sort(([, a], [, b]) => a - b);
    const at = order.findIndex(([n]) => Number(n) === number);
    const before = order[at - 1];
    return `${at + 1} of ${order.length}${before ? `, after ${name(Number(before[0]))}` : ', before all others'}`;
  }

  const left: Record<number, OperationMark> = {};
  for (const { number } of key.slots) {
    if (!(number in points)) left[number] = { words: 'never', look: 'absent' };
  }
  const tie = gradePoints(key, { points, none });
  const missing =
    given === null
      ? 'Move a point, or say that there is no such placement.'
      : !tie.right && tie.why === 'tie'
        ? `${name(tie.operations[0])} and ${name(tie.operations[1])} take effect at the same moment. Move one of them.`
        : null;

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Place the linearization points"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and check"
      missing={missing}
      world={'run' in question.subject ? question.subject.run : undefined}
      feedback={(heading) => (
        <PointsFeedback question={question} lesson={key} answer={{ points, none }} heading={heading} />
      )}
    >
      {!asked.revealed && (
        <>
          <HistoryOfQuestion
            shown={key}
            subject={question.subject}
            points={none ? {} : times}
            marks={left}
            blank
            onDrag={(number, time) => {
              const slot = key.slots.find((s) => s.number === number);
              if (slot) place(slot, columns(time));
            }}
          />
          <p className={card.blank}>
            Mark in each bar the moment at which it takes effect. Or is there no such placement?
          </p>
          <fieldset className={cx(styles.group, styles.hands)}>
            <legend>When each takes effect</legend>
            {key.slots.map((slot) => (
              <PointSlider
                key={slot.number}
                slot={slot}
                name={name(slot.number)}
                points={points}
                words={placeWords(slot.number)}
                onPlace={(column) => place(slot, column)}
                onLeaveOut={(out) => leaveOut(slot, out)}
              />
            ))}
            <Checkbox
              className={styles.last}
              label="There is no such placement."
              checked={none}
              onChange={(on) => asked.choose({ kind: 'linearization-points', points, none: on })}
            />
          </fieldset>
          <p role="status" className="visually-hidden">
            {said}
          </p>
        </>
      )}
    </QuestionFrame>
  );
}
