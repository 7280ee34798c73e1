/**
 * Labels that never overlap: each offers places in order of preference, the more important choose first, and one
 * that finds no free place is left out. What it would have said is in the log and the table.
 */

import { textWidth } from './text-width';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Hue = 'ink' | 'ink-2' | 'ink-3' | 'teal' | 'amber' | 'vermilion' | 'plum' | 'slate';
export type Anchor = 'start' | 'middle' | 'end';

export interface Spot {
  readonly text: string;
  /** Where the anchor of the text's baseline stands. */
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  /** The room it takes, where that is not the room of its text. */
  readonly box?: Box;
}

export interface LabelWish {
  readonly key: string;
  readonly hue: Hue;
  /** The entry it is about; it is lit with it. */
  readonly entry: number;
  /** Higher chooses earlier. */
  readonly weight: number;
  readonly spots: readonly Spot[];
  /** Stands inside a shape of its own, so that it needs no halo. */
  readonly inside?: boolean;
}

export interface PlacedLabel extends Spot {
  readonly key: string;
  readonly hue: Hue;
  readonly entry: number;
  readonly inside: boolean;
}

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

const ASCENT = 0.78;
const DESCENT = 0.24;
const GAP = 3;

/** The box of a line of text, with a little air around it. */
export function boxOf(spot: Spot, size: number): Box {
  if (spot.box) return spot.box;
  const width = textWidth(spot.text, size);
  const x = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2;
  return {
    x: x - GAP,
    y: spot.y - size * ASCENT,
    width: width + 2 * GAP,
    height: size * (ASCENT + DESCENT),
  };
}

export const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Whether a straight line passes through a box: what is left of it after cutting at the four edges. */
export function crosses([x1, y1, x2, y2]: Segment, box: Box): boolean {
  let [from, to] = [0, 1];
  const edges: readonly (readonly [run: number, room: number])[] = [
    [x1 - x2, x1 - box.x],
    [x2 - x1, box.x + box.width - x1],
    [y1 - y2, y1 - box.y],
    [y2 - y1, box.y + box.height - y1],
  ];
  for (const [run, room] of edges) {
    if (run === 0) {
      if (room < 0) return false;
      continue;
    }
    const share = room / run;
    if (run < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
  }
  return from < to;
}

/** The height of a row of boxes that are looked at together. */
const ROW = 32;

/** Boxes by the rows they stand in, so that a place is held against its neighbours and not against the whole tape. */
class Taken {
  private readonly rows = new Map<number, Box[]>();

  add(box: Box): void {
    for (let row = Math.floor(box.y / ROW); row * ROW <= box.y + box.height; row++) {
      const there = this.rows.get(row);
      if (there) there.push(box);
      else this.rows.set(row, [box]);
    }
  }

  has(box: Box): boolean {
    for (let row = Math.floor(box.y / ROW); row * ROW <= box.y + box.height; row++) {
      if (this.rows.get(row)?.some((other) => meets(box, other))) return true;
    }
    return false;
  }
}

/** `taken` are boxes no label may cover; `lines` are passed through only when there is no other place. */
export function placeLabels(
  wishes: readonly LabelWish[],
  area: Box,
  size: number,
  taken: readonly Box[] = [],
  lines: readonly Segment[] = [],
): readonly PlacedLabel[] {
  const boxes = new Taken();
  for (const box of taken) boxes.add(box);
  const placed: PlacedLabel[] = [];
  const order = [...wishes].sort((a, b) => b.weight - a.weight || a.entry - b.entry);
  for (const { key, hue, entry, spots, inside = false } of order) {
    let best: { readonly spot: Spot; readonly box: Box } | null = null;
    // Looked at one by one: on a busy tape most find their place among the first.
    for (const spot of spots) {
      const box = boxOf(spot, size);
      if (!within(box, area) || boxes.has(box)) continue;
      const clear = inside || !lines.some((line) => crosses(line, box));
      if (clear || best === null) best = { spot, box };
      if (clear) break;
    }
    if (!best) continue;
    boxes.add(best.box);
    placed.push({ ...best.spot, key, hue, entry, inside });
  }
  return placed;
}
