/** What a hand means by where it is: which links a drawn line crosses, and what letting go of a message does. Pure. */

import type { NodeId } from '#/scenarios';
import type { Frame, Token } from './frame';
import { type Layout, type LinkPlace, wayKey } from './layout';
import { crosses, distance, distanceTo, type Point } from './track';

const NEAR_TOKEN = 24;
const NEAR_LINE = 12;
const NEAR_TRAY = 38;
/** How far off its lane a message is off its link. */
const OFF = 26;

export const crossedLinks = (layout: Layout, drawn: readonly Point[]): readonly LinkPlace[] =>
  layout.links.filter((link) => crosses(drawn, link.line.points));

/** Every direction of some links. */
export const bothWays = (links: readonly LinkPlace[]): { from: NodeId; to: NodeId }[] =>
  links.flatMap(({ a, b }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);

/** The message under a point, the nearest if several; what is lost cannot be taken. */
export function tokenAt({ tokens }: Frame, p: Point): Token | null {
  let best: Token | null = null;
  for (const token of tokens) {
    if (token.status === 'dropped' || distance(token, p) > NEAR_TOKEN) continue;
    if (best === null || distance(token, p) < distance(best, p)) best = token;
  }
  return best;
}

export function linkAt(layout: Layout, p: Point): LinkPlace | null {
  const near = layout.links.map((link) => ({ link, by: distanceTo(link.line.points, p) }));
  near.sort((one, other) => one.by - other.by);
  const first = near[0];
  return first && first.by <= NEAR_LINE ? first.link : null;
}

export const inside = ({ width, height }: Layout, p: Point): boolean =>
  p.x >= 0 && p.y >= 0 && p.x <= width && p.y <= height;

/** What letting go here does: dragged off its link it is dropped, into the tray it is held, back it goes on. */
export type Fate = 'drop' | 'hold' | 'release' | null;

export function fateOf(layout: Layout, token: Token, p: Point): Fate {
  const way = layout.ways.get(wayKey(token.from, token.to));
  if (!way || !inside(layout, p)) return null;
  const held = token.status === 'held';
  const toTray = distance(way.tray, p);
  const toLine = distanceTo(way.link.line.points, p);
  if (toTray <= NEAR_TRAY && toTray < toLine) return held ? null : 'hold';
  if (toLine > way.link.lane + OFF) return 'drop';
  return held ? 'release' : null;
}
