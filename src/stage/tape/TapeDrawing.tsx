/** The part of the tape that changes only with the position: drawn by React, and left alone in between. */

import { memo } from 'react';
import { cx } from '#/ui';
import { ArrowMark } from './ArrowMark';
import { Crowd } from './Crowd';
import type { Drawing } from './drawing';
import type { Frame, Lanes } from './frame';
import type { Overlay } from './overlay';
import type { RelationOf } from './relation';
import { Skylines } from './Skylines';
import { Bands, Calls, LaneRuns, Marks, Timers } from './Spans';
import styles from './Tape.module.css';
import { fitted, LABEL_SIZE } from './text-width';

interface TapeDrawingProps {
  drawing: Drawing;
  Over: Overlay['Marks'] | undefined;
  frame: Frame;
  lanes: Lanes;
  /** References to the clips of the plot and of what has been. */
  plot: string;
  past: string;
  relationOf: RelationOf;
}

export const TapeDrawing = memo(function TapeDrawing({ plot, lanes, Over, ...rest }: TapeDrawingProps) {
  const { drawing, frame, past, relationOf } = rest;
  return (
    <>
      <g className={styles.names}>
        {lanes.lanes.map(({ id, name, y }) => (
          <text key={id} x={4} y={y + 5}>
            {fitted(name, LABEL_SIZE, frame.left - 8)}
          </text>
        ))}
      </g>
      <g className={styles.blank}>
        {lanes.lanes.map(({ id, y }) => (
          <path key={id} d={`M${frame.left} ${y}H${frame.right}`} />
        ))}
      </g>
      <g className={styles.ticks}>
        <path d={`M${frame.left} ${lanes.axis}H${frame.right}`} />
        {drawing.ticks.map(({ at, text }) => (
          <g key={at}>
            <path d={`M${frame.x(at)} ${lanes.axis}v5`} />
            <text x={frame.x(at)} y={lanes.axis + 18} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
      </g>
      <g clipPath={plot}>
        <Bands {...rest} />
        <LaneRuns {...rest} />
        {drawing.traffic && <Skylines traffic={drawing.traffic} frame={frame} lanes={lanes} past={past} />}
        {drawing.crowded ? (
          <Crowd arrows={drawing.arrows} />
        ) : (
          drawing.arrows.map((arrow) => (
            <ArrowMark
              key={arrow.entry}
              arrow={arrow}
              relation={relationOf(arrow.entry, arrow.endEntry)}
              edge={frame.right}
              past={past}
            />
          ))
        )}
        <Timers {...rest} />
        <Calls {...rest} />
        {Over && <Over calls={drawing.calls} frame={frame} past={past} />}
        <Ends drawing={drawing} />
        <Marks {...rest} />
        {drawing.stamps?.plan.under(relationOf)}
      </g>
    </>
  );
});

/** The words of a drawing, above the cursor, so that their halo keeps them legible where it passes. */
export const TapeLabels = memo(function TapeLabels({
  drawing,
  relationOf,
}: Pick<TapeDrawingProps, 'drawing' | 'relationOf'>) {
  return (
    <>
      {drawing.stamps?.plan.over(drawing.stamps.placed, relationOf)}
      <g className={styles.labels}>
        {drawing.labels.map(({ key, text, x, y, anchor, hue, entry, inside }) => {
          const relation = relationOf(entry);
          return (
            <text
              key={key}
              x={x}
              y={y}
              textAnchor={anchor}
              className={cx(styles[hue], inside && styles.inside, relation && styles[relation])}
            >
              {text}
            </text>
          );
        })}
      </g>
    </>
  );
});

/** A dot where each message leaves and where it arrives; one where several meet. */
function Ends({ drawing }: { drawing: Drawing }) {
  if (drawing.crowded) return null;
  const dots = new Map<string, readonly [number, number]>();
  for (const { points, status, thread } of drawing.arrows) {
    const ends = [thread ? undefined : points[0], status === 'delivered' ? points.at(-1) : undefined];
    for (const end of ends) if (end) dots.set(`${Math.round(end[0])} ${Math.round(end[1])}`, end);
  }
  return (
    <g className={styles.dots}>
      {[...dots].map(([key, [x, y]]) => (
        <circle key={key} cx={x} cy={y} r={3.5} />
      ))}
    </g>
  );
}
