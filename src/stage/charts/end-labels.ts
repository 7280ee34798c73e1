/**
 * The names of lines with their last values: beside the lines' ends, pushed apart where they would overlap. Near the
 * right edge, where they would lie over the lines, they stand in rows above the plot instead, each with its sign.
 * The rows are there all the time, so that nothing moves when the cursor comes near the edge.
 */

import { max } from 'd3-array';
import type { Frame } from '../tape/frame';
import { textWidth } from '../tape/text-width';

export const SMALL = 13;
export const LABEL_GAP = 15;
const SIGN_ROOM = 12;
const APART = 16;

export interface End {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly x: number;
  readonly y: number;
}

export interface EndLabel {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Where the text begins, on its baseline; before it there is room for its line's sign. */
  readonly x: number;
  readonly y: number;
  /** Whether it stands above the plot rather than beside its line. */
  readonly above: boolean;
}

export interface Rows {
  readonly count: number;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** Places in rows above a plot, from left to right, for names in this order, each with a value as long as `widest`. */
export function rowsAbove(
  names: readonly { id: string; name: string }[],
  widest: string,
  frame: Frame,
): Rows {
  const places = new Map<string, { x: number; y: number }>();
  let [x, row] = [frame.left, 0];
  for (const { id, name } of names) {
    const width = SIGN_ROOM + textWidth(`${name} ${widest}`, SMALL);
    if (x > frame.left && x + width > frame.width) [x, row] = [frame.left, row + 1];
    places.set(id, { x: x + SIGN_ROOM, y: 12 + row * LABEL_GAP });
    x += width + APART;
  }
  return { count: row + 1, places };
}

/** `ahead`: how far from the ends names begin; `top` and `base`: where the plot is. */
export function endLabels(
  ends: readonly End[],
  rows: Rows,
  frame: Frame,
  { top, base, ahead }: { readonly top: number; readonly base: number; readonly ahead: number },
): readonly EndLabel[] {
  const widest = max(ends, ({ name, value }) => textWidth(`${name} ${value}`, SMALL)) ?? 0;
  const right = max(ends, ({ x }) => x) ?? 0;
  if (right + ahead + SIGN_ROOM + widest + 2 > frame.width) {
    return ends.map(({ id, name, value }) => ({
      ...{ id, name, value, above: true },
      ...(rows.places.get(id) ?? { x: frame.left, y: 12 }),
    }));
  }
  const wanted = ends
    .map(({ id, name, value, x, y }) => ({
      id,
      name,
      value,
      above: false,
      x: x + ahead + SIGN_ROOM,
      y: y + 4.5,
    }))
    .sort((a, b) => a.y - b.y);
  let floor = top;
  for (const label of wanted) {
    label.y = Math.max(label.y, floor);
    floor = label.y + LABEL_GAP;
  }
  let ceiling = base + 3;
  for (const label of [...wanted].reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - LABEL_GAP;
  }
  return wanted;
}
