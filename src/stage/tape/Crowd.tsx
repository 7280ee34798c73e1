/** So many messages that single arrows would be a blot: their lines as one path, without names or presses. */

import { useMemo } from 'react';
import type { Arrow, XY } from './arrows';
import styles from './Tape.module.css';

/** Lines that would fall on the same pixels are drawn once, so the path stays short however long the run. */
function texture(arrows: readonly Arrow[]): { lines: string; lost: string } {
  const seen = new Set<string>();
  const parts = { lines: [] as string[], lost: [] as string[] };
  for (const { points, status } of arrows) {
    const [a, b] = [points[0] as XY, points.at(-1) as XY];
    const d = `M${Math.round(a[0] / 2) * 2} ${Math.round(a[1])}L${Math.round(b[0] / 2) * 2} ${Math.round(b[1])}`;
    if (seen.has(d)) continue;
    seen.add(d);
    (status === 'dropped' ? parts.lost : parts.lines).push(d);
  }
  return { lines: parts.lines.join(''), lost: parts.lost.join('') };
}

export function Crowd({ arrows }: { arrows: readonly Arrow[] }) {
  const { lines, lost } = useMemo(() => texture(arrows), [arrows]);
  return (
    <g className={styles.crowd} data-crowd={arrows.length}>
      <path d={lines} />
      <path className={styles.lost} d={lost} />
    </g>
  );
}
