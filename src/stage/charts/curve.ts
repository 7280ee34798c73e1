/** A line of a chart as numbers: what it is called, how it looks, and its value in each step of time. */

import type { Metrics, Micros, Stretch } from '#/scenarios';
import type { Look } from './looks';
import type { ChartKind, Line, MeasuredAt, Tier } from './measures';

export interface Curve {
  readonly id: string;
  readonly name: string;
  readonly look: Look;
  /** One for each step, null where there was nothing to measure. */
  readonly values: readonly (number | null)[];
}

/** Curves over the same steps; `edges` has one more than there are steps, ascending. */
export interface Curves {
  readonly edges: readonly Micros[];
  readonly curves: readonly Curve[];
}

/** What a run has come to: its metrics, the stretches of them that are over, and what is measured of them. */
export interface Load {
  readonly metrics: Metrics;
  readonly count: number;
  readonly tiers: readonly Tier[];
  readonly measured: MeasuredAt;
}

/** How many stretches were over at a moment. */
export function overAt({ stretches }: Metrics, at: Micros): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).toUs <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A line's value over a span, in the chart's unit. */
export function valueOn(
  { metrics, measured }: Pick<Load, 'metrics' | 'measured'>,
  { times }: ChartKind,
  { measure, node }: Line,
  fromUs: Micros,
  toUs: Micros,
): number | null {
  const value =
    node === undefined
      ? measured(metrics, measure, fromUs, toUs)
      : measured(metrics, measure, fromUs, toUs, node);
  return value === null ? null : value * times;
}

/** What a stretch came to on each line is worked out once: it is over. */
const known = new WeakMap<Stretch, Map<string, number | null>>();

function valueIn(load: Load, chart: ChartKind, line: Line, stretch: Stretch): number | null {
  const values = known.get(stretch) ?? new Map<string, number | null>();
  known.set(stretch, values);
  const key = `${chart.id} ${line.id}`;
  const before = values.get(key);
  if (before !== undefined) return before;
  // Of the stretch alone: nobody has to look for it among the others.
  const alone = { ...load, metrics: { ...load.metrics, stretches: [stretch] } };
  const value = valueOn(alone, chart, line, stretch.fromUs, stretch.toUs);
  values.set(key, value);
  return value;
}

/** A chart over the stretches that are over. */
export function curvesOf(load: Load, chart: ChartKind): Curves {
  const over = load.metrics.stretches.slice(0, load.count);
  return {
    edges: over.length === 0 ? [] : [(over[0] as Stretch).fromUs, ...over.map((s) => s.toUs)],
    curves: chart.lines(load.tiers).map((line) => ({
      id: line.id,
      name: line.name,
      look: line.look,
      values: over.map((stretch) => valueIn(load, chart, line, stretch)),
    })),
  };
}
