/** A busy run on the tape: on each lane how many messages came, and where nobody kept count. */

import { timeText } from '../words';
import type { Frame, Lanes } from './frame';
import styles from './Skylines.module.css';
import { LABEL_SIZE, textWidth } from './text-width';
import type { TrafficDrawing } from './traffic-drawing';

interface SkylinesProps {
  traffic: TrafficDrawing;
  frame: Frame;
  lanes: Lanes;
  past: string;
}

/** Narrower gaps have no room for words. */
const ROOM_FOR_WORDS = 150;

export function Skylines({ traffic, frame, lanes, past }: SkylinesProps) {
  const { skylines, most, columnUs, gaps } = traffic;
  const highest = `highest ${most} in ${timeText(columnUs)}`;
  const words = `messages that came, the ${highest}`;
  const room = frame.right - frame.left;
  return (
    <g className={styles.traffic} data-traffic={most}>
      {gaps.map(({ x1, x2 }) => (
        <g key={x1} data-gap="">
          <rect className={styles.gap} x={x1} y={lanes.top} width={x2 - x1} height={lanes.axis - lanes.top} />
          {x2 - x1 >= ROOM_FOR_WORDS && (
            <text x={(x1 + x2) / 2} y={lanes.top + 20} textAnchor="middle">
              no longer kept
            </text>
          )}
        </g>
      ))}
      <g clipPath={past}>
        {skylines.map(({ id, heard, lost }) => (
          <g key={id} data-skyline={id}>
            <path d={heard} />
            {lost && <path className={styles.lost} d={lost} />}
          </g>
        ))}
      </g>
      <text x={frame.left} y={lanes.top + 6}>
        {textWidth(words, LABEL_SIZE) <= room ? words : highest}
      </text>
    </g>
  );
}
