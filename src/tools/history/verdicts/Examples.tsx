/** A history for each step of the lattice: one that keeps the weaker promise and breaks the stronger. */

import { anomalies, examples, type History, type ModelName } from '#/scenarios';
import { modelWords } from '#/stage';
import type { Desk } from '../document/desk';
import { drawnOf } from '../document/drawn';
import styles from './Examples.module.css';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const named = (model: ModelName): string => modelWords[model].name;

export interface ExamplesProps {
  desk: Desk;
  /** Told which model to show the grounds of. */
  onShow: (model: ModelName) => void;
}

export function Examples({ desk, onShow }: ExamplesProps) {
  const show = (history: History, model: ModelName) => {
    desk.open(drawnOf(history, 'register'));
    onShow(model);
  };
  return (
    <div className={styles.examples} data-part="examples">
      <ul
        className={styles.list}
        aria-label="For each two neighbours, one that is the weaker and not the stronger"
      >
        {examples.map(({ weaker, stronger, name, caption, history }) => (
          <li key={`${weaker} ${stronger}`}>
            <button type="button" className={styles.show} onClick={() => show(history, stronger)}>
              {capital(named(weaker))}, not {named(stronger)}
            </button>
            <p>
              <strong>{capital(name)}.</strong> {caption}
            </p>
          </li>
        ))}
      </ul>
      <h3>Or one that breaks a single promise to a session</h3>
      <ul className={styles.list}>
        {anomalies.map(({ broken, name, caption, history }) => (
          <li key={broken}>
            <button type="button" className={styles.show} onClick={() => show(history, broken)}>
              Not {named(broken)}
            </button>
            <p>
              <strong>{capital(name)}.</strong> {caption}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
