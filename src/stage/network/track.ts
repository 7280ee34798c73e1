/** Lines that things travel on: sampled once, then asked for places, nearness and crossings. Units: picture pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Track {
  /** Where it passes; two points when it is straight. */
  readonly points: readonly Point[];
  /** How far along each point lies. */
  readonly reach: readonly number[];
  readonly length: number;
}

/** A point of a track and the direction of travel there, of length 1. */
export interface Stand extends Point {
  readonly tx: number;
  readonly ty: number;
}

const SAMPLES = 32;

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function measured(points: readonly Point[]): Track {
  const reach = [0];
  for (let i = 1; i < points.length; i++) {
    reach.push((reach[i - 1] as number) + distance(points[i - 1] as Point, points[i] as Point));
  }
  return { points, reach, length: reach.at(-1) as number };
}

/** From a to b, straight, or bent towards a control point. Travel along it is even either way. */
export function trackOf(a: Point, b: Point, bend: Point | null): Track {
  if (bend === null) return measured([a, b]);
  const points: Point[] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    const t = i / SAMPLES;
    const u = 1 - t;
    points.push({
      x: u * u * a.x + 2 * u * t * bend.x + t * t * b.x,
      y: u * u * a.y + 2 * u * t * bend.y + t * t * b.y,
    });
  }
  return measured(points);
}

/** The place a share of the way along, from 0 to 1. */
export function standAt({ points, reach, length }: Track, share: number): Stand {
  const along = Math.min(1, Math.max(0, share)) * length;
  let i = 1;
  while (i < points.length - 1 && (reach[i] as number) < along) i++;
  const a = points[i - 1] as Point;
  const b = points[i] as Point;
  const span = (reach[i] as number) - (reach[i - 1] as number) || 1;
  const t = (along - (reach[i - 1] as number)) / span;
  const tx = (b.x - a.x) / span;
  const ty = (b.y - a.y) / span;
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, tx, ty };
}

/** Beside a place: to the left of the direction of travel, so that the two directions never meet head on. */
export const beside = (s: Stand, by: number): Point => ({ x: s.x + s.ty * by, y: s.y - s.tx * by });

/** The part of a track that begins and ends `by` pixels within it. */
export function shortened(track: Track, by: number): Track {
  const share = track.length > 0 ? by / track.length : 0;
  const inner = track.points.filter((_, i) => {
    const at = track.reach[i] as number;
    return at > by && at < track.length - by;
  });
  return measured([standAt(track, share), ...inner, standAt(track, 1 - share)]);
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

const segments = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((b, i) => [points[i] as Point, b]);

/** How far a point is from the nearest place of a line. */
export const distanceTo = (points: readonly Point[], p: Point): number =>
  Math.min(...segments(points).map(([a, b]) => distanceToSegment(p, a, b)));

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Whether two lines, given by their points, cross. */
export function crosses(one: readonly Point[], other: readonly Point[]): boolean {
  const others = segments(other);
  return segments(one).some(([a, b]) => others.some(([c, d]) => meet(a, b, c, d)));
}
