/** Fill in the clocks: a script drawn as lanes, a row of numbers for each event, and for a wrong row the slip it comes from. */

import { useMemo } from 'react';
import { fillClocksKey, gradeFillClocks, type QuestionOf } from '#/scenarios';
import { type Column, Table } from '#/ui';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { ClockLanes } from './ClockLanes';
import { clockNames, eventText, gradeWords } from './clock-words';
import styles from './kinds.module.css';

type Event = QuestionOf<'fill-clocks'>['events'][number];

/** What can be typed into a cell: a number of a few digits, or nothing yet. */
function typed(text: string): number | null {
  const digits = text.replace(/\D/g, '').slice(0, 6);
  return digits === '' ? null : Number(digits);
}

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

  function fill(id: string, slot: number, text: string): void {
    const row = slots.map((_, i) => (i === slot ? typed(text) : (cells[id]?.[i] ?? null)));
    asked.choose({ kind: 'fill-clocks', cells: { ...cells, [id]: row } });
  }

  const columns: Column<Event>[] = [
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
    ...slots.map(
      (slot, i): Column<Event> => ({
        id: slot,
        header: slot,
        align: 'end',
        cell: (event) =>
          asked.revealed || !key.asked.includes(event.id) ? (
            rowOf(event.id)[i]
          ) : (
            <input
              type="text"
              className={styles.cell}
              aria-label={`${slot} of ${event.id}`}
              inputMode="numeric"
              autoComplete="off"
              value={String(cells[event.id]?.[i] ?? '')}
              onChange={({ target }) => fill(event.id, i, target.value)}
            />
          ),
      }),
    ),
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
      <Table
        caption={`The stamps of a ${clockNames[question.clock]}`}
        captionHidden
        columns={columns}
        rows={question.events}
        rowKey={(event) => event.id}
      />
    </QuestionFrame>
  );
}
