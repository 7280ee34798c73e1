/**
 * A history as it is drawn: each operation has an id that outlives every edit, and a process has its lane even
 * before anything happens on it. Times are in whatever unit the history came with; only their order counts.
 */

import type { History, HistoryOperation, ObjectName } from '#/scenarios';

export interface DrawnOperation extends HistoryOperation {
  readonly id: number;
}

export interface Drawn {
  readonly name: string;
  readonly object: ObjectName;
  readonly initial: History['initial'];
  /** Lanes, top to bottom. */
  readonly processes: readonly string[];
  readonly operations: readonly DrawnOperation[];
  /** Kept as it came; the drawing does not show it. */
  readonly replicas?: History['replicas'];
}

/** In the order in which they first do something; where all are numbers, by number. */
function lanesOf({ operations }: History): readonly string[] {
  const processes = [...new Set(operations.map((op) => op.process))];
  return processes.every((name) => /^\d+$/.test(name))
    ? processes.sort((a, b) => Number(a) - Number(b))
    : processes;
}

export function drawnOf(history: History, object: ObjectName): Drawn {
  return {
    name: history.name,
    object,
    initial: history.initial,
    processes: lanesOf(history),
    operations: history.operations.map((op, index) => ({ ...op, id: index + 1 })),
    ...(history.replicas ? { replicas: history.replicas } : {}),
  };
}

/** What the judges get. Its operations stand in the order of the drawing's, so that an index names the same in both. */
export function historyOfDrawn({ name, initial, operations, replicas }: Drawn): History {
  return {
    name,
    initial,
    operations: operations.map(({ id: _, ...op }) => op),
    ...(replicas ? { replicas } : {}),
  };
}

export const operationOf = (drawn: Drawn, id: number | null): DrawnOperation | undefined =>
  drawn.operations.find((op) => op.id === id);

/** Operations of one process by the time they began. */
export const laneOf = (drawn: Drawn, process: string): DrawnOperation[] =>
  drawn.operations.filter((op) => op.process === process).sort((a, b) => a.start - b.start);

/** From the first moment anything happens to the last. */
export function spanOf(operations: readonly HistoryOperation[]): {
  readonly from: number;
  readonly to: number;
} {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of operations) {
    from = Math.min(from, start);
    to = Math.max(to, end ?? start);
  }
  return from <= to ? { from, to } : { from: 0, to: 0 };
}
