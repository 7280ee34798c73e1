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
  /** Down: what is shown is on its disk, and nobody there knows how much of it is committed. */
  readonly down: boolean;
  /** It has never had an entry, or has lost them all. */
  readonly empty: boolean;
  /** What is kept beside the log, in the order of the names. */
  readonly beside: readonly string[];
  /** By index, from the first that is shown; null where it has nothing. Null for the whole row: nobody can say. */
  readonly cells: readonly (LogCell | null)[] | null;
}

export interface LogRows {
  /** The index of the first column. */
  readonly from: number;
  /** How many columns there are. */
  readonly count: number;
  /** What is kept beside the logs, by name. */
  readonly beside: readonly string[];
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
  const beside = [...new Set(logs.flatMap((log) => (log.beside ?? []).map(({ name }) => name)))];
  return {
    from,
    count,
    beside,
    rows: keepers.map(({ id, log, status }) => ({
      node: id,
      down: status === 'crashed',
      empty: log?.from === 1 && log.cells.length === 0,
      beside: beside.map((name) => log?.beside?.find((kept) => kept.name === name)?.value ?? ''),
      cells: log ? Array.from({ length: count }, (_, i) => cellAt(log, from + i)) : null,
    })),
  };
}

function knownText({ from, cells }: Kept): string {
  const known = cells.filter(({ committed }) => committed).length;
  if (known === 0) return 'none known to be committed';
  return known === cells.length ? 'all committed' : `committed up to entry ${from + known - 1}`;
}

/** A log in a few words, for the inspector. `down`: it is what its disk has, and that says nothing of commitment. */
export function logText(log: Kept, down = false): string {
  const { cells, from } = log;
  if (cells.length === 0) return from === 1 ? 'empty' : `nothing after entry ${from - 1}`;
  const entries = cells.map(({ term, words }, i) => `${from + i}: ${words} (term ${term})`).join(', ');
  return `${entries}; ${down ? 'which of them are committed is not on its disk' : knownText(log)}`;
}
