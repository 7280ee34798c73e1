/**
 * Where points may be placed: a grid over a history as it is drawn, fine enough for every order that its intervals allow.
 * An operation without an end may be placed up to the grid's last column, a little after everything else.
 */

import { type HistoryOperation, isOpen } from '#/checkers';
import type { Shown } from './subject';

/** Columns from the first start to the end of the grid. */
export const COLUMNS = 240;

export interface Slot {
  /** The operation's number, from 1. */
  readonly number: number;
  /** The first and the last column inside its interval; none where `last` is less than `first`. */
  readonly first: number;
  readonly last: number;
  /** Nobody knows whether it took effect, so it may be said never to have. */
  readonly mayBeLeftOut: boolean;
}

/** From the time at which a history is drawn to the grid, as a fraction of a column. */
export function toColumns({ drawn }: Pick<Shown, 'drawn'>): (time: number) => number {
  const { from, per } = scaleOf(drawn);
  return (time) => (time - from) * per;
}

function scaleOf(operations: readonly HistoryOperation[]): { readonly from: number; readonly per: number } {
  const times = operations.flatMap((op) => (op.end === null ? [op.start] : [op.start, op.end]));
  const from = Math.min(...times);
  const span = Math.max(1e-9, Math.max(...times) - from);
  // The last eighth is for what has no end.
  const width = operations.some((op) => isOpen(op)) ? (COLUMNS * 7) / 8 : COLUMNS;
  return { from, per: width / span };
}

/** Points in the time in which the history is drawn. */
export function timesOf({ drawn }: Pick<Shown, 'drawn'>, points: Points): Readonly<Record<number, number>> {
  const { from, per } = scaleOf(drawn);
  return Object.fromEntries(Object.entries(points).map(([number, column]) => [number, from + column / per]));
}

/** One for each operation that may have taken effect; those that failed have none. */
export function slotsOf(shown: Pick<Shown, 'drawn'>): readonly Slot[] {
  const column = toColumns(shown);
  return shown.drawn.flatMap((op, i) => {
    if (op.outcome === 'failed') return [];
    const open = isOpen(op);
    const last = open || op.end === null ? COLUMNS : Math.floor(column(op.end) + 1e-6);
    const first = Math.ceil(column(op.start) - 1e-6);
    return [{ number: i + 1, first, last, mayBeLeftOut: open }];
  });
}

/** By operation number: the column of its point. What never took effect is left out. */
export type Points = Readonly<Record<number, number>>;

/** Points in that order, each as early as it can be; null where some operation would end before its turn. */
export function placeInOrder(slots: readonly Slot[], order: readonly number[]): Points | null {
  const points: Record<number, number> = {};
  let before = -1;
  for (const number of order) {
    const slot = slots.find((s) => s.number === number);
    if (!slot) return null;
    before = Math.max(slot.first, before + 1);
    if (before > slot.last) return null;
    points[number] = before;
  }
  return slots.every((s) => s.mayBeLeftOut || s.number in points) ? points : null;
}

/** A point for everything, where `at` says in an interval from 0 to 1, and no two in one column. */
export function scattered(slots: readonly Slot[], at: number): Points {
  const points: Record<number, number> = {};
  const taken = new Set<number>();
  for (const { number, first, last } of slots) {
    let column = Math.round(first + (last - first) * at);
    while (taken.has(column) && column < last) column++;
    while (taken.has(column) && column > first) column--;
    taken.add(column);
    points[number] = column;
  }
  return points;
}
