/** Fill in the clocks: a script drawn as lanes, a row of numbers for each event, and for a wrong row the slip it comes from. */

import { useMemo } from 'react';
import { fillClocksKey, gradeFillClocks, type QuestionOf } from '#/scenarios';
import type { Column } from '#/ui';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { BlankGrid } from './BlankGrid';
import { ClockLanes } from './ClockLanes';
import { clockNames, eventText, gradeWords } from './clock-words';
import styles from './kinds.module.css';

type Event = QuestionOf<'fill-clocks'>['events'][number];

export function FillClocks({ question }: { question: QuestionOf<'fill-clocks'> }) {
  const key = useMemo(() => fillClocksKey(question), [question]);
  const asked = useQuestion(
    question,
    (answer) =>
      answer.kind === 'fill-clocks' && gradeFillClocks(question, key, answer.cells).every((row) => row.right),
  );
  // Another try goes on from the last one: what was right need not be typed again.
  const written = asked.answer ?? asked.attempts.at(-1)?.answer;
  const cells = written?.kind === 'fill-clocks' ? written.cells : {};
  const { slots } = key;
  const rowOf = (id: string) => key.events.find((event) => event.id === id)?.row ?? [];
  const empty = key.asked.filter((id) => slots.some((_, i) => (cells[id]?.[i] ?? null) === null));

  function fill({ id }: Event, slot: number, value: number | null): void {
    const row = slots.map((_, i) => (i === slot ? value : (cells[id]?.[i] ?? null)));
    asked.choose({ kind: 'fill-clocks', cells: { ...cells, [id]: row } });
  }

  const lead: Column<Event>[] = [
    {
      id: 'event',
      header: 'Event',
      rowHeader: true,
      cell: (event) => (
        <>
          {event.id} <span className={styles.what}>{eventText(event)}</span>
        </>
      ),
    },
    ...(question.events.some((event) => event.wallMs !== undefined)
      ? [
          {
            id: 'wall',
            header: 'Clock',
            align: 'end' as const,
            cell: (event: Event) => event.wallMs,
          },
        ]
      : []),
  ];

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Fill in the clocks"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and check"
      missing={empty.length > 0 ? `Still empty: ${empty.join(', ')}.` : null}
      feedback={(heading) => {
        const grades = gradeFillClocks(question, key, cells);
        return (
          <>
            <h3 ref={heading} tabIndex={-1} className={card.heading}>
              {grades.every((row) => row.right) ? 'So the clocks go' : 'The clocks go otherwise'}
            </h3>
            <ul className={styles.verdicts}>
              {grades.map((grade) => (
                <li key={grade.id}>
                  <b>{grade.id}:</b> {gradeWords(grade)}
                </li>
              ))}
            </ul>
            <p>{question.reason}</p>
          </>
        );
      }}
    >
      <ClockLanes nodes={question.nodes} events={question.events} />
      <BlankGrid
        caption={`The stamps of a ${clockNames[question.clock]}`}
        lead={lead}
        slots={slots.map((slot) => ({ id: slot, header: slot }))}
        rows={question.events}
        rowKey={(event) => event.id}
        fixed={(event, i) =>
          asked.revealed || !key.asked.includes(event.id) ? rowOf(event.id)[i] : undefined
        }
        value={(event, i) => cells[event.id]?.[i] ?? null}
        label={(event, i) => `${slots[i]} of ${event.id}`}
        onFill={fill}
      />
    </QuestionFrame>
  );
}
