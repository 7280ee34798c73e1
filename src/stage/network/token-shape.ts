/** The outlines of messages, around the origin: square request, circle reply, diamond heartbeat, hexagon gossip. */

import type { Token } from './frame';
import { TOKEN_HEIGHT } from './layout';

const H = TOKEN_HEIGHT / 2;

function roundedBox(half: number, high: number, r: number): string {
  const [w, h] = [half - r, high - r];
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x * r} ${y * r}`;
  return `M${-w} ${-high}h${2 * w}${corner(1, 1)}v${2 * h}${corner(-1, 1)}h${-2 * w}${corner(-1, -1)}v${-2 * h}${corner(1, -1)}z`;
}

/** An SVG path; `grown` makes it larger all round, for a ring about it. */
export function tokenPath(shape: Token['shape'], width: number, grown = 0): string {
  const w = width / 2 + grown;
  const h = H + grown;
  switch (shape) {
    case 'square':
      return roundedBox(w, h, 4 + grown);
    case 'circle':
      return roundedBox(w, h, h);
    case 'diamond':
      return `M0 ${-h - 4}L${w} 0L0 ${h + 4}L${-w} 0z`;
    case 'hexagon':
      return `M${-w} 0L${-w + h * 0.6} ${-h}H${w - h * 0.6}L${w} 0L${w - h * 0.6} ${h}H${-w + h * 0.6}z`;
  }
}
