/** Rectangles that text takes up, and the choice of the place where a text disturbs least. */

import { crosses, distanceToSegment, type Point } from './track';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

export const within = (box: Box, width: number, height: number): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;

export function touchesDisc(box: Box, centre: Point, radius: number): boolean {
  const dx = centre.x - Math.min(box.x + box.width, Math.max(box.x, centre.x));
  const dy = centre.y - Math.min(box.y + box.height, Math.max(box.y, centre.y));
  return dx * dx + dy * dy < radius * radius;
}

/** Whether a line passes through a box. */
export function touchesLine(box: Box, line: readonly Point[]): boolean {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const corners = [
    { x: box.x, y: box.y },
    { x: box.x + box.width, y: box.y + box.height },
    { x: box.x + box.width, y: box.y },
    { x: box.x, y: box.y + box.height },
  ] as const;
  const [a, b, c, d] = corners;
  if (crosses([a, b], line) || crosses([c, d], line)) return true;
  const near = Math.min(box.width, box.height) / 2;
  return line.some((p, i) => i > 0 && distanceToSegment(middle, line[i - 1] as Point, p) < near);
}

export interface Surroundings {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly Box[];
  readonly discs: readonly { readonly centre: Point; readonly radius: number }[];
  readonly lines: readonly (readonly Point[])[];
}

/** What a text would disturb: outside the picture and over another text are out of the question. */
export function disturbance(box: Box, around: Surroundings): number {
  if (!within(box, around.width, around.height)) return Number.POSITIVE_INFINITY;
  if (around.texts.some((other) => overlap(box, other, 2))) return Number.POSITIVE_INFINITY;
  if (around.discs.some(({ centre, radius }) => touchesDisc(box, centre, radius)))
    return Number.POSITIVE_INFINITY;
  return around.lines.filter((line) => touchesLine(box, line)).length;
}

/**
 * The candidate that disturbs least, the earlier one among equals; null when none can stand anywhere. A penalty
 * says how many crossed lines a place is worth avoiding.
 */
export function leastDisturbing<T extends { readonly box: Box; readonly penalty?: number }>(
  candidates: readonly T[],
  around: Surroundings,
): T | null {
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = disturbance(candidate.box, around) + (candidate.penalty ?? 0);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}
