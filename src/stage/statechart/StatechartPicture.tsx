/**
 * A machine as a drawing: its states, filled where it is; its ways, heavy where it went last. Hidden from assistive
 * technology, which has the lists below it.
 */

import { memo } from 'react';
import type { HeldMachine } from '#/scenarios';
import { cx } from '#/ui';
import { timeText } from '../words';
import { type ChartLayout, ENTRY, LINE, NAME, SMALL, type StateBox, type WayLine } from './layout';
import styles from './Statechart.module.css';

export interface StatechartPictureProps {
  layout: ChartLayout;
  state: string;
  taken: HeldMachine['taken'];
}

export const StatechartPicture = memo(
  function StatechartPicture({ layout, state, taken }: StatechartPictureProps) {
    return (
      <svg
        className={styles.picture}
        aria-hidden="true"
        focusable="false"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        fontSize={SMALL}
      >
        {layout.ways.map((line) => (
          <WayMark key={line.way.id} line={line} at={taken?.way === line.way.id ? taken.at : null} />
        ))}
        {layout.states.map((box) => (
          <StateMark key={box.id} box={box} isNow={box.id === state} taken={taken} />
        ))}
      </svg>
    );
  },
  (a, b) =>
    a.layout === b.layout &&
    a.state === b.state &&
    a.taken?.way === b.taken?.way &&
    a.taken?.at === b.taken?.at,
);

function WayMark({ line, at }: { line: WayLine; at: number | null }) {
  const { way, d, head, lines, x, y } = line;
  return (
    <g className={cx(styles.way, at !== null && styles.taken)} data-way={way.id} data-taken={at !== null}>
      <path className={styles.track} d={d} />
      <path
        className={styles.head}
        d="M0 0L-9 -5V5z"
        transform={`translate(${head.x} ${head.y}) rotate(${head.angle})`}
      />
      {lines.map((text, i) => (
        <text key={text} x={x} y={y + i * LINE} textAnchor="middle" className={cx(i === 0 && styles.event)}>
          {text}
        </text>
      ))}
      {at !== null && (
        <text x={x} y={y + lines.length * LINE} textAnchor="middle" className={styles.event}>
          at {timeText(at)}
        </text>
      )}
    </g>
  );
}

interface StateMarkProps {
  box: StateBox;
  isNow: boolean;
  taken: HeldMachine['taken'];
}

function StateMark({ box, isNow, taken }: StateMarkProps) {
  const { id, x, y, width, height, initial, inside } = box;
  return (
    <g className={cx(styles.state, isNow && styles.now)} data-state={id} data-now={isNow}>
      {initial && (
        <g className={styles.entry}>
          <circle cx={x - ENTRY + 6} cy={y + 14} r={4.5} />
          <path d={`M${x - ENTRY + 10} ${y + 14}H${x - 2}m-6 -4l6 4l-6 4`} />
        </g>
      )}
      <rect x={x} y={y} width={width} height={height} rx={8} />
      <text x={x + 10} y={y + 19} fontSize={NAME} className={styles.name}>
        {id}
      </text>
      {isNow && (
        <text x={x + width - 10} y={y + 19} textAnchor="end" className={styles.word}>
          now
        </text>
      )}
      {inside.map(({ way, text, y: line }) => {
        const last = taken?.way === way.id;
        return (
          <text
            key={way.id}
            x={x + 10}
            y={line}
            className={cx(styles.inside, last && styles.last)}
            data-way={way.id}
            data-taken={last}
          >
            {last && <tspan className={styles.pointer}>▸ </tspan>}
            {text}
          </text>
        );
      })}
    </g>
  );
}
