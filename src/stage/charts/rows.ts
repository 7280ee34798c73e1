/** The table behind a chart: the run so far in at most sixty rows, and the sentence that says where it stands. */

import type { Micros } from '#/scenarios';
import { timeText } from '../words';
import { linesOf, type Side, valueOn } from './curve';
import type { ChartKind } from './measures';

export const MOST_ROWS = 60;

export interface Row {
  readonly fromUs: Micros;
  readonly toUs: Micros;
  /** By line. */
  readonly values: readonly (number | null)[];
}

/** How many stretches a row takes together. */
export const perRow = (count: number): number => Math.max(1, Math.ceil(count / MOST_ROWS));

export function rowsOf(sides: readonly Side[], chart: ChartKind): readonly Row[] {
  const [lines, edges] = [linesOf(sides, chart), longestOf(sides)];
  const count = Math.max(0, edges.length - 1);
  const together = perRow(count);
  const rows: Row[] = [];
  for (let from = 0; from < count; from += together) {
    const [fromUs, toUs] = [edges[from] ?? 0, edges[Math.min(count, from + together)] ?? 0];
    const values = lines.map(({ line, side }) => valueOn(side.load, chart, line, fromUs, toUs));
    rows.push({ fromUs, toUs, values });
  }
  return rows;
}

export const longestOf = (sides: readonly Side[]): readonly Micros[] =>
  sides.reduce<readonly Micros[]>(
    (most, { load }) => (load.edges.length > most.length ? load.edges : most),
    [],
  );

/** "Latency in the 500 ms up to 6,000 ms: p50 84 ms, p99 412 ms, p99.9 412 ms." */
export function standing({ load, name }: Side, chart: ChartKind): string {
  const { metrics, count, tiers } = load;
  const last = metrics.stretches[count - 1];
  const title = name === null ? chart.title : `${chart.title}, ${name},`;
  if (!last) return `${title}: nothing has been measured yet.`;
  const said = chart.lines(tiers).map((line) => {
    const value = valueOn(load, chart, line, last.fromUs, last.toUs);
    return `${line.name} ${value === null ? 'not measured' : chart.text(value)}`;
  });
  const what = said.length === 0 ? 'nothing to measure yet' : said.join(', ');
  return `${title} in the ${timeText(metrics.widthUs)} up to ${timeText(last.toUs)}: ${what}.`;
}
