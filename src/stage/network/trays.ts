/** Where the tray of each direction of a link stands: beside the link on that direction's side, clear of nodes. Pure. */

import { type Box, leastDisturbing, overlap, type Surroundings } from './boxes';
import { beside, type Point, type Stand, standAt, type Track } from './track';

/** A place on a track as one comes to it in a direction. */
export function standOn(track: Track, backwards: boolean, share: number): Stand {
  const stand = standAt(track, backwards ? 1 - share : share);
  return backwards ? { ...stand, tx: -stand.tx, ty: -stand.ty } : stand;
}

const WIDTH = 56;
const HEIGHT = 34;
/** From the lane of messages to the middle of their tray. */
const OFF = 36;

export const trayBox = (p: Point): Box => ({
  x: p.x - WIDTH / 2,
  y: p.y - HEIGHT / 2,
  width: WIDTH,
  height: HEIGHT,
});

/**
 * The middle of the link and the direction's own side first, then further along, then the other side. Trays that
 * stand already are avoided where that is possible.
 */
export function trayOf(
  track: Track,
  lane: number,
  backwards: boolean,
  around: Surroundings,
  trays: readonly Box[],
): Point {
  const keep = (p: Point): Point => ({
    x: Math.min(around.width - WIDTH / 2 - 2, Math.max(WIDTH / 2 + 2, p.x)),
    y: Math.min(around.height - HEIGHT / 2 - 2, Math.max(HEIGHT / 2 + 2, p.y)),
  });
  const candidates = [1, -1].flatMap((side, far) =>
    [0.5, 0.4, 0.6, 0.3, 0.7].map((share, i) => {
      const at = keep(beside(standOn(track, backwards, share), side * (lane + OFF)));
      const box = trayBox(at);
      const met = trays.filter((other) => overlap(box, other)).length;
      return { at, box, penalty: far * 2 + i * 0.3 + met * 3 };
    }),
  );
  return leastDisturbing(candidates, around)?.at ?? keep(beside(standOn(track, backwards, 0.5), lane + OFF));
}
