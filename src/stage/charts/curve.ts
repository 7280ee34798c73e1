/** A line of a chart as numbers: what it is called, how it looks, and its value in each step of time. */

import type { Metrics, Micros, Scenario, Stretch } from '#/scenarios';
import { type Look, otherLook } from './looks';
import { type ChartKind, type Line, type MeasuredAt, type Tier, tiersOf } from './measures';

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
  /** The moments between its stretches, first to last. */
  readonly edges: readonly Micros[];
  readonly tiers: readonly Tier[];
  readonly measured: MeasuredAt;
}

/** The load of a run as far as it was over at a moment. */
export function loadAt(metrics: Metrics, at: Micros, scenario: Scenario, measured: MeasuredAt): Load {
  const count = overAt(metrics, at);
  const over = metrics.stretches.slice(0, count);
  const edges = over.length === 0 ? [] : [(over[0] as Stretch).fromUs, ...over.map((s) => s.toUs)];
  return { metrics, count, edges, measured, tiers: tiersOf(metrics, count, scenario) };
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

/** What a stretch came to is worked out once: it is over. By chart, and how many tiers there were: then a value a line. */
const known = new WeakMap<Stretch, Map<string, readonly (number | null)[]>>();

function valuesIn(
  load: Load,
  chart: ChartKind,
  lines: readonly Line[],
  stretch: Stretch,
): readonly (number | null)[] {
  const charts = known.get(stretch) ?? new Map<string, readonly (number | null)[]>();
  known.set(stretch, charts);
  const key = `${chart.id} ${lines.length}`;
  const before = charts.get(key);
  if (before) return before;
  // Of the stretch alone: nobody has to look for it among the others.
  const alone = { ...load, metrics: { ...load.metrics, stretches: [stretch] } };
  const values = lines.map((line) => valueOn(alone, chart, line, stretch.fromUs, stretch.toUs));
  charts.set(key, values);
  return values;
}

/** A run that a chart tells of. Of two, each line has the name of its run behind its own. */
export interface Side {
  readonly load: Load;
  readonly name: string | null;
}

/** The lines of a chart of one or two runs, with the names and looks they have there. */
export function linesOf(
  sides: readonly Side[],
  chart: ChartKind,
): readonly { readonly line: Line; readonly side: Side; readonly nth: number }[] {
  const { main } = chart;
  return sides.flatMap((side, which) =>
    chart.lines(side.load.tiers).flatMap((line, nth) => {
      if (sides.length === 1) return [{ line, side, nth }];
      if (main !== undefined && line.id !== main) return [];
      const look = which === 0 ? line.look : otherLook(line.look);
      return [
        { line: { ...line, id: `${line.id} ${which}`, name: `${line.name}, ${side.name}`, look }, side, nth },
      ];
    }),
  );
}

/** The values of all lines of a run's chart, line by line. */
function valuesOf(load: Load, chart: ChartKind): readonly (readonly (number | null)[])[] {
  const lines = chart.lines(load.tiers);
  const values = lines.map((): (number | null)[] => []);
  for (let i = 0; i < load.count; i++) {
    const all = valuesIn(load, chart, lines, load.metrics.stretches[i] as Stretch);
    for (let line = 0; line < values.length; line++) values[line]?.push(all[line] ?? null);
  }
  return values;
}

/** A chart over the stretches that are over, of one run or two in the same time. */
export function curvesOf(sides: readonly Side[], chart: ChartKind): Curves {
  const longest = sides.reduce((a, b) => (b.load.edges.length > a.load.edges.length ? b : a));
  const values = new Map(sides.map((side) => [side, valuesOf(side.load, chart)]));
  return {
    edges: longest.load.edges,
    curves: linesOf(sides, chart).map(({ line: { id, name, look }, side, nth }) => ({
      ...{ id, name, look },
      values: values.get(side)?.[nth] ?? [],
    })),
  };
}
