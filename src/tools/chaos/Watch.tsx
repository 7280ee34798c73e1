/**
 * Watching it look: a cell for so many schedules, full when all of them survived, crossed out where one broke; and a bar
 * for each run that still breaks the promise while what is not needed is taken away. Beside it stands the same in words.
 */

import { cx } from '#/ui';
import styles from './Watch.module.css';

const CELLS = 100;
const ROW = 25;
const SIDE = 12;
const APART = 3;
const PITCH = SIDE + APART;

interface StormsProps {
  asked: number;
  survived: number;
  /** Which one broke it. */
  broken: number | null;
  looking: boolean;
}

type Standing = 'broken' | 'looking' | 'survived' | 'open';

function standing(cell: number, { asked, broken, looking, survived }: StormsProps): Standing {
  const each = asked / CELLS;
  if (broken !== null && cell === Math.floor(broken / each)) return 'broken';
  if ((cell + 1) * each <= survived) return 'survived';
  return looking && cell * each <= survived ? 'looking' : 'open';
}

export function Storms(props: StormsProps) {
  const cells = Array.from({ length: CELLS }, (_, i) => i);
  const height = (CELLS / ROW) * PITCH - APART;
  return (
    <svg
      className={styles.storms}
      viewBox={`0 0 ${ROW * PITCH - APART} ${height}`}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {cells.map((cell) => {
        const [x, y] = [(cell % ROW) * PITCH, Math.floor(cell / ROW) * PITCH];
        const is = standing(cell, props);
        return (
          <g key={cell} className={styles[is]} transform={`translate(${x} ${y})`} data-storms={is}>
            <rect x={0.75} y={0.75} width={SIDE - 1.5} height={SIDE - 1.5} rx={2} />
            {is === 'broken' && (
              <path d={`M3 3l${SIDE - 6} ${SIDE - 6}m0 -${SIDE - 6}l-${SIDE - 6} ${SIDE - 6}`} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

const TALL = 40;
const WIDE = 14;

/** From what was found to the smallest of it. */
export function Shrinking({ sizes }: { sizes: readonly number[] }) {
  const most = Math.max(1, ...sizes);
  return (
    <div className={styles.shrinking}>
      <svg
        className={styles.bars}
        width={sizes.length * (WIDE + APART)}
        height={TALL}
        aria-hidden="true"
        focusable="false"
      >
        {sizes.map((size, i) => {
          const height = Math.max(2, (size / most) * TALL);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the row.
              key={i}
              className={cx(styles.bar, i === sizes.length - 1 && styles.last)}
              x={i * (WIDE + APART)}
              y={TALL - height}
              width={WIDE}
              height={height}
            />
          );
        })}
      </svg>
      <p className={styles.sizes}>
        Things done to the run: <span>{sizes.join(', ')}</span>
      </p>
    </div>
  );
}
