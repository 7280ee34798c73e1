/**
 * The strip of models: which of them the operations of a run still satisfy, up to the cursor. Choosing one gives its
 * reason and marks on the tape who is to blame, or an order that explains them all. Fetched by figures that need it.
 */

import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Judged, ModelName } from '#/scenarios';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { timeText } from '../words';
import type { Judges, Verdicts } from './judges';
import type { StripNews } from './LaterVerdicts';
import { modelWords, shownModels, verdictWords } from './models';
import { type OperationNotes, overlayOf } from './Noted';
import { notesOf } from './notes';
import { Reason } from './Reason';
import styles from './Strip.module.css';
import { VerdictMark } from './VerdictMark';

const NOTHING = { verdicts: null, behind: false };
const nobody: Judges = { getState: () => NOTHING, subscribe: () => () => {} };
const NO_NOTES: OperationNotes = new Map();

/** The judges of a run, once they are there. Where they cannot be fetched nothing is judged. */
function useJudging(): ReturnType<Judges['getState']> {
  const run = useRun();
  const [judges, setJudges] = useState(nobody);
  useEffect(() => {
    let wanted = true;
    run.judges?.().then(
      (found) => wanted && setJudges(found),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [run]);
  return useSyncExternalStore(judges.subscribe, judges.getState, judges.getState);
}

/** The same object as long as no verdict turns: whoever hears of it hears of changes. */
function useStanding(verdicts: Verdicts | null): StripNews['standing'] {
  const last = useRef<StripNews['standing']>({});
  const now = Object.fromEntries(
    (verdicts?.models ?? [])
      .filter(({ model }) => shownModels.includes(model))
      .map(({ model, verdict }) => [modelWords[model].name, verdictWords[verdict]]),
  );
  if (JSON.stringify(now) !== JSON.stringify(last.current)) last.current = now;
  return last.current;
}

export interface StripProps {
  /** Hears what there is to draw on the tape, and to say. */
  onNews: (seen: StripNews) => void;
}

export function Strip({ onNews }: StripProps) {
  const { verdicts, behind } = useJudging();
  const [chosen, setChosen] = useState<ModelName | null>(null);
  const [process, setProcess] = useState<string | null>(null);
  const here = useRunState((s) => `${s.run} ${s.branch}`);
  const id = useId();

  const verdictOf = (model: ModelName) => verdicts?.models.find((v) => v.model === model);
  const current = chosen === null ? undefined : verdictOf(chosen);
  const notes = useMemo(
    // Entries of another branch are other entries.
    () =>
      verdicts && current && here === `${verdicts.run} ${verdicts.branch}`
        ? notesOf(verdicts, current, process)
        : NO_NOTES,
    [verdicts, current, here, process],
  );
  const applies = (model: ModelName) => verdictOf(model)?.verdict !== 'not-applicable';
  const left = shownModels.filter((model) => !applies(model));
  const standing = useStanding(verdicts);
  useEffect(() => onNews({ overlay: overlayOf(notes), standing }), [onNews, notes, standing]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <section role="group" className={styles.strip} aria-label="Consistency so far" data-part="verdicts">
      <p className={styles.head}>
        <span className={styles.title}>Consistency so far</span>
        <span className={styles.asOf} data-behind={behind}>
          {asOf(verdicts, behind)}
        </span>
      </p>
      <ul className={styles.models}>
        {shownModels.filter(applies).map((model) => {
          const verdict: Judged | 'none' = verdictOf(model)?.verdict ?? 'none';
          return (
            <li key={model}>
              <button
                type="button"
                className={cx(styles.model, styles[verdict])}
                aria-expanded={chosen === model}
                aria-controls={chosen === model ? `${id}reason` : undefined}
                data-model={model}
                data-verdict={verdict}
                onClick={() => setChosen(chosen === model ? null : model)}
              >
                <VerdictMark verdict={verdict} />
                <span className={styles.name}>
                  {modelWords[model].name}
                  <span className="visually-hidden">: </span>
                </span>
                <span className={styles.word}>{verdictWords[verdict]}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {left.length > 0 && (
        <p className={styles.left}>
          Not applicable here, since they speak of plain reads and writes:{' '}
          {left.map((model) => modelWords[model].name).join(', ')}.
        </p>
      )}
      {chosen && applies(chosen) && (
        <Reason
          id={`${id}reason`}
          model={chosen}
          verdicts={verdicts}
          verdict={current}
          notes={notes}
          process={process}
          onProcess={setProcess}
        />
      )}
    </section>
  );
}

/** What was looked at, and that it was a moment ago where that is so. */
function asOf(verdicts: Verdicts | null, behind: boolean): string {
  if (!verdicts) return behind ? 'Not judged yet: judging now' : 'Not judged yet: there is no operation';
  const { length } = verdicts.operations;
  const open = verdicts.operations.filter((op) => op.outcome === 'open').length;
  const what = `${length} ${length === 1 ? 'operation' : 'operations'}${open > 0 ? `, ${open} under way` : ''}`;
  return behind ? `${what}, as of ${timeText(verdicts.at)}; judging on` : what;
}
