/** Which charts are in sight: a press each. The last one stays. */

import { cx } from '#/ui';
import styles from './Charts.module.css';
import { type ChartName, chartNames, charts } from './measures';

export interface ChartPickerProps {
  chosen: readonly ChartName[];
  onChoose: (chosen: readonly ChartName[]) => void;
}

export function ChartPicker({ chosen, onChoose }: ChartPickerProps) {
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">Charts in sight</legend>
      {chartNames.map((name) => {
        const shown = chosen.includes(name);
        const last = shown && chosen.length === 1;
        return (
          <button
            key={name}
            type="button"
            className={cx(styles.pick, shown && styles.picked)}
            aria-pressed={shown}
            aria-disabled={last || undefined}
            data-pick={name}
            onClick={() => {
              if (last) return;
              const next = shown ? chosen.filter((n) => n !== name) : [...chosen, name];
              onChoose(chartNames.filter((n) => next.includes(n)));
            }}
          >
            {charts[name].title}
          </button>
        );
      })}
    </fieldset>
  );
}
