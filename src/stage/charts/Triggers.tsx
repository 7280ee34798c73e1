/** The words over the charts: what was done to the world, each at its moment. What finds no room is in the list below. */

import { memo } from 'react';
import type { Frame } from '../tape/frame';
import { textWidth } from '../tape/text-width';
import { timeText } from '../words';
import styles from './Charts.module.css';
import { SMALL } from './end-labels';
import type { Trigger } from './triggers';

const ROW = 18;
const MOST_ROWS = 2;

interface Placed {
  readonly trigger: Trigger;
  readonly x: number;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  readonly row: number;
}

/** Later ones choose first: they are what the cursor has just passed. */
export function placed(triggers: readonly Trigger[], frame: Frame): readonly Placed[] {
  const taken: { row: number; from: number; to: number }[] = [];
  const found: Placed[] = [];
  for (const trigger of [...triggers].reverse()) {
    const x = frame.x(trigger.at);
    if (x < frame.left || x > frame.right) continue;
    const width = textWidth(trigger.words, SMALL) + 8;
    const [from, anchor] =
      x + width <= frame.width ? [x, 'start' as const] : [Math.max(0, x - width), 'end' as const];
    const free = (row: number) =>
      taken.every((other) => other.row !== row || from + width < other.from || other.to < from);
    const row = Array.from({ length: MOST_ROWS }, (_, i) => i).find(free);
    if (row === undefined) continue;
    taken.push({ row, from, to: from + width });
    found.push({ trigger, x, textX: anchor === 'start' ? x + 5 : Math.max(x - 5, width - 5), anchor, row });
  }
  return found.reverse();
}

export const TriggerStrip = memo(function TriggerStrip({
  triggers,
  frame,
}: {
  triggers: readonly Trigger[];
  frame: Frame;
}) {
  const all = placed(triggers, frame);
  // As high whatever was done, so that nothing below moves when something is.
  const height = MOST_ROWS * ROW;
  return (
    <svg
      className={styles.strip}
      aria-hidden="true"
      focusable="false"
      height={height}
      viewBox={`0 0 ${frame.width} ${height}`}
      preserveAspectRatio="xMinYMin slice"
      fontSize={SMALL}
      data-plot=""
    >
      {all.map(({ trigger, x, textX, anchor, row }) => {
        const y = (MOST_ROWS - row) * ROW;
        return (
          <g key={trigger.entry} data-trigger={trigger.entry}>
            <path d={`M${x} ${y - ROW + 3}V${height}`} />
            <text x={textX} y={y - 5} textAnchor={anchor}>
              {trigger.words}
            </text>
          </g>
        );
      })}
    </svg>
  );
});

/** For those who do not see the marks. */
export function TriggerList({ triggers }: { triggers: readonly Trigger[] }) {
  if (triggers.length === 0) return null;
  const last = triggers.slice(-8);
  return (
    <p className="visually-hidden">
      Done to the world so far: {last.map(({ words, at }) => `${words}, at ${timeText(at)}`).join('; ')}.
    </p>
  );
}
