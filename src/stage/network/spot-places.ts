/**
 * Where the buttons of links and messages stand, and how large they are. A message's is on it, a link's near its
 * middle; both give way rather than cover each other, and shrink from 44 pixels towards 24 where it is crowded. Pure.
 */

import type { Token } from './frame';
import type { Layout, LinkPlace } from './layout';
import { distance, type Point, standAt } from './track';

interface Square extends Point {
  /** Edge length in pixels. */
  readonly size: number;
}

export interface LinkSpot extends Square {
  readonly link: LinkPlace;
}

export interface MessageSpot extends Square {
  readonly token: Token;
}

export interface SpotPlaces {
  readonly links: readonly LinkSpot[];
  readonly messages: readonly MessageSpot[];
}

const WANTED = 44;
const LEAST = 24;
/** The middle first, then ever further from it. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];
/** Beside its token, where another button is on it already. */
const ASIDE = [0, -1, 1, -2, 2, -3, 3].flatMap((y) => [0, -1, 1, -2, 2].map((x) => ({ x, y })));

/** Squares with edges of this length about two points touch and do not overlap. */
const apart = (a: Point, b: Point): number => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));

const nearest = (p: Point, others: readonly Point[]): number =>
  others.reduce((least, other) => Math.min(least, apart(p, other)), Number.POSITIVE_INFINITY);

function messagePoints(layout: Layout, tokens: readonly Token[]): { token: Token; at: Point }[] {
  const placed: { token: Token; at: Point }[] = [];
  for (const token of tokens) {
    const taken = placed.map((p) => p.at);
    const places = ASIDE.map(({ x, y }) => ({ x: token.x + x * LEAST, y: token.y + y * LEAST }));
    const inside = places.filter(
      (p) => p.x > 12 && p.y > 12 && p.x < layout.width - 12 && p.y < layout.height - 12,
    );
    placed.push({ token, at: inside.find((p) => nearest(p, taken) >= LEAST) ?? token });
  }
  return placed;
}

function linkPoint(link: LinkPlace, layout: Layout, taken: readonly Point[]): Point {
  let best: Point = standAt(link.line, 0.5);
  let most = Number.NEGATIVE_INFINITY;
  for (const share of SHARES) {
    const at = standAt(link.line, share);
    const toNodes = Math.min(...layout.nodes.map((n) => distance(n, at) - layout.radius + WANTED / 2));
    const room = Math.min(nearest(at, taken), toNodes, WANTED);
    if (room > most) [best, most] = [{ x: at.x, y: at.y }, room];
  }
  return best;
}

const sized = (p: Point, all: readonly Point[]): number =>
  Math.floor(
    Math.min(
      WANTED,
      Math.max(
        LEAST,
        nearest(
          p,
          all.filter((other) => other !== p),
        ),
      ),
    ),
  );

export function spotPlaces(layout: Layout, tokens: readonly Token[] = []): SpotPlaces {
  const messages = messagePoints(layout, tokens);
  const points = messages.map((m) => m.at);
  const links = layout.links.map((link) => {
    const at = linkPoint(link, layout, points);
    points.push(at);
    return { link, at };
  });
  return {
    links: links.map(({ link, at }) => ({ link, x: at.x, y: at.y, size: sized(at, points) })),
    messages: messages.map(({ token, at }) => ({ token, x: at.x, y: at.y, size: sized(at, points) })),
  };
}
