/** The logs of one moment, for a page that shows no run of its own: the same table as under the network. */

import type { NodeView } from '#/scenarios';
import { LogTable } from './Logs';
import styles from './Logs.module.css';
import { logRows } from './rows';

export interface StillLogsProps {
  /** The nodes as they stand at that moment. Those that keep no log are left out, but for what is down. */
  nodes: readonly NodeView[];
  name: (node: string) => string;
}

export function StillLogs({ nodes, name }: StillLogsProps) {
  const rows = logRows(nodes, [...new Set(nodes.flatMap(({ role, log }) => (log ? [role] : [])))]);
  const names = rows.rows.map(({ node }) => name(node));
  // Long logs are there for their terms; what each entry says would push half of them out of sight.
  const long = rows.count > 8;
  const table = <LogTable still rows={rows} names={names} sign={JSON.stringify([rows, names])} />;
  return long ? <div className={styles.terse}>{table}</div> : table;
}
