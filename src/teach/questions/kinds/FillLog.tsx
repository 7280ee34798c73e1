/** Fill in the log: the logs as they stand, blanks for what they will be, and for a wrong blank what became of it. */

import { useMemo } from 'react';
import { COMMITTED, type FillLogKey, fillLogKey, gradeFillLog, type QuestionOf } from '#/scenarios';
import { StillLogs, timeText } from '#/stage';
import { Button, type Column } from '#/ui';
import { useLesson } from '../../lesson/LessonContext';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import { BlankGrid } from './BlankGrid';
import styles from './kinds.module.css';
import { LogFeedback } from './LogFeedback';
import { said } from './log-words';

type Row = FillLogKey['rows'][number];

export function FillLog({ question }: { question: QuestionOf<'fill-log'> }) {
  const { scenario, module } = useLesson().labOn(question.stage);
  const key = useMemo(() => fillLogKey(question, scenario, module), [question, scenario, module]);
  const asked = useQuestion(
    question,
    (answer) =>
      answer.kind === 'fill-log' && gradeFillLog(question, key, answer.cells).every((row) => row.right),
  );
  // Another try goes on from the last one: what was right need not be typed again.
  const written = asked.answer ?? asked.attempts.at(-1)?.answer;
  const cells = written?.kind === 'fill-log' ? written.cells : {};
  const name = (id: string) => scenario.nodes.find((node) => node.id === id)?.label ?? id;
  const nothing = key.rows.filter(({ node }) => (cells[node] ?? []).every((cell) => cell === null));

  const put = (rows: typeof cells) => asked.choose({ kind: 'fill-log', cells: { ...cells, ...rows } });
  const fill = ({ node }: Row, slot: number, value: number | null) =>
    put({ [node]: key.slots.map((_, i) => (i === slot ? value : (cells[node]?.[i] ?? null))) });

  /** The logs above, to be changed where they will change. */
  function copy(): void {
    const rows = key.rows.map(({ node }) => {
      const log = key.shown.nodes.find(({ id }) => id === node)?.log;
      const known = log?.cells.filter(({ committed }) => committed).length ?? 0;
      return [node, key.slots.map((slot, i) => (slot === COMMITTED ? known : (log?.cells[i]?.term ?? null)))];
    });
    put(Object.fromEntries(rows));
  }

  const lead: Column<Row>[] = [
    { id: 'server', header: 'Server', rowHeader: true, cell: ({ node }) => name(node) },
  ];

  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Fill in the log"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and run"
      missing={
        nothing.length > 0 ? `Nothing is written for ${nothing.map((r) => name(r.node)).join(', ')}.` : null
      }
      actions={
        question.shown && (
          <Button className={styles.hands} onClick={copy}>
            Begin with the logs above
          </Button>
        )
      }
      world={question.variant}
      stage={question.stage}
      feedback={(heading) => (
        <LogFeedback
          heading={heading}
          question={question}
          grades={gradeFillLog(question, key, cells)}
          name={name}
        />
      )}
    >
      <div className={styles.history}>
        <p>The logs as they stand at {timeText(key.shown.atUs)}:</p>
        <StillLogs nodes={key.shown.nodes} name={name} />
      </div>
      <div className={styles.history}>
        <p>
          When {question.when}, at {timeText(key.atUs)}: write the term of each entry, from 1 to at most{' '}
          {question.entries}, and leave empty what is not there.
        </p>
        <BlankGrid
          caption={`The logs when ${question.when}`}
          lead={lead}
          slots={key.slots.map((slot) => ({
            id: slot,
            header: slot === COMMITTED ? 'committed up to' : slot,
          }))}
          rows={key.rows}
          rowKey={({ node }) => node}
          fixed={({ node, cells: is }, slot) =>
            asked.revealed ? <Told said={cells[node]?.[slot] ?? null} is={is[slot] ?? null} /> : undefined
          }
          value={({ node }, slot) => cells[node]?.[slot] ?? null}
          label={({ node }, slot) =>
            key.slots[slot] === COMMITTED
              ? `${name(node)}, committed up to entry`
              : `${name(node)}, entry ${key.slots[slot]}, term`
          }
          onFill={fill}
          digits={3}
          narrow
        />
      </div>
    </QuestionFrame>
  );
}

/** What the run has there, and what was written where that is another thing. */
function Told({ said: wrote, is }: { said: number | null; is: number | null }) {
  if (wrote === is) return is ?? '–';
  return (
    <>
      <del>
        <span className="visually-hidden">you wrote {said(wrote)}</span>
        <span aria-hidden="true">{wrote ?? '–'}</span>
      </del>{' '}
      <b>{is ?? '–'}</b>
    </>
  );
}
