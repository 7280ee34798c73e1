/**
 * A chart worked out: paths, ticks, the signs at the lines' ends and the words beside them. Pure; CSS pixels.
 * A step of time is a level drawn from its beginning to its end, so that nothing rises before its cause. Where steps
 * are very narrow, each column of pixels shows the least and the most that fell on it.
 */

import { bisectLeft, bisectRight } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { line as pathOf } from 'd3-shape';
import type { Frame } from '../tape/frame';
import type { Curve, Curves } from './curve';
import { type EndLabel, endLabels, LABEL_GAP, rowsAbove } from './end-labels';
import type { Look } from './looks';
import { numberText } from './number-text';

const AIR = 10;
const BOTTOM = 6;
const LEAST_PLOT = 64;
/** Names begin where the cursor will be by the end of this step, so that it does not run through them; not further off. */
const MOST_AHEAD = 40;

export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly whole?: number | undefined;
  /** The axis goes no less far, so that next to nothing does not look like much. */
  readonly atLeast?: number | undefined;
  /** A value as it is written at the end of its line. */
  readonly text: (value: number) => string;
}

export interface DrawnLine {
  readonly id: string;
  readonly look: Look;
  readonly d: string;
  readonly end: { readonly x: number; readonly y: number } | null;
}

export interface Plan {
  readonly height: number;
  readonly top: number;
  /** Where the value 0, or the least of a logarithmic axis, is. */
  readonly base: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly lines: readonly DrawnLine[];
  readonly labels: readonly EndLabel[];
}

/** The height of a plot with so many lines: no two of their names overlap. */
const plotHeight = (lines: number): number => Math.max(LEAST_PLOT, lines * LABEL_GAP);

function decades(least: number, most: number): readonly [number, number] {
  let low = 1;
  while (low > least) low /= 10;
  while (low * 10 <= least) low *= 10;
  let high = low * 10;
  while (high < most) high *= 10;
  return [low, high];
}

type Scale = (value: number) => number;

/** The least that is more than nothing, and the most. */
function boundsOf(curves: readonly Curve[]) {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { values } of curves) {
    for (const value of values) {
      if (value === null || value <= 0) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return { least: least === Number.POSITIVE_INFINITY ? 1 : least, most };
}

function verticalOf(curves: readonly Curve[], axis: Axis, range: [base: number, top: number]) {
  const { least, most } = boundsOf(curves);
  if (axis.scale === 'log') {
    const domain = decades(least, Math.max(most, least));
    const scale = scaleLog().domain(domain).range(range).clamp(true);
    const all: number[] = [];
    for (let at = domain[0]; at <= domain[1] * 1.001; at *= 10) all.push(at);
    const every = Math.ceil(all.length / 4);
    return { y: scale as Scale, ticks: all.filter((_, i) => i % every === 0) };
  }
  const scale = scaleLinear()
    .domain([0, axis.whole ?? Math.max(most, axis.atLeast ?? 1)])
    .range(range);
  if (axis.whole === undefined) scale.nice(2);
  const ticks = scale.ticks(2);
  return { y: scale as Scale, ticks: ticks.length > 4 ? ticks.filter((_, i) => i % 2 === 0) : ticks };
}

type Point = readonly [x: number, y: number];

const draw = pathOf<Point | null>()
  .defined((point) => point !== null)
  .x((point) => (point as Point)[0])
  .y((point) => (point as Point)[1])
  .digits(1);

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The level of each step from its beginning to its end. */
function stepped(values: Curve['values'], from: number, to: number, x: (edge: number) => number, y: Scale) {
  let d = '';
  let open = false;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? null;
    if (value !== null) {
      d += open ? `V${tenths(y(value))}` : `M${tenths(x(i))},${tenths(y(value))}`;
      d += `H${tenths(x(i + 1))}`;
    }
    open = value !== null;
  }
  return d;
}

/** A column: so many pixels whose steps are drawn as the least and the most of them. */
const COLUMN = 2;

/** The least and the most of each column, in the order in which they came. */
function columns(values: Curve['values'], from: number, to: number, x: (edge: number) => number, y: Scale) {
  const points: (Point | null)[] = [];
  let i = from;
  while (i < to) {
    const column = Math.floor(x(i) / COLUMN);
    let [low, high] = [-1, -1];
    for (; i < to && Math.floor(x(i) / COLUMN) === column; i++) {
      const value = values[i] ?? null;
      if (value === null) continue;
      if (low < 0 || value < (values[low] as number)) low = i;
      if (high < 0 || value > (values[high] as number)) high = i;
    }
    if (low < 0) points.push(null);
    else {
      const both = low <= high ? [low, high] : [high, low];
      const at = (column + 0.5) * COLUMN;
      for (const place of low === high ? [low] : both) points.push([at, y(values[place] as number)]);
    }
  }
  return draw(points) ?? '';
}

function lineOf(
  curve: Curve,
  edges: Curves['edges'],
  frame: Frame,
  y: Scale,
): DrawnLine & { last: number | null } {
  const { id, look, values } = curve;
  const x = (edge: number) => frame.x(edges[edge] as number);
  const from = Math.max(0, bisectRight(edges, frame.from) - 1);
  const to = Math.min(values.length, bisectLeft(edges, frame.from + frame.length));
  const crowded = (to - from) * COLUMN > frame.right - frame.left;
  const d = from >= to ? '' : (crowded ? columns : stepped)(values, from, to, x, y);
  const last = from >= to ? null : (values[to - 1] ?? null);
  const end = last === null ? null : { x: Math.min(x(to), frame.right), y: y(last) };
  return { id, look, d, end, last };
}

const aheadOf = (edges: Curves['edges'], frame: Frame): number => {
  const [before, last] = edges.slice(-2);
  const step = before === undefined || last === undefined ? 0 : frame.x(last) - frame.x(before);
  return Math.max(10, Math.min(MOST_AHEAD, step) + 6);
};

export function planOf({ edges, curves }: Curves, axis: Axis, frame: Frame): Plan {
  // As wide whatever is measured, so that no row comes or goes.
  const rows = rowsAbove(curves, axis.text(axis.whole ?? 8_888), frame);
  const top = rows.count * LABEL_GAP + AIR;
  const base = top + plotHeight(curves.length);
  const { y, ticks } = verticalOf(curves, axis, [base, top]);
  const lines = curves.map((curve) => ({ ...lineOf(curve, edges, frame, y), name: curve.name }));
  const ends = lines.flatMap(({ id, name, end, last }) =>
    end && last !== null ? [{ id, name, value: axis.text(last), ...end }] : [],
  );
  return {
    ...{ height: base + BOTTOM, top, base },
    ticks: ticks.map((value) => ({ y: y(value), text: numberText(value) })),
    lines: lines.map(({ id, look, d, end }) => ({ id, look, d, end })),
    labels: endLabels(ends, rows, frame, { top, base, ahead: aheadOf(edges, frame) }),
  };
}
