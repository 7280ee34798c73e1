/** Where the button of each link stands: near its middle, as far from other buttons and from nodes as it can. Pure. */

import type { Layout, LinkPlace } from './layout';
import { distance, type Point, standAt } from './track';

export interface LinkSpot extends Point {
  readonly link: LinkPlace;
  /** Edge length in pixels: 44 where there is room, never under 24. */
  readonly size: number;
}

const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const WANTED = 44;
const LEAST = 24;

export function linkSpots(layout: Layout): readonly LinkSpot[] {
  const spots: LinkSpot[] = [];
  for (const link of layout.links) {
    let best: { at: Point; room: number } | null = null;
    for (const share of SHARES) {
      const at = standAt(link.line, share);
      const toSpots = spots.map((s) => distance(s, at) - s.size / 2);
      const toNodes = layout.nodes.map((n) => distance(n, at) - layout.radius);
      const room = Math.min(...toSpots, ...toNodes, WANTED / 2);
      if (room > (best?.room ?? Number.NEGATIVE_INFINITY)) best = { at, room };
    }
    if (best) spots.push({ ...best.at, link, size: Math.max(LEAST, Math.floor(best.room * 2)) });
  }
  return spots;
}
