/** The logs of a moment side by side, column by column by index: which part of them is shown, and what is in it. */

import type { NodeView } from '#/scenarios';

/** As many entries as are shown of the longest log; of longer ones the latest. */
export const MOST_ENTRIES = 14;

export interface LogCell {
  readonly term: number;
  readonly words: string;
  readonly committed: boolean;
  /** The last one that its server knows to be committed. */
  readonly isMark: boolean;
}

export interface LogRow {
  readonly node: string;
  /** By index, from the first that is shown; null where it has nothing. Absent while it is down. */
  readonly cells: readonly (LogCell | null)[] | null;
}

export interface LogRows {
  /** The index of the first column. */
  readonly from: number;
  /** How many columns there are. */
  readonly count: number;
  readonly rows: readonly LogRow[];
}

type Kept = NonNullable<NodeView['log']>;

/** The index of the last entry. */
const lastOf = ({ from, cells }: Kept): number => from + cells.length - 1;

function cellAt({ from, cells }: Kept, index: number): LogCell | null {
  const cell = cells[index - from];
  if (!cell) return null;
  return { ...cell, isMark: cell.committed && cells[index - from + 1]?.committed !== true };
}

export function logRows(nodes: readonly NodeView[], roles: readonly string[]): LogRows {
  const keepers = nodes.filter(({ role }) => roles.includes(role));
  const logs = keepers.flatMap(({ log }) => (log ? [log] : []));
  const last = Math.max(0, ...logs.map(lastOf));
  const first = logs.length === 0 ? 1 : Math.min(...logs.map(({ from }) => from));
  const from = Math.max(first, last - MOST_ENTRIES + 1);
  const count = Math.max(0, last - from + 1);
  return {
    from,
    count,
    rows: keepers.map(({ id, log }) => ({
      node: id,
      cells: log ? Array.from({ length: count }, (_, i) => cellAt(log, from + i)) : null,
    })),
  };
}

/** A log in a few words, for the inspector. */
export function logText({ from, cells }: Kept): string {
  if (cells.length === 0) return from === 1 ? 'empty' : `nothing after entry ${from - 1}`;
  const known = cells.filter(({ committed }) => committed).length;
  const entries = cells.map(({ term, words }, i) => `${from + i}: ${words} (term ${term})`).join(', ');
  const kept = known === cells.length ? 'all committed' : `committed up to entry ${from + known - 1}`;
  return `${entries}; ${known === 0 ? 'none known to be committed' : kept}`;
}
