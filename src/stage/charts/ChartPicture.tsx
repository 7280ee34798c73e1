/**
 * One chart as a drawing: lines up to the cursor, their names at their ends, what was done to the world. Hidden from
 * assistive technology: its sentence and its table say the same.
 */

import { memo, useId } from 'react';
import { cx } from '#/ui';
import type { Frame } from '../tape/frame';
import styles from './Chart.module.css';
import { SMALL } from './end-labels';
import { type Look, signPath } from './looks';
import type { Plan } from './plan';

export interface ChartPictureProps {
  plan: Plan;
  frame: Frame;
  /** Where something was done, in pixels. */
  marks?: readonly number[];
  /** Where a thin line helps the eye down from one chart to the next, and the words under it, if any. */
  times?: readonly { readonly x: number; readonly text: string }[];
  /** Whether the times are written under this chart. */
  dated?: boolean;
  /** Where the cursor stood when this was asked for; none where nothing moves. */
  cursor?: number | null;
}

export const DATED = 20;

export const ChartPicture = memo(function ChartPicture({
  plan,
  frame,
  marks = [],
  times = [],
  dated = false,
  cursor = null,
}: ChartPictureProps) {
  const id = useId();
  const height = plan.height + (dated ? DATED : 0);
  return (
    <svg
      className={styles.picture}
      aria-hidden="true"
      focusable="false"
      height={height}
      viewBox={`0 0 ${frame.width} ${height}`}
      preserveAspectRatio="xMinYMin slice"
      fontSize={SMALL}
      data-plot=""
    >
      <defs>
        <clipPath id={id}>
          <rect x={frame.left} y={0} width={frame.right - frame.left} height={plan.height} />
        </clipPath>
      </defs>
      <rect className={styles.sheet} width={frame.width} height={height} />
      <g className={styles.times}>
        {times.map(({ x, text }) => (
          <g key={x}>
            <path d={`M${x} ${plan.top}V${plan.base}`} />
            {dated && (
              <text x={x} y={plan.base + 18} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
      </g>
      <g className={styles.ticks}>
        {plan.ticks.map(({ y, text }) => (
          <g key={text}>
            <path d={`M${frame.left} ${y}H${frame.right}`} className={cx(y === plan.base && styles.base)} />
            <text x={frame.left - 6} y={y + 4.5} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
      </g>
      <g className={styles.marks}>
        {marks.map((x) => (
          <path key={x} d={`M${x} 0V${plan.base}`} />
        ))}
      </g>
      <g clipPath={`url(#${id})`}>
        {plan.lines.map(({ id: line, d, look }) => (
          <path
            key={line}
            className={cx(styles.line, look.other && styles.other, styles[look.tone])}
            data-line={line}
            d={d}
            strokeDasharray={look.dash}
          />
        ))}
      </g>
      {cursor !== null && (
        <g className={styles.cursor} data-cursor="" transform={`translate(${cursor} 0)`}>
          <path d={`M0 0V${plan.base}`} />
        </g>
      )}
      <g>{plan.lines.map(({ id: line, look, end }) => end && <SignAt key={line} look={look} {...end} />)}</g>
      <g className={styles.labels}>
        {plan.labels.map(({ id: line, name, value, x, y }) => {
          const look = plan.lines.find((l) => l.id === line)?.look;
          return (
            <g key={line} data-label={line}>
              {look && <SignAt look={look} x={x - 8} y={y - 4.5} />}
              <text x={x} y={y}>
                {name} <tspan className={styles.value}>{value}</tspan>
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
});

function SignAt({ look, x, y }: { look: Look; x: number; y: number }) {
  return (
    <path
      className={cx(styles.sign, styles[look.sign], look.other && styles.ring, styles[look.tone])}
      d={signPath(look.sign)}
      transform={`translate(${x} ${y})`}
    />
  );
}
