/**
 * A small history as a picture: a lane a client, a bar an operation, and what is to be said of single ones. It stands
 * still; the pointer may press a bar or drag a point where the page wants that. Those who do not see it, or have no
 * pointer, have the table, and fields of the page's own.
 */

import { type PointerEvent, useId, useRef } from 'react';
import type { HistoryOperation } from '#/scenarios';
import { cx } from '#/ui';
import { fitted } from '../tape/text-width';
import styles from './HistoryPicture.module.css';
import { type Bar, LANE, type Plan, planOf, TEXT } from './plan';

/** What is to be seen of one operation. The words stand under its bar: no look speaks by itself. */
export interface OperationMark {
  readonly words: string;
  readonly look: 'marked' | 'stale' | 'blamed' | 'plain' | 'absent';
}

export interface HistoryPictureProps {
  operations: readonly HistoryOperation[];
  /** By the operation's number, from 1. */
  marks?: Readonly<Record<number, OperationMark>> | undefined;
  /** When operations take effect, in the history's time, by number. */
  points?: Readonly<Record<number, number>> | undefined;
  /** A bar was pressed. */
  onPress?: ((number: number) => void) | undefined;
  /** A bar's point was dragged to a time, which may lie outside the bar. */
  onDrag?: ((number: number, time: number) => void) | undefined;
  /** On paper the points are left out, for a pencil to place. */
  blank?: boolean | undefined;
}

export function HistoryPicture({
  operations,
  marks = {},
  points = {},
  onPress,
  onDrag,
  blank = false,
}: HistoryPictureProps) {
  const plan = planOf(operations);
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();
  const height = plan.lanes.length * LANE.height;
  const order = Object.entries(points)
    .sort(([, a], [, b]) => a - b)
    .map(([number]) => Number(number));

  function drag(event: PointerEvent, number: number): void {
    const box = svg.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    onDrag?.(number, plan.timeAt(((event.clientX - box.left) / box.width) * 100));
  }

  return (
    <div className={cx(styles.frame, blank && styles.blank)}>
      <svg
        ref={svg}
        className={styles.picture}
        aria-hidden="true"
        focusable="false"
        width={Math.round(plan.width)}
        height={height}
        fontSize={TEXT}
        data-part="history"
      >
        <defs>
          <pattern id={`${id}stale`} width={8} height={8} patternUnits="userSpaceOnUse">
            <path className={styles.stripe} d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4" />
          </pattern>
        </defs>
        {plan.lanes.map((name, lane) => (
          <Lane key={name} name={name} lane={lane} plan={plan} />
        ))}
        {plan.bars.map((bar) => (
          <g key={bar.number} data-operation={bar.number} data-look={marks[bar.number]?.look}>
            <OperationBar
              bar={bar}
              mark={marks[bar.number]}
              place={order.indexOf(bar.number)}
              stripes={`url(#${id}stale)`}
            />
            {(onPress || (onDrag && points[bar.number] !== undefined)) && (
              // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; fields of the page do the same.
              <rect
                className={onDrag ? styles.drag : styles.press}
                x={`${bar.from}%`}
                y={bar.lane * LANE.height}
                width={`${Math.max(3, bar.to - bar.from)}%`}
                height={LANE.height}
                onClick={() => onPress?.(bar.number)}
                onPointerDown={(event) => {
                  if (!onDrag || event.button !== 0) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  drag(event, bar.number);
                }}
                onPointerMove={(event) => {
                  if (onDrag && event.currentTarget.hasPointerCapture(event.pointerId))
                    drag(event, bar.number);
                }}
              />
            )}
          </g>
        ))}
        <Points plan={plan} points={points} order={order} marks={marks} />
      </svg>
    </div>
  );
}

function Lane({ name, lane, plan }: { name: string; lane: number; plan: Plan }) {
  const y = lane * LANE.height;
  const room = (plan.left / 100) * plan.width - 6;
  return (
    <>
      <text className={styles.name} x={2} y={y + LANE.end - 4}>
        {fitted(name, TEXT, room)}
      </text>
      <line className={styles.base} x1={`${plan.left}%`} x2="100%" y1={y + LANE.end} y2={y + LANE.end} />
    </>
  );
}

interface OperationBarProps {
  bar: Bar;
  mark: OperationMark | undefined;
  /** Which in the order of the points, from 0; less than 0 where there is no point. */
  place: number;
  stripes: string;
}

function OperationBar({ bar, mark, place, stripes }: OperationBarProps) {
  const top = bar.lane * LANE.height;
  const box = {
    x: `${bar.from}%`,
    y: top + LANE.bar,
    width: `${bar.to - bar.from}%`,
    height: LANE.end - LANE.bar,
  };
  const words = { x: `${bar.anchor === 'start' ? bar.from : bar.to}%`, textAnchor: bar.anchor };
  const failed = bar.op.outcome === 'failed' || mark?.look === 'absent';
  return (
    <>
      <rect className={cx(styles.bar, bar.open && styles.open, failed && styles.failed)} rx={3} {...box} />
      {mark?.look === 'stale' && <rect fill={stripes} rx={3} {...box} />}
      {mark && <rect className={cx(styles.rim, styles[mark.look])} rx={3} {...box} />}
      <text className={styles.words} y={top + LANE.words} {...words}>
        <tspan className={styles.number}>{bar.number}</tspan>
        {bar.words.slice(String(bar.number).length)}
        {bar.open && ' ?'}
      </text>
      {mark && mark.words !== '' && (
        <text className={cx(styles.words, styles.note)} y={top + LANE.note} {...words}>
          {/* Under one bar there is room for one line. */}
          {place < 0 ? mark.words : `${place + 1}. ${mark.words}`}
        </text>
      )}
    </>
  );
}

interface PointsProps {
  plan: Plan;
  points: Readonly<Record<number, number>>;
  order: readonly number[];
  marks: Readonly<Record<number, OperationMark>>;
}

/** A tick through the bar where each takes effect, and under it which in the order that is. */
function Points({ plan, points, order, marks }: PointsProps) {
  return order.map((number, i) => {
    const bar = plan.bars[number - 1];
    if (!bar) return null;
    const x = `${plan.at(points[number] ?? 0)}%`;
    const top = bar.lane * LANE.height;
    return (
      <g key={number} className={styles.point} data-point={number}>
        <line className={styles.tick} x1={x} x2={x} y1={top + LANE.bar - 4} y2={top + LANE.end + 4} />
        <circle className={styles.head} cx={x} cy={top + (LANE.bar + LANE.end) / 2} r={6} />
        {!marks[number]?.words && (
          <text className={cx(styles.words, styles.place)} x={x} y={top + LANE.note} textAnchor="middle">
            {i + 1}.
          </text>
        )}
      </g>
    );
  });
}
