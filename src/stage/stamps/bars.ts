/** Intervals as bars beneath a lane: as long as the time they span, in as few rows as keep them apart. Pure. */

import type { Interval } from '#/scenarios';
import type { Frame } from '../tape/frame';
import type { Moment } from './moments';
import { holds } from './texts';

export interface IntervalBar {
  readonly moment: Moment;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** Whether true time lies in it. */
  readonly true: boolean;
}

export const FIRST_ROW = 8;
const ROW = 7;
const MOST_ROWS = 4;
/** Between two bars of one row. */
const AIR = 3;

/** A bar that finds no row is left out; what it would have said is in the table. */
export function intervalBars(moments: readonly Moment[], frame: Frame): readonly IntervalBar[] {
  const ends = new Map<string, number[]>();
  return moments.flatMap((moment): IntervalBar[] => {
    const interval = moment.last as Interval;
    const [x1, x2] = [frame.x(interval.earliest), frame.x(interval.latest)];
    const rows = ends.get(moment.lane.id) ?? [];
    ends.set(moment.lane.id, rows);
    let row = rows.findIndex((end) => end + AIR <= x1);
    if (row < 0) row = rows.length;
    if (row >= MOST_ROWS) return [];
    rows[row] = Math.max(x2, x1 + 2);
    return [{ moment, x1, x2, y: moment.lane.y + FIRST_ROW + row * ROW, true: holds(interval, moment.at) }];
  });
}
