/**
 * How cuts are drawn: one line where they part the network in two, a bar across each other cut link, half a bar
 * where only one direction is cut. Pure; labels are placed with the other texts.
 */

import type { NodeId, View } from '#/scenarios';
import { middleOf } from './frame';
import type { Layout, LinkPlace } from './layout';
import { beside, crosses, type Point, type Stand } from './track';

export interface CutMark {
  readonly key: string;
  readonly line: readonly [Point, Point];
  /** The direction that is cut when only one is: where a small arrow stands, and its angle in degrees. */
  readonly arrow: (Point & { readonly angle: number }) | null;
  /** What its label says; the second where there is no room for the first. */
  readonly words: readonly [string, ...string[]];
}

export type CutState = 'both' | 'forwards' | 'backwards' | null;

/** Which directions of a link are cut, seen from its first node. */
export function cutOf(view: View, link: Pick<LinkPlace, 'a' | 'b'>): CutState {
  const cut = (from: NodeId, to: NodeId) => view.links.some((l) => l.from === from && l.to === to && l.cut);
  const [there, back] = [cut(link.a, link.b), cut(link.b, link.a)];
  if (there && back) return 'both';
  return there ? 'forwards' : back ? 'backwards' : null;
}

const HALF = 30;

/** The parts the network falls into when the links that are cut both ways are taken away. */
function partsOf(layout: Layout, cut: ReadonlySet<LinkPlace>): NodeId[][] {
  const part = new Map(layout.nodes.map((n) => [n.id, n.id]));
  const root = (id: NodeId): NodeId => {
    const up = part.get(id) as NodeId;
    return up === id ? id : root(up);
  };
  for (const link of layout.links) if (!cut.has(link)) part.set(root(link.a), root(link.b));
  const groups = new Map<NodeId, NodeId[]>();
  for (const { id } of layout.nodes) groups.set(root(id), [...(groups.get(root(id)) ?? []), id]);
  return [...groups.values()];
}

const DIRECTIONS = 48;

/** The straight line with the most room on both sides of it, from edge to edge; null when none has enough. */
function between(layout: Layout, side: readonly NodeId[]): [Point, Point] | null {
  let best: { room: number; nx: number; ny: number; at: number } | null = null;
  for (let i = 0; i < DIRECTIONS; i++) {
    const angle = (i / DIRECTIONS) * 2 * Math.PI;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const along = (p: Point) => p.x * nx + p.y * ny;
    const mine = Math.max(...layout.nodes.filter((n) => side.includes(n.id)).map(along));
    const theirs = Math.min(...layout.nodes.filter((n) => !side.includes(n.id)).map(along));
    if (theirs - mine > (best?.room ?? 2 * layout.radius + 8)) {
      best = { room: theirs - mine, nx, ny, at: (theirs + mine) / 2 };
    }
  }
  if (!best) return null;
  const { nx, ny, at } = best;
  return clipped(layout, { x: nx * at, y: ny * at }, { x: -ny, y: nx });
}

/** An endless line cut to the picture, with a little room at its ends. The end nearer the top comes first. */
function clipped({ width, height }: Layout, through: Point, along: Point): [Point, Point] | null {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [start, step, low, high] of [
    [through.x, along.x, 8, width - 8],
    [through.y, along.y, 8, height - 8],
  ] as const) {
    if (Math.abs(step) < 1e-9) {
      if (start < low || start > high) return null;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  if (from >= to) return null;
  const end = (t: number) => ({ x: through.x + along.x * t, y: through.y + along.y * t });
  const [a, b] = [end(from), end(to)];
  return a.y <= b.y ? [a, b] : [b, a];
}

function bar(layout: Layout, link: LinkPlace, state: Exclude<CutState, null>): CutMark {
  const middle = middleOf(link);
  const [a, b] = [layout.nodes.find((n) => n.id === link.a), layout.nodes.find((n) => n.id === link.b)];
  const names = [a?.name ?? a?.inside ?? link.a, b?.name ?? b?.inside ?? link.b] as const;
  if (state === 'both') {
    const ends = [beside(middle, HALF), beside(middle, -HALF)] as const;
    const line = ends[0].y <= ends[1].y ? ends : ([ends[1], ends[0]] as const);
    return { key: link.key, line, arrow: null, words: ['cut'] };
  }
  const way: Stand = state === 'forwards' ? middle : { ...middle, tx: -middle.tx, ty: -middle.ty };
  const back = { ...way, x: way.x - way.tx * 11, y: way.y - way.ty * 11 };
  const [from, to] = state === 'forwards' ? names : [names[1], names[0]];
  return {
    key: link.key,
    line: [beside(way, 2 * link.lane + 6), beside(way, 1)],
    arrow: { ...beside(back, link.lane), angle: (Math.atan2(way.ty, way.tx) * 180) / Math.PI },
    words: [`${from} → ${to} cut`, 'one way'],
  };
}

/** Everything that is cut, as few marks as say it. */
export function cutMarks(layout: Layout, view: View): readonly CutMark[] {
  const states = new Map(layout.links.map((link) => [link, cutOf(view, link)]));
  const whole = new Set(layout.links.filter((link) => states.get(link) === 'both'));
  const marks: CutMark[] = [];
  const told = new Set<LinkPlace>();
  const parts = partsOf(layout, whole);
  if (parts.length > 1) {
    const largest = parts.reduce((a, b) => (b.length > a.length ? b : a));
    for (const part of parts) {
      if (part === largest) continue;
      const parted = [...whole].filter((l) => part.includes(l.a) !== part.includes(l.b));
      // One cut link needs no line from edge to edge unless there is nothing else to part.
      const line = parted.length > 1 || layout.nodes.length === 2 ? between(layout, part) : null;
      if (!line || parted.some((l) => !crosses(l.line.points, line))) continue;
      if (layout.links.some((l) => !whole.has(l) && crosses(l.line.points, line))) continue;
      for (const link of parted) told.add(link);
      marks.push({ key: `part ${part.join(' ')}`, line, arrow: null, words: ['partition'] });
    }
  }
  for (const [link, state] of states) {
    if (state !== null && !told.has(link)) marks.push(bar(layout, link, state));
  }
  return marks;
}
