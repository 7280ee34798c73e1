/**
 * The replicated logs under the network: a row for each node that keeps one, a column for each index. It is a table,
 * so that what is drawn is also what is read: the term above, the command below; a solid edge where its server knows
 * that the entry is committed, a dashed one where it does not, and a heavy mark after the last committed one.
 * It leaves out a log that is only on the disk of a node that is down; the inspector has that.
 */

import { memo, useEffect, useId, useRef, useState } from 'react';
import type { NodeId } from '#/scenarios';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { nodeName } from '../words';
import styles from './Logs.module.css';
import { type LogCell, type LogRows, logRows } from './rows';

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
}

const LogTable = memo(
  function LogTable({ rows: { from, count, rows }, names }: LogTableProps) {
    const id = useId();
    const frame = useRef<HTMLElement>(null);
    const indices = Array.from({ length: count }, (_, i) => from + i);
    const wide = useLatestInSight(frame, from + count);
    return (
      <section
        ref={frame}
        className={styles.frame}
        data-part="logs"
        {...(wide ? { tabIndex: 0, 'aria-labelledby': id } : {})}
      >
        <table className={styles.logs}>
          <caption id={id} className={styles.caption}>
            Logs{from > 1 && <span className={styles.earlier}>, from entry {from} on</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Server</span>
              </th>
              {indices.map((index) => (
                <th key={index} scope="col">
                  <span className="visually-hidden">Entry </span>
                  {index}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ node, cells }, i) => (
              <tr key={node} data-node={node}>
                <th scope="row">{names[i]}</th>
                {cells === null ? (
                  <td className={styles.nothing} colSpan={Math.max(1, count)}>
                    down
                  </td>
                ) : count === 0 ? (
                  <td className={styles.nothing}>empty</td>
                ) : (
                  indices.map((index, at) => {
                    const cell = cells[at];
                    return cell ? <Cell key={index} {...cell} /> : <td key={index} />;
                  })
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.key}>
          Each cell: its term, and what it says. <span className={cx(styles.sample, styles.committed)} />{' '}
          known there to be committed <span className={styles.sample} /> not
        </p>
      </section>
    );
  },
  (a, b) => a.sign === b.sign,
);

function Cell({ term, words, committed, isMark }: LogCell) {
  return (
    <td className={cx(styles.cell, committed && styles.committed, isMark && styles.mark)}>
      <span className={styles.inside} title={words}>
        <span className="visually-hidden">term </span>
        <span className={styles.term}>{term}</span> <span className={styles.words}>{words}</span>
        <span className="visually-hidden">{committed ? ', committed' : ', not committed'}</span>
      </span>
    </td>
  );
}

/** Whether it is wider than its place; the latest entries are what one sees of it then. */
function useLatestInSight(frame: { readonly current: HTMLElement | null }, last: number): boolean {
  const [wide, setWide] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at again when there is one more entry.
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    setWide(box.scrollWidth > box.clientWidth + 1);
    box.scrollLeft = box.scrollWidth;
  }, [frame, last]);
  return wide;
}
