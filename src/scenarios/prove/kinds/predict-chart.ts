/**
 * "Predict the chart": one measure in several worlds, one of which runs as this one does. The charts are what the lab
 * computes; two of them differ where they are a tenth of the height apart, or only one has anything to show.
 */

import { KernelError } from '#/kernel';
import { measuredText, measures } from '../../metrics/measures';
import type { Metrics } from '../../metrics/series';
import { type Point, type Series, seriesOf } from '../../metrics/totals';
import type { Variant } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';

type Asked = QuestionOf<'predict-chart'>;

/** Charts are told apart by what differs by a tenth of their height, for a tenth of the time. */
const SEEN = 10;

export interface PredictChartKey {
  /** The chart of the question's own world. */
  readonly actual: Series;
  readonly options: readonly { readonly id: string; readonly right: boolean; readonly series: Series }[];
  /** The greatest value of all charts: they are drawn to one height. */
  readonly most: number;
}

/** Every world that has to be run, the question's own first. */
export const chartWorlds = ({ variant, options }: Asked): readonly Variant[] => [
  variant,
  ...options.map(({ world }) => world),
];

/** `loads`: the metrics of each world of `chartWorlds`, in its order. Throws where a world counts no load. */
export function predictChartKey(
  { measure, node, options }: Asked,
  loads: readonly (Metrics | null)[],
): PredictChartKey {
  const [actual, ...others] = loads.map((metrics) => {
    if (metrics === null) throw new KernelError('Nothing here has workers, and no load is counted.');
    return seriesOf(metrics, measure, node);
  });
  if (!actual) throw new KernelError('There is no world to chart.');
  const all = [actual, ...others].flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  return {
    actual,
    most: Math.max(...all),
    options: options.map(({ id }, i) => {
      const series = others[i] as Series;
      const right = series.points.every(({ value }, at) => value === actual.points[at]?.value);
      return { id, right, series };
    }),
  };
}

/** The stretches in which two charts can be seen to differ. */
export function partings(a: Series, b: Series, most: number): readonly [Point, Point][] {
  return a.points.flatMap((point, i): [Point, Point][] => {
    const other = b.points[i] as Point;
    if (point.value === null && other.value === null) return [];
    const apart =
      point.value === null || other.value === null || Math.abs(point.value - other.value) * SEEN >= most;
    return apart ? [[point, other]] : [];
  });
}

/** The part of the time in which two charts can be seen to differ, 0 to 1. */
export const apartness = (a: Series, b: Series, most: number): number =>
  a.points.length === 0 ? 0 : partings(a, b, most).length / a.points.length;

export const tellApart = (a: Series, b: Series, most: number): boolean => apartness(a, b, most) * SEEN >= 1;

export interface ChartGrade {
  readonly right: boolean;
  readonly chosen: Series;
  /** Where the two first part: what the run has there, and what was chosen. */
  readonly parts: { readonly here: Point; readonly chosen: Point } | null;
}

export function gradeChart({ actual, options, most }: PredictChartKey, id: string): ChartGrade {
  const option = options.find((o) => o.id === id);
  if (!option) throw new KernelError(`The question has no chart called ${id}.`);
  const [first] = partings(actual, option.series, most);
  const parts = first ? { here: first[0], chosen: first[1] } : null;
  return { right: option.right, chosen: option.series, parts };
}

const secondsText = (us: number): string => `${us / 1_000_000} s`;

/** "15 ms at first, at most 461 ms, at 12.5 s, and 16 ms at the end.", for who cannot see the chart. */
export function chartText({ measure, points }: Series): string {
  const some = points.filter(({ value }) => value !== null);
  const [first, last] = [some[0], some.at(-1)];
  if (!first || !last) return 'There is nothing to measure.';
  const of = ({ value }: Point): number => value ?? 0;
  const said = (point: Point): string => measuredText(measure, of(point));
  const least = some.reduce((low, point) => (of(point) < of(low) ? point : low));
  const most = some.reduce((high, point) => (of(point) > of(high) ? point : high));
  if (said(least) === said(most)) return `${said(first)} all the time.`;
  const at = (word: string, point: Point): readonly string[] =>
    [first, last].some((end) => of(end) === of(point))
      ? []
      : [`${word} ${said(point)}, at ${secondsText(point.fromUs)}`];
  const all = [`${said(first)} at first`, ...at('at most', most), ...at('at least', least)];
  return `${all.join(', ')}, and ${said(last)} at the end.`;
}

/** "p99 at web, in ms": what a chart of the question shows. */
export const chartTitle = ({ measure, node }: Pick<Asked, 'measure' | 'node'>): string =>
  `${measures[measure].title}${node === undefined ? '' : ` at ${node}`}`;
