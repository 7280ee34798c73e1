/**
 * The models from strong to weak, each lit by its verdict in shape and word as well as in hue. A line says that the
 * upper one is impossible without the lower. The lines are a picture; the models are a list of real buttons.
 */

import type { ModelName } from '#/scenarios';
import { modelWords, VerdictMark, verdictWords } from '#/stage';
import { cx } from '#/ui';
import type { Verdicts } from '../judging/job';
import styles from './Lattice.module.css';
import { COLUMNS, inOrder, pairs, places, ROWS } from './lattice';

export interface LatticeProps {
  verdicts: Verdicts;
  /** The models whose verdict is of the drawing as it is now; the others are of the one before. */
  fresh: readonly ModelName[] | 'all';
  chosen: ModelName | null;
  onChoose: (model: ModelName) => void;
}

/** The middle of a model in a picture of 100 by 100 units a cell. */
const point = (model: ModelName): readonly [number, number] => [
  places[model].x * 100,
  places[model].y * 100 + 50,
];

export function Lattice({ verdicts, fresh, chosen, onChoose }: LatticeProps) {
  const verdictOf = (model: ModelName) => verdicts[model]?.judgement.verdict ?? 'none';
  return (
    <div className={styles.lattice} data-part="lattice">
      <svg
        className={styles.lines}
        viewBox={`0 0 ${COLUMNS * 100} ${ROWS * 100}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {pairs.map(([stronger, weaker]) => {
          const [[x1, y1], [x2, y2]] = [point(stronger), point(weaker)];
          const parts = verdictOf(stronger) === 'violated' && verdictOf(weaker) === 'ok';
          return (
            <path
              key={`${stronger} ${weaker}`}
              className={cx(styles.line, parts && styles.parting)}
              d={`M${x1} ${y1}L${x2} ${y2}`}
            />
          );
        })}
      </svg>
      <ul className={styles.models} aria-label="Models, strongest first">
        {inOrder.map((model) => {
          const verdict = verdictOf(model);
          const stale = fresh !== 'all' && !fresh.includes(model);
          return (
            <li key={model} className={styles[model]}>
              <button
                type="button"
                className={cx(styles.model, styles[`is-${verdict}`], stale && styles.stale)}
                aria-pressed={chosen === model}
                data-model={model}
                data-verdict={verdict}
                onClick={() => onChoose(model)}
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
    </div>
  );
}
