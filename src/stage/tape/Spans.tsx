/** Lanes, cuts, timers, calls and marks: everything on the tape that is not a message. */

import { cx } from '#/ui';
import type { Drawing } from './drawing';
import type { Frame } from './frame';
import { cross, line } from './glyphs';
import type { RelationOf } from './relation';
import { CALL_HEIGHT } from './spans';
import styles from './Tape.module.css';

export interface SpansProps {
  drawing: Drawing;
  frame: Frame;
  /** The clip that ends at the cursor, as a reference. */
  past: string;
  relationOf: RelationOf;
}

/** A part of a lane reaches back to the edge of the window, and on to the cursor. */
export function LaneRuns({ drawing, frame, past }: SpansProps) {
  return drawing.laneRuns.map(({ entry, x1, x2, y, how }) => {
    const from = Math.max(x1, frame.left);
    const to = x2 ?? frame.right;
    if (to < from) return null;
    return (
      <g key={`${y} ${entry} ${how}`} className={styles[how]} data-lane={how}>
        <path
          className={styles.lane}
          d={line([
            [from, y],
            [to, y],
          ])}
          clipPath={x2 === null ? past : undefined}
        />
        {how === 'crashed' && x1 >= frame.left && <path className={styles.down} d={cross([x1 + 10, y], 6)} />}
        {how === 'paused' && x1 >= frame.left && (
          <path className={styles.down} d={`M${x1 + 7} ${y - 7}v14M${x1 + 13} ${y - 7}v14`} />
        )}
      </g>
    );
  });
}

export function Bands({ drawing, frame, past }: SpansProps) {
  return drawing.bands.map(({ entry, x1, x2, y1, y2 }) => {
    const from = Math.max(x1, frame.left);
    const to = x2 ?? frame.right;
    return (
      <g key={entry} className={styles.band} data-band={entry}>
        <rect
          x={from}
          y={y1}
          width={Math.max(0, to - from)}
          height={y2 - y1}
          clipPath={x2 === null ? past : undefined}
        />
        {x1 >= frame.left && <path d={`M${x1} ${y1}V${y2}`} />}
        {x2 !== null && <path className={styles.mended} d={`M${x2} ${y1}V${y2}`} />}
      </g>
    );
  });
}

export function Timers({ drawing, frame, past, relationOf }: SpansProps) {
  return drawing.timers.map(({ entry, endEntry, x1, x2, y, how, dueX }) => {
    const relation = relationOf(entry, endEntry);
    return (
      <g
        key={entry}
        className={cx(styles.timer, styles[how], relation && styles[relation])}
        data-entry={entry}
      >
        {dueX !== null && (
          <rect className={styles.due} x={x1} y={y - 2} width={Math.max(0, dueX - x1)} height={4} />
        )}
        <rect
          className={styles.bar}
          x={x1}
          y={y - 2.5}
          width={Math.max(1, (x2 ?? Math.min(dueX ?? frame.right, frame.right)) - x1)}
          height={5}
          clipPath={x2 === null ? past : undefined}
        />
        {how === 'fired' && x2 !== null && (
          <path className={styles.fired} d={`M${x2 - 4} ${y - 4}h8l-4 9z`} />
        )}
        {how === 'cancelled' && x2 !== null && <path className={styles.stop} d={`M${x2} ${y - 6}v12`} />}
      </g>
    );
  });
}

export function Calls({ drawing, frame, past, relationOf }: SpansProps) {
  return drawing.calls.map(({ entry, endEntry, x1, x2, y, outcome }) => {
    const to = x2 ?? frame.right + 10;
    const bottom = y + CALL_HEIGHT;
    const relation = relationOf(entry, endEntry);
    return (
      <g
        key={entry}
        className={cx(styles.call, styles[outcome], relation && styles[relation])}
        data-entry={entry}
        clipPath={x2 === null ? past : undefined}
      >
        <rect className={styles.ground} x={x1} y={y} width={Math.max(1, to - x1)} height={CALL_HEIGHT} />
        {outcome === 'unknown' || outcome === 'open' ? (
          <path className={styles.rim} d={`M${to} ${y}H${x1}V${bottom}H${to}`} />
        ) : (
          <path className={styles.rim} d={`M${to} ${y}H${x1}V${bottom}H${to}z`} />
        )}
        {outcome === 'unknown' && (
          <path
            className={styles.fade}
            d={`M${to + 4} ${y}h7m-7 ${CALL_HEIGHT}h7M${to + 16} ${y}h5m-5 ${CALL_HEIGHT}h5M${to + 27} ${y}h3m-3 ${CALL_HEIGHT}h3`}
          />
        )}
      </g>
    );
  });
}

const TICKED = new Set(['invoked', 'completed', 'late', 'timer fired', 'restarted', 'resumed']);

export function Marks({ drawing, relationOf }: SpansProps) {
  return drawing.marks.map(({ entry, type, x, y }) => {
    const relation = relationOf(entry);
    return (
      <g key={entry} className={cx(styles.mark, relation && styles[relation])} data-entry={entry}>
        <circle className={styles.hitDot} cx={x} cy={type === 'persisted' ? y + 11 : y} r={9} />
        {type === 'persisted' && <path className={styles.disk} d={`M${x} ${y}v7m-5 0h10v9h-10z`} />}
        {type === 'note' && <circle className={styles.note} cx={x} cy={y} r={3} />}
        {TICKED.has(type) && <circle className={styles.dot} cx={x} cy={y} r={3.5} />}
        {(type === 'clock changed' || type === 'slowed') && (
          <path className={styles.clock} d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} />
        )}
      </g>
    );
  });
}
