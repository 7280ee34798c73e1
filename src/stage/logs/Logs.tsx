/**
 * The replicated logs under the network: a row for each node that keeps one, a column for each index. It is a table,
 * so that what is drawn is also what is read: the term above, the command below; a solid edge where its server knows
 * that the entry is committed, a dashed one where it does not, and a heavy mark after the last committed one. Of a
 * server that is down there is what its disk has, drawn quietly: it says nothing of what is committed.
 */

import { memo, useEffect, useId, useRef, useState } from 'react';
import type { NodeId } from '#/scenarios';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { nodeName } from '../words';
import styles from './Logs.module.css';
import { type LogCell, type LogRow, type LogRows, logRows } from './rows';

export interface LogsProps {
  /** The roles whose nodes keep one. */
  roles: readonly string[];
}

export function Logs({ roles }: LogsProps) {
  const run = useRun();
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const rows = logRows(run.view().nodes, roles);
  const name = (node: string) => nodeName(run.scenario, node as NodeId);
  const names = rows.rows.map(({ node }) => name(node));
  return <LogTable rows={rows} names={names} sign={JSON.stringify([rows, names])} />;
}

interface LogTableProps {
  rows: LogRows;
  names: readonly string[];
  /** What it shows, as a text: drawn anew when that has changed, and not with every heartbeat. */
  sign: string;
  /** Whether it is read from the first entry on, and not followed as it grows. */
  still?: boolean;
}

export const LogTable = memo(
  function LogTable({ rows: { beside, from, count, rows }, names, still = false }: LogTableProps) {
    const id = useId();
    const frame = useRef<HTMLElement>(null);
    const indices = Array.from({ length: count }, (_, i) => from + i);
    const wide = useLatestInSight(frame, still ? null : from + count);
    return (
      <div className={styles.logs} data-part="logs">
        <section
          ref={frame}
          className={styles.frame}
          {...(wide ? { tabIndex: 0, 'aria-labelledby': id } : {})}
        >
          <table className={styles.table}>
            <caption id={id} className={styles.caption}>
              <span className={styles.title}>
                Logs{from > 1 && <span className={styles.earlier}>, from entry {from} on</span>}
              </span>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Server</span>
                </th>
                {beside.map((name) => (
                  <th key={name} scope="col" className={styles.beside}>
                    {name}
                  </th>
                ))}
                {indices.map((index) => (
                  <th key={index} scope="col">
                    <span className="visually-hidden">Entry </span>
                    {index}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <Row key={row.node} row={row} name={names[i] ?? row.node} indices={indices} />
              ))}
            </tbody>
          </table>
        </section>
        <p className={styles.key}>
          Each cell: its term<span className={styles.says}>, and what it says</span>.{' '}
          <span className={styles.meaning}>
            <span className={cx(styles.sample, styles.committed)} /> known there to be committed
          </span>{' '}
          <span className={styles.meaning}>
            <span className={styles.sample} /> not
          </span>{' '}
          <span className={styles.meaning}>
            <span className={cx(styles.sample, styles.stored)} /> on the disk of a server that is down
          </span>
        </p>
      </div>
    );
  },
  (a, b) => a.sign === b.sign,
);

function Row({ row, name, indices }: { row: LogRow; name: string; indices: readonly number[] }) {
  const { beside, cells, down, empty, node } = row;
  return (
    <tr data-node={node} data-down={down || undefined}>
      <th scope="row">
        {name}
        {down && <span className={styles.down}> down</span>}
      </th>
      {beside.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is its column.
        <td key={i} className={styles.beside}>
          {value}
        </td>
      ))}
      {cells === null || empty ? (
        <td className={styles.nothing} colSpan={Math.max(1, indices.length)}>
          {empty && 'empty'}
        </td>
      ) : (
        indices.map((index, at) => {
          const cell = cells[at];
          return cell ? <Cell key={index} cell={cell} stored={down} /> : <td key={index} />;
        })
      )}
    </tr>
  );
}

function Cell({ cell, stored }: { cell: LogCell; stored: boolean }) {
  const { committed, isMark, term, words } = cell;
  const standing = stored ? ', on disk' : committed ? ', committed' : ', not committed';
  return (
    <td
      className={cx(
        styles.cell,
        stored && styles.stored,
        committed && styles.committed,
        isMark && styles.mark,
      )}
    >
      <span className={styles.inside} title={words}>
        <span className="visually-hidden">term </span>
        <span className={styles.term}>{term}</span> <span className={styles.words}>{words}</span>
        <span className="visually-hidden">{standing}</span>
      </span>
    </td>
  );
}

/** Whether it is wider than its place; then one sees the latest entries of it, unless there is no `last`. */
function useLatestInSight(frame: { readonly current: HTMLElement | null }, last: number | null): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    setWide(box.scrollWidth > box.clientWidth + 1);
    if (last !== null) box.scrollLeft = box.scrollWidth;
  }, [frame, last]);
  return wide;
}
