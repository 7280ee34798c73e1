/**
 * A table of data with its caption. Scrolls sideways inside its own frame when it is too wide, and only then is
 * the frame a stop for the keyboard.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../cx';
import styles from './Table.module.css';

export interface Column<T> {
  id: string;
  header: ReactNode;
  cell: (row: T, index: number) => ReactNode;
  /** `end` for numbers. */
  align?: 'start' | 'end' | undefined;
  /** The column that names the row. */
  rowHeader?: boolean | undefined;
}

export interface TableProps<T> {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T, index: number) => string | number;
  /** Marks a row as the current one, also for screen readers. */
  isCurrent?: ((row: T, index: number) => boolean) | undefined;
  /** Said instead of rows when there are none. */
  empty?: ReactNode;
  className?: string | undefined;
}

export function Table<T>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  isCurrent,
  empty,
  className,
}: TableProps<T>) {
  const frame = useRef<HTMLElement>(null);
  const name = useId();
  const wide = useOverflow(frame);
  return (
    <section
      ref={frame}
      className={cx(styles.frame, className)}
      // What scrolls must be reachable without a mouse.
      {...(wide ? { tabIndex: 0, 'aria-labelledby': name } : {})}
    >
      <table className={styles.table}>
        <caption id={name} className={captionHidden ? 'visually-hidden' : styles.caption}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cx(column.align === 'end' && styles.end)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {empty}
              </td>
            </tr>
          )}
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} aria-current={isCurrent?.(row, index) || undefined}>
              {columns.map((column) => {
                const Cell = column.rowHeader ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    scope={column.rowHeader ? 'row' : undefined}
                    className={cx(column.align === 'end' && styles.end)}
                  >
                    {column.cell(row, index)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether the element holds more than it shows, sideways. False on the server and in the first render. */
function useOverflow(frame: { current: HTMLElement | null }): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return wide;
}
