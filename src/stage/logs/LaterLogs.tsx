/** The place of the logs of a run. What draws them is fetched only where a node has said that it keeps one. */

import { useMemo } from 'react';
import { later } from '../figure/later';
import { useRun } from '../run';
import type { LogsProps } from './Logs';

const logs = later<LogsProps>(() => import('./Logs').then((m) => m.Logs));

export const fetchLogs = logs.fetch;

/** In pixels: the heads, a row, and what is under them. Nothing below moves when the logs come. */
const HEAD = 52;
const ROW = 34;
const FOOT = 42;

export function LaterLogs() {
  const run = useRun();
  // Looked up once: what a protocol describes, it describes from its first moment on.
  const roles = useMemo(
    () => [...new Set(run.view().nodes.flatMap((node) => (node.log ? [node.role] : [])))],
    [run],
  );
  if (roles.length === 0) return null;
  const rows = run.scenario.nodes.filter(({ role }) => roles.includes(role)).length;
  return <Drawn roles={roles} height={HEAD + rows * ROW + FOOT} />;
}

function Drawn({ roles, height }: { roles: readonly string[]; height: number }) {
  const Logs = logs.useIt();
  return Logs ? <Logs roles={roles} /> : <svg aria-hidden="true" width="1" height={height} />;
}
