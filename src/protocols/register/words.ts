/** What a person should see of a replica: what it holds, and what it waits for. Never what it cannot know. */

import type { Description, Json } from '#/kernel';
import { type Cell, firstCell, newest } from './cell';
import { diskIn } from './disk';
import { comparesAt, type Kind } from './kind';
import type { ReplicaState } from './state';

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const cellText = ({ versions }: Cell): string =>
  versions.map(({ value }) => shown(value)).join(' or ');

function versionText(cell: Cell): string {
  if (cell.versions.length > 1) return `${cell.versions.length} siblings`;
  const { n, by } = newest(cell);
  return n === 0 ? 'as at first' : `version ${n} by ${by}`;
}

/** What is held under each key; an account also where nothing was ever written. */
function cellsIn(kind: Kind, durable: Readonly<Record<string, Json>>): Readonly<Record<string, Cell>> {
  const accounts = (kind.keys ?? []).filter((key) => comparesAt(kind, key));
  const first = accounts.map((key) => [key, firstCell(kind.initial)]);
  return { ...Object.fromEntries(first), ...diskIn(durable).cells };
}

export function describe(
  kind: Kind,
  state: ReplicaState,
  durable: Readonly<Record<string, Json>>,
): Description {
  const cells = cellsIn(kind, durable);
  const keys = Object.keys(cells).sort();
  // Where the keys are known, so is which is which: there is little room under a node.
  const named = (key: string) => (key === '' || kind.keys ? '' : `${key} `);
  const contents = keys.map((key) => `${named(key)}${cellText(cells[key] as Cell)}`);
  const words = contents.join(', ') || cellText(firstCell(kind.initial));
  const asks = Object.values(state.quests).map(({ request, phase, heard }) => {
    return `${request.call}: ${phase}, ${heard.length} so far`;
  });
  const behind = Object.keys(state.unconfirmed).filter(
    (peer) => Object.keys(state.unconfirmed[peer] ?? {}).length > 0,
  );
  return {
    words: state.leads ? `leads, ${words}` : words,
    emphasis: state.leads ? 'filled' : 'ring',
    facts: [
      ...keys.map((key) => {
        const cell = cells[key] as Cell;
        return { name: key || 'value', value: `${cellText(cell)}, ${versionText(cell)}` };
      }),
      { name: 'asks a majority', value: asks.join('; ') || 'no' },
      { name: 'waits for the leader', value: Object.keys(state.forwarded).join(', ') || 'no' },
      { name: 'not yet acknowledged by', value: behind.join(', ') || 'nobody' },
    ],
  };
}
