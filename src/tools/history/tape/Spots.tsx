/** A real button over each bar that is in sight. Its place is set by script, since the policy forbids it in the markup. */

import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { ObjectName } from '#/scenarios';
import { cx } from '#/ui';
import type { DrawnOperation } from '../document/drawn';
import { told } from '../document/words';
import type { Marks } from '../verdicts/marks';
import { BAR, type Bar } from './geometry';
import styles from './Tape.module.css';

const useBrowserLayout: typeof useLayoutEffect = typeof document === 'undefined' ? () => {} : useLayoutEffect;

/** An open bar is taken hold of where it begins. */
const OPEN_WIDTH = 64;
const MORE = 6;

export interface SpotsProps {
  bars: readonly Bar[];
  object: ObjectName;
  /** The one that Tab reaches. */
  stop: number | null;
  taken: number | null;
  marks: Marks;
  onPointerDown(event: PointerEvent<HTMLElement>, op: DrawnOperation, barY: number): void;
  onKeyDown(event: KeyboardEvent, op: DrawnOperation): void;
  onFocus(id: number): void;
  onBlur(): void;
}

export function Spots({ bars, object, stop, taken, marks, ...hands }: SpotsProps) {
  return bars.map((bar) => (
    <Spot
      key={bar.op.id}
      bar={bar}
      name={nameOf(bar.op, object, marks)}
      isStop={bar.op.id === stop}
      isTaken={bar.op.id === taken}
      {...hands}
    />
  ));
}

function nameOf(op: DrawnOperation, object: ObjectName, marks: Marks): string {
  const place = marks.places.get(op.id)?.place;
  const blamed = marks.blamed.has(op.id) ? ', blamed' : '';
  return `${told(op, object)}${blamed}${place === undefined ? '' : `, number ${place} in the order`}`;
}

interface SpotProps extends Pick<SpotsProps, 'onPointerDown' | 'onKeyDown' | 'onFocus' | 'onBlur'> {
  bar: Bar;
  name: string;
  isStop: boolean;
  isTaken: boolean;
}

function Spot({ bar, name, isStop, isTaken, onPointerDown, onKeyDown, onFocus, onBlur }: SpotProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const { op, x1, x2, y, open } = bar;
  const width = open ? Math.min(OPEN_WIDTH, x2 - x1) : x2 - x1;
  useBrowserLayout(() => {
    const { style, dataset } = ref.current as HTMLButtonElement;
    style.setProperty('left', `${x1}px`);
    style.setProperty('top', `${y - MORE}px`);
    style.setProperty('width', `${width}px`);
    style.setProperty('height', `${BAR + 2 * MORE}px`);
    dataset.placed = '';
  }, [x1, y, width]);
  return (
    <button
      ref={ref}
      type="button"
      className={styles.spot}
      data-operation={op.id}
      aria-label={name}
      aria-pressed={isTaken}
      tabIndex={isStop ? 0 : -1}
      onPointerDown={(event) => onPointerDown(event, op, y)}
      onKeyDown={(event) => onKeyDown(event, op)}
      onFocus={() => onFocus(op.id)}
      onBlur={onBlur}
    >
      <span className={cx(styles.grip, styles.start)} data-grip="start" />
      {!open && <span className={cx(styles.grip, styles.end)} data-grip="end" />}
    </button>
  );
}
