/** Why a model holds or does not: its promise, the judge's sentence, and the operations it is about. */

import type { ModelName, OperationRecord } from '#/scenarios';
import { useRun, useRunState } from '../run';
import { useTimeAxis } from '../tape';
import { operationText } from '../tape/operations';
import { capital, nodeName, timeText } from '../words';
import type { ModelVerdict, Verdicts } from './judges';
import { modelWords, verdictWords } from './models';
import type { OperationNotes } from './Noted';
import { blameWords, orderOf } from './notes';
import styles from './Reason.module.css';

/** A longer order is told up to here; the tape has the rest. */
const MOST = 30;

interface ReasonProps {
  id: string;
  model: ModelName;
  verdicts: Verdicts | null;
  verdict: ModelVerdict | undefined;
  /** What of it is marked on the tape. */
  notes: OperationNotes;
  /** Whose order is shown, where each client has its own. */
  process: string | null;
  onProcess: (process: string) => void;
}

export function Reason({ id, model, verdicts, verdict, notes, process, onProcess }: ReasonProps) {
  const { name, promise } = modelWords[model];
  return (
    <div id={id} className={styles.reason} data-part="reason">
      <p>
        <strong>{capital(name)}.</strong> {promise}
      </p>
      <p data-verdict={verdict?.verdict ?? 'none'}>
        <strong>{capital(verdictWords[verdict?.verdict ?? 'none'])}.</strong> {verdict?.reason}
      </p>
      {model === 'causal' && verdict && verdicts && <Definitions verdicts={verdicts} verdict={verdict} />}
      {verdicts && verdict?.verdict === 'violated' && verdict.operations.length > 0 && (
        <>
          <p className={styles.title}>To blame</p>
          <ul className={styles.operations}>
            {verdict.operations.map((index) => (
              <li key={index}>
                <OperationButton
                  operation={verdicts.operations[index]}
                  after={blameWords(verdicts.history, index)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {verdicts && verdict?.verdict === 'ok' && orderOf(verdict, process).length > 0 && (
        <Order verdicts={verdicts} verdict={verdict} process={process} onProcess={onProcess} />
      )}
      {verdicts && <OutOfSight verdicts={verdicts} notes={notes} />}
    </div>
  );
}

/** The tape follows the cursor and may have left behind what is marked on it. */
function OutOfSight({ verdicts, notes }: { verdicts: Verdicts; notes: OperationNotes }) {
  const { frame, zoom } = useTimeAxis();
  const left = verdicts.operations.filter(
    (op) => notes.has(op.invokedEntry) && op.completedAt !== null && op.completedAt < frame.from,
  ).length;
  if (left === 0 || zoom.isWhole) return null;
  return (
    <p>
      {left} of them {left === 1 ? 'lies' : 'lie'} before what the tape shows.{' '}
      <button type="button" className={styles.operation} onClick={zoom.whole}>
        Show the whole run
      </button>
    </p>
  );
}

/** What "causal" means is not agreed: where the definitions part on this history, that is said. */
function Definitions({ verdicts, verdict }: { verdicts: Verdicts; verdict: ModelVerdict }) {
  const others = verdicts.models.filter((v) => v.model === 'causal-convergence' || v.model === 'weak-causal');
  const apart = others.filter((other) => other.verdict !== verdict.verdict);
  const said =
    apart.length === 0
      ? 'The other definitions, causal convergence and weak causal consistency, say the same here.'
      : `${capital(apart.map((v) => `${modelWords[v.model].name}: ${verdictWords[v.verdict]}`).join('; '))}. The definitions of causal consistency part on this history; judged here is causal memory.`;
  return <p>{said}</p>;
}

function Order({
  verdicts,
  verdict,
  process,
  onProcess,
}: Pick<ReasonProps, 'process' | 'onProcess'> & { verdicts: Verdicts; verdict: ModelVerdict }) {
  const { scenario } = useRun();
  const order = orderOf(verdict, process);
  const owners = (verdict.witness ?? []).flatMap((w) => (w.process === null ? [] : [w.process]));
  const shown = owners.find((one) => one === process) ?? owners[0];
  return (
    <>
      <p className={styles.title}>An order that explains it</p>
      {owners.length > 1 && (
        <fieldset className={styles.owners}>
          <legend className="visually-hidden">In whose eyes</legend>
          {owners.map((owner) => (
            <button key={owner} type="button" aria-pressed={owner === shown} onClick={() => onProcess(owner)}>
              for {processName(owner, (node) => nodeName(scenario, node))}
            </button>
          ))}
        </fieldset>
      )}
      <ol className={styles.operations}>
        {order.slice(0, MOST).map((index) => (
          <li key={index}>
            <OperationButton operation={verdicts.operations[index]} />
          </li>
        ))}
      </ol>
      {order.length > MOST && <p>And {order.length - MOST} more.</p>}
    </>
  );
}

/** A client goes on as another process after a call whose end nobody knows: "ana#1" is its second. */
function processName(process: string, named: (node: string) => string): string {
  const [node = '', life] = process.split('#');
  return life === undefined ? named(node) : `${named(node)}, process ${Number(life) + 1}`;
}

/** Selects an operation, so that every view lights what led to it. */
function OperationButton({ operation, after }: { operation: OperationRecord | undefined; after?: string }) {
  const run = useRun();
  const entry = operation?.invokedEntry;
  const pressed = useRunState((s) => s.selection?.on === 'entry' && s.selection.id === entry);
  if (!operation || entry === undefined) return null;
  const { scenario } = run;
  return (
    <button
      type="button"
      className={styles.operation}
      aria-pressed={pressed}
      onClick={() => run.select(pressed ? null : { on: 'entry', id: entry })}
    >
      {operationText(operation, operation.seen)}
      <span className={styles.by}>
        {' '}
        by {nodeName(scenario, operation.node)} at {timeText(operation.invokedAt)}
      </span>
      {after && `: ${after}`}
    </button>
  );
}
