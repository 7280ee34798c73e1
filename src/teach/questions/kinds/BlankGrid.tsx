/**
 * A table with blanks to write numbers into, row by row. Arrow keys go from blank to blank, in every direction; left
 * and right only from either end of what is written, so that it can still be corrected. On paper the blanks are boxes.
 */

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { type Column, cx, Table } from '#/ui';
import styles from './kinds.module.css';

export interface BlankGridProps<T> {
  caption: string;
  /** What stands before the blanks; the first names the row. */
  lead: readonly Column<T>[];
  /** What is written, one blank for each slot of a row. */
  slots: readonly { readonly id: string; readonly header: ReactNode }[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** What stands in a place that is not, or no longer, to be filled in; undefined where there is a blank. */
  fixed: (row: T, slot: number) => ReactNode | undefined;
  value: (row: T, slot: number) => number | null;
  /** "S3, entry 2, term". */
  label: (row: T, slot: number) => string;
  onFill: (row: T, slot: number, value: number | null) => void;
  /** Of the longest number. */
  digits?: number | undefined;
  /** Blanks no wider than a finger needs. */
  narrow?: boolean | undefined;
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Whether the key would move within what is written. */
function staysInside(key: string, { selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  if (selectionStart !== selectionEnd) return false;
  if (key === 'ArrowLeft') return selectionStart !== 0;
  return key === 'ArrowRight' && selectionEnd !== value.length;
}

export function BlankGrid<T>(props: BlankGridProps<T>) {
  const { caption, lead, slots, rows, rowKey, fixed, value, label, onFill, digits = 6, narrow } = props;
  const grid = useRef<HTMLDivElement>(null);

  /** A number of a few digits, or nothing yet. */
  function typed(text: string): number | null {
    const kept = text.replace(/\D/g, '').slice(0, digits);
    return kept === '' ? null : Number(kept);
  }

  function move(event: KeyboardEvent<HTMLInputElement>, row: number, slot: number): void {
    const step = steps[event.key];
    if (
      !step ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      staysInside(event.key, event.currentTarget)
    )
      return;
    event.preventDefault();
    let [r, s] = [row + step[0], slot + step[1]];
    for (; r >= 0 && r < rows.length && s >= 0 && s < slots.length; r += step[0], s += step[1]) {
      const next = grid.current?.querySelector<HTMLInputElement>(`[data-blank="${r} ${s}"]`);
      if (!next) continue;
      next.focus();
      next.select();
      return;
    }
  }

  const columns = slots.map(
    ({ id, header }, slot): Column<T> => ({
      id,
      header,
      align: 'end',
      cell: (row, at) => {
        const there = fixed(row, slot);
        if (there !== undefined) return there;
        return (
          <input
            type="text"
            className={cx(styles.cell, narrow && styles.narrow)}
            aria-label={label(row, slot)}
            inputMode="numeric"
            autoComplete="off"
            data-blank={`${at} ${slot}`}
            value={String(value(row, slot) ?? '')}
            onChange={({ target }) => onFill(row, slot, typed(target.value))}
            onKeyDown={(event) => move(event, at, slot)}
          />
        );
      },
    }),
  );
  return (
    <div ref={grid} className={cx(styles.grid, narrow && styles.close)}>
      <Table caption={caption} captionHidden columns={[...lead, ...columns]} rows={rows} rowKey={rowKey} />
    </div>
  );
}
