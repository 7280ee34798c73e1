/** The picture of the tape: lanes, bars, and what a verdict says of them. Everything in it is also said elsewhere. */

import { useId } from 'react';
import { cx } from '#/ui';
import { momentText } from '../document/words';
import type { Marks } from '../verdicts/marks';
import { AXIS, BAR, type Bar, inSight, type Sheet, ticksOf, type View, type Window, xOf } from './geometry';
import styles from './Tape.module.css';

export interface BarsProps {
  sheet: Sheet;
  view: View;
  window: Window;
  selected: number | null;
  marks: Marks;
  /** The verdict is of an earlier drawing. */
  stale: boolean;
}

/** How far an open bar is drawn with a firm edge before it fades. */
const FIRM = 56;
const DISC = 9;

function rim({ x1, x2, y, open, text, words }: Bar): string {
  const bottom = y + BAR;
  if (!open) return `M${x2} ${y}H${x1}V${bottom}H${x2}z`;
  const firm = Math.min(x2, words?.place === 'inside' ? words.x + text.length * 8 + 8 : x1 + FIRM);
  return `M${firm} ${y}H${x1}V${bottom}H${firm}`;
}

/** Dashes that grow shorter, then a line of dots for as long as it may still take effect. */
function fading({ x1, x2, y, text, words }: Bar): string {
  const from = words?.place === 'inside' ? words.x + text.length * 8 + 8 : x1 + FIRM;
  const dash = (x: number, length: number) =>
    x + length > x2 ? '' : `M${x} ${y}h${length}M${x} ${y + BAR}h${length}`;
  return [dash(from + 5, 9), dash(from + 20, 6), dash(from + 33, 4), dash(from + 45, 2)].join('');
}

/** Words below the bars of one lane, each left out where the one before it still stands. */
function belowWords(bars: readonly Bar[], word: (bar: Bar) => string | null) {
  const until = new Map<number, number>();
  return bars.flatMap((bar) => {
    const text = word(bar);
    if (text === null || (until.get(bar.y) ?? -1) > bar.x1) return [];
    until.set(bar.y, bar.x1 + text.length * 7.5 + 6);
    return [{ key: bar.op.id, x: bar.x1, y: bar.y + BAR + 14, text }];
  });
}

export function Bars({ sheet, view, window, selected, marks, stale }: BarsProps) {
  const stripes = `${useId()}stripes`;
  const { lanes, width, height } = sheet;
  const bars = sheet.bars.filter((bar) => inSight(bar, window));
  const points = placesOf(bars, view, marks);
  const left = Math.max(0, window.left);
  const right = Math.min(width, window.right);
  const words = belowWords(bars, ({ op }) =>
    marks.blamed.has(op.id) ? 'blamed' : op.outcome === 'failed' ? 'failed' : null,
  );
  return (
    <svg
      className={styles.sheet}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern
          id={stripes}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className={styles.stripe} d="M0 0v8" />
        </pattern>
      </defs>
      <g className={styles.ticks}>
        {ticksOf(view, window, width).map((at) => (
          <g key={at}>
            <path d={`M${xOf(view, at)} 0V${height - AXIS}`} />
            <text x={xOf(view, at)} y={height - 8}>
              {momentText(at)}
            </text>
          </g>
        ))}
      </g>
      {lanes.map(({ process, y }) => (
        <path key={process} className={styles.lane} d={`M${Math.max(view.names, left)} ${y}H${right}`} />
      ))}
      <Thread sheet={sheet} view={view} window={window} marks={marks} stale={stale} />
      {bars.map((bar) => (
        <g
          key={bar.op.id}
          data-bar={bar.op.id}
          className={cx(
            styles.bar,
            bar.op.outcome === 'failed' ? styles.failed : bar.open ? styles.open : styles.ok,
            bar.op.id === selected && styles.selected,
            marks.blamed.has(bar.op.id) && styles.blamed,
            stale && styles.stale,
          )}
        >
          <rect
            className={styles.ground}
            x={bar.x1}
            y={bar.y}
            width={bar.open ? Math.min(FIRM, bar.x2 - bar.x1) : bar.x2 - bar.x1}
            height={BAR}
          />
          {marks.blamed.has(bar.op.id) && (
            <rect
              x={bar.x1}
              y={bar.y}
              width={bar.open ? Math.min(FIRM, bar.x2 - bar.x1) : bar.x2 - bar.x1}
              height={BAR}
              fill={`url(#${stripes})`}
            />
          )}
          <path className={styles.rim} d={rim(bar)} />
          {bar.open && (
            <>
              <path className={styles.fade} d={fading(bar)} />
              <path className={styles.maybe} d={`M${bar.x1 + FIRM + 60} ${bar.y + BAR / 2}H${bar.x2}`} />
            </>
          )}
          {bar.op.id === selected && (
            <path
              className={styles.grips}
              d={`M${bar.x1} ${bar.y + 6}v${BAR - 12}${bar.open ? '' : `M${bar.x2} ${bar.y + 6}v${BAR - 12}`}`}
            />
          )}
          {bar.words && (
            <text x={bar.words.x} y={bar.words.place === 'inside' ? bar.y + 19 : bar.y - 8}>
              {bar.text}
            </text>
          )}
        </g>
      ))}
      <g className={styles.below}>
        {words.map(({ key, x, y, text }) => (
          <text key={key} x={x} y={y} className={cx(text === 'blamed' && styles.blame)}>
            {text}
          </text>
        ))}
      </g>
      <g className={cx(styles.points, stale && styles.stale)}>
        {points.map(({ id, place, x, disc, y, inTime }) => (
          <g key={id} data-place={place}>
            {/* In two parts, so that the words of the bar stay free; none where the order is not one in time. */}
            {inTime && <path d={`M${x} ${y - 5}v10M${x} ${y + BAR - 5}v5L${disc} ${y + BAR + 2}`} />}
            <circle cx={disc} cy={y + BAR + DISC} r={DISC} />
            <text x={disc} y={y + BAR + DISC + 4.5}>
              {place}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Where an operation stands in the order: a tick at its point, or the middle of its bar, and a disc with its number. */
function placesOf(bars: readonly Bar[], view: View, marks: Marks) {
  const until = new Map<number, number>();
  return bars
    .flatMap((bar) => {
      const found = marks.places.get(bar.op.id);
      if (!found) return [];
      const middle = bar.open ? bar.x1 + FIRM / 2 : (bar.x1 + bar.x2) / 2;
      return [
        {
          id: bar.op.id,
          place: found.place,
          x: found.at === null ? middle : xOf(view, found.at),
          y: bar.y,
          inTime: found.at !== null,
        },
      ];
    })
    .sort((a, b) => a.x - b.x)
    .map((point) => {
      const disc = Math.max(point.x, (until.get(point.y) ?? -1) + 2 * DISC + 2);
      until.set(point.y, disc);
      return { ...point, disc };
    });
}

/** More links than this are a tangle; the list tells the order. */
const MOST_LINKS = 80;

/** A thread from point to point, where the order is one in time. */
function Thread({ sheet, view, window, marks, stale }: Omit<BarsProps, 'selected'>) {
  if (marks.order.length > MOST_LINKS) return null;
  const byId = new Map(sheet.bars.map((bar) => [bar.op.id, bar]));
  const points = marks.order.flatMap((id) => {
    const [bar, at] = [byId.get(id), marks.places.get(id)?.at];
    return bar && at != null ? [{ x: xOf(view, at), y: bar.y + BAR / 2 }] : [];
  });
  const first = points[0];
  if (!first || first.x > window.right) return null;
  return (
    <path
      className={cx(styles.thread, stale && styles.stale)}
      d={points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
    />
  );
}
