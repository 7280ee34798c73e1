/** One operation's point, by keyboard: arrows move it, two buttons carry it past the point beside it. */

import { useId } from 'react';
import type { Points, Slot } from '#/scenarios';
import { Checkbox, ChevronRightIcon, IconButton } from '#/ui';
import styles from './PointSlider.module.css';

export interface PointSliderProps {
  slot: Slot;
  name: string;
  points: Points;
  /** What the place means, for those who hear it. */
  words: string;
  onPlace: (column: number) => void;
  onLeaveOut: (out: boolean) => void;
}

/** The nearest column on the other side of the nearest point that way, inside the interval; null where there is none. */
export function past({ number, first, last }: Slot, points: Points, way: -1 | 1): number | null {
  const own = points[number];
  if (own === undefined) return null;
  const taken = Object.entries(points).flatMap(([n, at]) => (Number(n) === number ? [] : [at]));
  const ahead = taken.filter((at) => (at - own) * way >= 0).sort((a, b) => (a - b) * way);
  let column = ahead[0] === undefined ? null : ahead[0] + way;
  while (column !== null && taken.includes(column)) column += way;
  return column === null || column < first || column > last ? null : column;
}

export function PointSlider({ slot, name, points, words, onPlace, onLeaveOut }: PointSliderProps) {
  const id = useId();
  const { number, first, last, mayBeLeftOut } = slot;
  const at = points[number];
  const [earlier, later] = [past(slot, points, -1), past(slot, points, 1)];
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.name}>
        {name}
      </label>
      <span className={styles.line}>
        <IconButton
          label={`Before the point ahead of it: ${name}`}
          icon={<ChevronRightIcon size={18} className={styles.back} />}
          unavailable={earlier === null}
          onClick={() => earlier !== null && onPlace(earlier)}
        />
        <input
          id={id}
          type="range"
          className={styles.range}
          min={first}
          max={last}
          step={1}
          value={at ?? first}
          disabled={at === undefined}
          aria-valuetext={at === undefined ? 'never took effect' : words}
          onChange={(event) => onPlace(Number(event.target.value))}
        />
        <IconButton
          label={`After the point behind it: ${name}`}
          icon={<ChevronRightIcon size={18} />}
          unavailable={later === null}
          onClick={() => later !== null && onPlace(later)}
        />
      </span>
      {mayBeLeftOut && (
        <Checkbox label="It never took effect." checked={at === undefined} onChange={onLeaveOut} />
      )}
    </div>
  );
}
