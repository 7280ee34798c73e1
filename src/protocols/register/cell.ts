/**
 * What a replica holds under one key: a value with its version, and how two of them become one. Versions are
 * ordered by their number and then by the name of the replica that made them, so that no two are ever equal.
 */

import { canonical, type Json } from '#/kernel';

export interface Version {
  readonly value: Json;
  readonly n: number;
  /** The replica that made it; empty for what was there at first. */
  readonly by: string;
}

export interface Cell {
  /** One, except where siblings are kept. In the order of their versions. */
  readonly versions: readonly Version[];
  /** Where siblings are kept: the highest version of each replica that this cell has taken in. */
  readonly seen?: Readonly<Record<string, number>>;
}

export const firstCell = (value: Json): Cell => ({ versions: [{ value, n: 0, by: '' }] });

const isAfter = (a: Version, b: Version): boolean => (a.n === b.n ? a.by > b.by : a.n > b.n);

export const newest = ({ versions }: Cell): Version =>
  versions.reduce((best, version) => (isAfter(version, best) ? version : best));

export const same = (a: Json, b: Json): boolean => canonical(a) === canonical(b);

/** What a reader is given: the value, or the list of the siblings' values. */
export const held = ({ versions }: Cell): Json =>
  versions.length === 1 ? (versions[0] as Version).value : versions.map((version) => version.value);

/** A cell that holds one new version, made by a replica that has seen `cell`. */
export const written = (cell: Cell, value: Json, by: string): Cell => ({
  versions: [{ value, n: newest(cell).n + 1, by }],
});

/** Last writer wins: the cell of the later version; the other is forgotten. */
export const laterOf = (a: Cell, b: Cell): Cell => (isAfter(newest(b), newest(a)) ? b : a);

const seenOf = ({ versions, seen }: Cell): Readonly<Record<string, number>> =>
  seen ?? Object.fromEntries(versions.filter(({ by }) => by !== '').map(({ by, n }) => [by, n]));

/** As `written`, and it remembers what it replaces, so that a copy of that is never taken for news. */
export function writtenOver(cell: Cell, value: Json, by: string): Cell {
  const seen = seenOf(cell);
  const n = Math.max(0, ...Object.values(seen)) + 1;
  return { versions: [{ value, n, by }], seen: { ...seen, [by]: n } };
}

/** Keeps what neither side has replaced: concurrent versions stay side by side, as siblings. */
export function joined(a: Cell, b: Cell): Cell {
  const [seenByA, seenByB] = [seenOf(a), seenOf(b)];
  const isIn = (cell: Cell, v: Version) => cell.versions.some((w) => w.by === v.by && w.n === v.n);
  const isNews = (v: Version, seen: Readonly<Record<string, number>>) =>
    v.by === '' ? Object.keys(seen).length === 0 : v.n > (seen[v.by] ?? 0);
  const versions = [
    ...a.versions.filter((v) => isIn(b, v) || isNews(v, seenByB)),
    ...b.versions.filter((v) => !isIn(a, v) && isNews(v, seenByA)),
  ].sort((v, w) => (isAfter(v, w) ? 1 : -1));
  const seen: Record<string, number> = { ...seenByA };
  for (const [by, n] of Object.entries(seenByB)) seen[by] = Math.max(seen[by] ?? 0, n);
  return { versions, seen };
}
