/** Intervals as drawn beneath a lane. */

import { cx } from '#/ui';
import type { RelationOf } from '../tape/relation';
import type { IntervalBar } from './bars';
import styles from './Stamps.module.css';

/** Shorter ones would be all ends. */
const ROOM_FOR_ENDS = 8;

export function IntervalBars({ bars, relationOf }: { bars: readonly IntervalBar[]; relationOf: RelationOf }) {
  return bars.map(({ moment, x1, x2, y, true: holds }) => {
    const relation = relationOf(moment.entry);
    const breadth = Math.max(4, x2 - x1);
    const { x, lane } = moment;
    return (
      <g
        key={moment.entry}
        className={cx(styles.interval, !holds && styles.missed, relation && styles[relation])}
        data-entry={moment.entry}
        data-interval={holds ? 'holds' : 'missed'}
      >
        <path className={styles.reach} d={`M${x1} ${y}h${breadth}`} />
        <path className={styles.span} d={`M${x1} ${y}h${breadth}`} />
        {breadth >= ROOM_FOR_ENDS && <path className={styles.ends} d={`M${x1} ${y - 3}v6m${breadth} -6v6`} />}
        {!holds && (
          <path className={styles.astray} d={`M${x} ${lane.y}L${x < x1 ? x1 : x1 + breadth} ${y}`} />
        )}
      </g>
    );
  });
}
