/** Mark the stale reads: by their bars or by boxes. That none is stale is a real answer. */

import { useMemo } from 'react';
import { gradeStaleReads, type QuestionOf, staleReadsKey } from '#/scenarios';
import { type OperationMark, operationWords } from '#/stage';
import { Checkbox } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { HistoryOfQuestion, timeOf } from './HistoryOfQuestion';
import styles from './kinds.module.css';
import { freshWords, staleMark, staleWords } from './stale-words';

const nothingMarked = { reads: [] as readonly number[], none: false };

export function StaleReads({ question }: { question: QuestionOf<'stale-reads'> }) {
  const { lab } = useLesson();
  const key = useMemo(() => staleReadsKey(question, lab.module, lab.finish), [question, lab]);
  const asked = useQuestion(
    question,
    (answer) => answer.kind === 'stale-reads' && gradeStaleReads(key, answer).right,
  );
  const { reads, none } = asked.answer?.kind === 'stale-reads' ? asked.answer : nothingMarked;
  const { operations } = key.history;
  const time = timeOf(question.subject);

  function mark(read: number, on: boolean): void {
    const others = reads.filter((other) => other !== read);
    const now = on ? [...others, read].sort((a, b) => a - b) : others;
    asked.choose({ kind: 'stale-reads', reads: now, none: false });
  }

  const marks: Record<number, OperationMark> = {};
  if (asked.revealed) {
    for (const { read, newer } of key.reads) if (newer.length > 0) marks[read] = staleMark(newer.length);
  } else for (const read of reads) marks[read] = { words: 'marked', look: 'marked' };

  const name = (number: number) => {
    const op = operations[number - 1];
    return op ? `${number}, ${operationWords(op)} by ${op.process}` : String(number);
  };

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Mark the stale reads"
      ask={
        <p className={card.question} id={`ask-${question.id}`}>
          {question.question}
        </p>
      }
      lockLabel="Lock in and check"
      missing={
        reads.length === 0 && !none ? 'Mark the stale reads, or say that none of them is stale.' : null
      }
      world={'run' in question.subject ? question.subject.run : undefined}
      feedback={(heading) => {
        const grade = gradeStaleReads(key, { reads, none });
        return (
          <>
            <h3 ref={heading} tabIndex={-1} className={card.heading}>
              {grade.right ? 'These are the stale ones' : 'The times say otherwise'}
            </h3>
            <ul className={styles.verdicts}>
              {key.reads.map((read) => (
                <li key={read.read}>
                  <b>{name(read.read)}:</b>{' '}
                  {read.newer.length > 0 ? staleWords(read, key) : freshWords(read, key)}
                  {grade.missed.includes(read.read) && ' You left it out.'}
                  {grade.wrong.includes(read.read) && ' You marked it.'}{' '}
                  {question.notes.find((note) => note.read === read.read)?.because}
                </li>
              ))}
            </ul>
            <p>{question.reason}</p>
          </>
        );
      }}
    >
      <HistoryOfQuestion
        shown={key}
        subject={question.subject}
        marks={marks}
        onPress={
          asked.revealed
            ? undefined
            : (number) => key.reads.some((r) => r.read === number) && mark(number, !reads.includes(number))
        }
      />
      <fieldset className={styles.group} disabled={asked.revealed} aria-labelledby={`ask-${question.id}`}>
        {key.reads.map(({ read }) => {
          const op = operations[read - 1];
          return (
            <Checkbox
              key={read}
              label={name(read)}
              hint={op && op.end !== null ? `from ${time(op.start)} to ${time(op.end)}` : undefined}
              checked={reads.includes(read)}
              onChange={(on) => mark(read, on)}
            />
          );
        })}
        <Checkbox
          className={styles.last}
          label="None of them is stale."
          checked={none}
          onChange={(on) => asked.choose({ kind: 'stale-reads', reads: [], none: on })}
        />
      </fieldset>
    </QuestionFrame>
  );
}
