/** The small shapes of the tape as path data, around a point. */

import type { XY } from './arrows';

const round = (n: number): number => Math.round(n * 10) / 10;

export function line(points: readonly XY[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

export function cross([x, y]: XY, r: number): string {
  return `M${round(x - r)} ${round(y - r)}L${round(x + r)} ${round(y + r)}M${round(x + r)} ${round(y - r)}L${round(x - r)} ${round(y + r)}`;
}

/** A filled head at the end of a line, pointing along it. */
export function head([x1, y1]: XY, [x2, y2]: XY, size = 9): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * size, y2 - uy * size];
  const half = size * 0.45;
  return `M${round(x2)} ${round(y2)}L${round(bx - uy * half)} ${round(by + ux * half)}L${round(bx + uy * half)} ${round(by - ux * half)}z`;
}
