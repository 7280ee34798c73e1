/** One message on the tape: its line, its end, where it was parked, and a wide invisible line to press. */

import { memo } from 'react';
import { cx } from '#/ui';
import type { Arrow, XY } from './arrows';
import { cross, head, line } from './glyphs';
import type { Relation } from './relation';
import styles from './Tape.module.css';

interface ArrowMarkProps {
  arrow: Arrow;
  relation: Relation;
  /** Where open ends are drawn to; the cursor clips them. */
  edge: number;
  /** The clip that ends at the cursor, as a reference. */
  past: string;
}

export const ArrowMark = memo(function ArrowMark({ arrow, relation, edge, past }: ArrowMarkProps) {
  const { points, ahead, status, shape, parked, thread, entry } = arrow;
  const last = points.at(-1) as XY;
  const before = points.findLast(([x, y]) => x !== last[0] || y !== last[1]) ?? last;
  const whole = ahead ? [...points, ahead] : points;
  return (
    <g
      className={cx(styles.arrow, styles[shape], styles[status], relation && styles[relation])}
      data-entry={entry}
    >
      <path className={styles.hit} d={line(whole)} clipPath={ahead ? past : undefined} />
      {thread && <path className={styles.thread} d={line(thread)} />}
      <path className={styles.line} d={line(points)} />
      {ahead && <path className={styles.line} d={line([last, ahead])} clipPath={past} />}
      {relation === 'future' && (
        <path className={styles.core} d={line(whole)} clipPath={ahead ? past : undefined} />
      )}
      {parked.map(({ from, to }) => (
        <path
          key={`${from[0]} ${from[1]}`}
          className={styles.parked}
          d={line([from, to ?? [edge, from[1]]])}
          clipPath={to ? undefined : past}
        />
      ))}
      {status === 'delivered' && <path className={styles.head} d={head(before, last)} />}
      {status === 'dropped' && <path className={styles.cross} d={cross(last, 5)} />}
    </g>
  );
});
