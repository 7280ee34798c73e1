/**
 * Where the nodes and links of a scenario stand in a picture of a given width. One unit is one CSS pixel, so
 * nothing shrinks with the picture. Depends on the scenario alone: whatever happens in a run, nodes stay.
 */

import type { MessageKind, NodeId, Scenario } from '#/scenarios';
import { nodeName } from '../words';
import { type Box, leastDisturbing, type Surroundings } from './boxes';
import { distance, distanceToSegment, type Point, shortened, type Track, trackOf } from './track';
import { trayBox, trayOf } from './trays';
import { LINE, textWidth } from './type-setting';

export interface NodePlace extends Point {
  readonly id: NodeId;
  /** What stands in the disc, and its size. */
  readonly inside: string;
  readonly insideSize: number;
  /** The name, where it does not fit in the disc. */
  readonly name: string | null;
  readonly side: 'below' | 'above';
}

export interface LinkPlace {
  readonly key: string;
  readonly a: NodeId;
  readonly b: NodeId;
  /** From rim to rim, as it is drawn. */
  readonly line: Track;
  /** Where the middles of messages travel, before they step aside. */
  readonly track: Track;
  /** How far they step aside, so that the two directions pass each other. */
  readonly lane: number;
  readonly bend: Point | null;
}

/** One direction of a link. */
export interface Way {
  readonly link: LinkPlace;
  readonly backwards: boolean;
  /** The middle of the tray for what is held this way. */
  readonly tray: Point;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** The widest a line of words below a node may be. */
  readonly labelWidth: number;
  readonly nodes: readonly NodePlace[];
  readonly links: readonly LinkPlace[];
  /** By `wayKey`. */
  readonly ways: ReadonlyMap<string, Way>;
  readonly kinds: Readonly<Record<string, MessageKind>>;
}

/** The widths that pages are prerendered at: a column of text, and a telephone. */
export const USUAL_WIDTH = 640;
export const SLIM_WIDTH = 328;
export const TOKEN_HEIGHT = 24;
/** How far words keep from a disc and its timer arc. */
export const LINE_CLEAR = 9;
/** From the rim of a disc to its words. */
const WORDS_GAP = 13;
const TOKEN_WIDTH = 36;
const NAME_SIZES = [18, 16, 14, 13];
const LARGEST_RADIUS = 38;

export const wayKey = (from: string, to: string): string => `${from}→${to}`;

/** The same at every width, so that a page does not jump when the picture is measured. */
export function heightOf(scenario: Pick<Scenario, 'nodes'>): number {
  const rows = new Set(scenario.nodes.map((n) => Math.round(n.y / 8))).size;
  if (rows === 1) return scenario.nodes.length > 2 ? 216 : 200;
  return rows === 2 ? 312 : Math.min(420, 330 + 14 * scenario.nodes.length);
}

/** The size at which a name fits its disc, or null. */
function sizeInside(name: string, radius: number): number | null {
  return NAME_SIZES.find((size) => textWidth(name, size, true) <= 2 * radius - 10) ?? null;
}

function radiusOf(scenario: Scenario, width: number): number {
  const crowded = scenario.nodes.length > 5 && width < 480;
  const least = crowded ? 22 : width < 480 || scenario.nodes.length > 4 ? 26 : 30;
  if (scenario.nodes.length > 3) return least;
  const longest = Math.max(...scenario.nodes.map((n) => textWidth(nodeName(scenario, n.id), 13, true)));
  const wanted = Math.ceil(longest / 2 + 5);
  return wanted > LARGEST_RADIUS ? least : Math.max(least, wanted);
}

function pointsOf(scenario: Scenario, width: number, height: number, radius: number): Point[] {
  const side = radius + 12;
  const named = scenario.nodes.some((n) => sizeInside(nodeName(scenario, n.id), radius) === null);
  const [top, bottom] = [radius + 16, radius + WORDS_GAP + (named ? 3 : 2) * LINE + 6];
  return scenario.nodes.map((n) => ({
    x: Math.min(width - side, Math.max(side, (n.x / 100) * width)),
    y: Math.min(height - bottom, Math.max(top, (n.y / 100) * height)),
  }));
}

/** Away from nodes that a straight link would run through; null when there is none. */
function bendOf(a: Point, b: Point, others: readonly Point[], radius: number): Point | null {
  const inTheWay = others.filter((p) => distanceToSegment(p, a, b) < radius + 8);
  const first = inTheWay[0];
  if (!first) return null;
  const length = distance(a, b) || 1;
  // Upwards where there is a choice, since words stand below.
  const [nx, ny] = [(b.y - a.y) / length, (a.x - b.x) / length];
  const lean = (first.x - a.x) * nx + (first.y - a.y) * ny;
  const up = Math.abs(lean) < 1 ? (ny < 0 || (ny === 0 && nx > 0) ? 1 : -1) : -Math.sign(lean);
  const by = 2 * (radius + 26) * up;
  return { x: (a.x + b.x) / 2 + nx * by, y: (a.y + b.y) / 2 + ny * by };
}

function towards(from: Point, to: Point, by: number): Point {
  const share = by / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function linkOf(a: NodePlaceDraft, b: NodePlaceDraft, all: readonly Point[], radius: number): LinkPlace {
  const others = all.filter((p) => p !== a.at && p !== b.at);
  const bend = bendOf(a.at, b.at, others, radius);
  const line = trackOf(towards(a.at, bend ?? b.at, radius), towards(b.at, bend ?? a.at, radius), bend);
  const length = distance(a.at, b.at) || 1;
  const [across, along] = [Math.abs(b.at.y - a.at.y) / length, Math.abs(b.at.x - a.at.x) / length];
  const half = { w: TOKEN_WIDTH / 2, h: TOKEN_HEIGHT / 2 };
  return {
    key: `${a.id}~${b.id}`,
    a: a.id,
    b: b.id,
    line,
    track: shortened(line, Math.min(half.w * along + half.h * across + 3, line.length * 0.18)),
    lane: half.w * across + half.h * along + 1,
    bend,
  };
}

interface NodePlaceDraft {
  readonly id: NodeId;
  readonly at: Point;
}

/** Neighbours in a row share the room between them. */
function labelRoom(points: readonly Point[]): number {
  let room = 150;
  points.forEach((a, i) => {
    for (const b of points.slice(i + 1)) {
      if (Math.abs(a.y - b.y) < 5 * LINE) room = Math.min(room, Math.max(68, Math.abs(a.x - b.x) - 10));
    }
  });
  return room;
}

/** The middle of words of a width, which stand aside so that they stay in the picture. */
const keptInside = (x: number, width: number, room: number): number =>
  Math.min(room - width / 2 - 4, Math.max(width / 2 + 4, x));

/** The box of some lines of words at a node. */
export function wordsBox(
  place: Pick<NodePlace, 'x' | 'y' | 'side'>,
  layout: Pick<Layout, 'width' | 'radius'>,
  lines: readonly string[],
): Box {
  const width = Math.max(...lines.map((line) => textWidth(line)), 1);
  return boxAt(place, layout, width, lines.length);
}

function boxAt(
  place: Pick<NodePlace, 'x' | 'y' | 'side'>,
  { width: room, radius }: Pick<Layout, 'width' | 'radius'>,
  width: number,
  lines: number,
): Box {
  const off = radius + WORDS_GAP;
  const y = place.side === 'below' ? place.y + off : place.y - off - lines * LINE;
  return { x: keptInside(place.x, width, room) - width / 2, y, width, height: lines * LINE };
}

export function layoutOf(scenario: Scenario, width = USUAL_WIDTH): Layout {
  const height = heightOf(scenario);
  const radius = radiusOf(scenario, width);
  const points = pointsOf(scenario, width, height, radius);
  const drafts = scenario.nodes.map((n, i) => ({ id: n.id as NodeId, at: points[i] as Point }));
  const links: LinkPlace[] = [];
  for (const { between } of scenario.links) {
    const [a, b] = between.map((id) => drafts.find((d) => d.id === id));
    if (a && b) links.push(linkOf(a, b, points, radius));
  }
  const labelWidth = Math.min(labelRoom(points), width - 8);
  const taken: Box[] = [];
  const around: Surroundings = {
    width,
    height,
    texts: taken,
    discs: points.map((centre) => ({ centre, radius: radius + LINE_CLEAR })),
    lines: links.map((l) => l.line.points),
  };
  const nodes = drafts.map(({ id, at }): NodePlace => {
    const name = nodeName(scenario, id);
    const size = sizeInside(name, radius);
    const lines = size === null ? 3 : 2;
    const candidates = (['below', 'above'] as const).map((side) => ({
      side,
      box: boxAt({ ...at, side }, { width, radius }, labelWidth, lines),
    }));
    const chosen = leastDisturbing(candidates, around) ?? candidates[0];
    const side = chosen?.side ?? 'below';
    if (chosen) taken.push(chosen.box);
    return {
      ...at,
      id,
      inside: size === null ? name.charAt(0).toUpperCase() : name,
      insideSize: size ?? 18,
      name: size === null ? name : null,
      side,
    };
  });
  const ways = new Map<string, Way>();
  const trays: Box[] = [];
  for (const link of links) {
    const way = (backwards: boolean): Way => {
      // Links may run under a tray; nodes and words may not.
      const tray = trayOf(link.track, link.lane, backwards, { ...around, lines: [] }, trays);
      trays.push(trayBox(tray));
      return { link, backwards, tray };
    };
    ways.set(wayKey(link.a, link.b), way(false));
    ways.set(wayKey(link.b, link.a), way(true));
  }
  return { width, height, radius, labelWidth, nodes, links, ways, kinds: scenario.kinds };
}

export const placeOf = (layout: Layout, id: string): NodePlace | undefined =>
  layout.nodes.find((n) => n.id === id);
