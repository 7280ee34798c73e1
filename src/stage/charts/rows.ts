/** The table behind a chart: the run so far in at most sixty rows, and the sentence that says where it stands. */

import type { Micros } from '#/scenarios';
import { timeText } from '../words';
import { type Load, valueOn } from './curve';
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

export function rowsOf(load: Load, chart: ChartKind): readonly Row[] {
  const { metrics, count, tiers } = load;
  const [lines, together] = [chart.lines(tiers), perRow(count)];
  const rows: Row[] = [];
  for (let from = 0; from < count; from += together) {
    const [first, last] = [metrics.stretches[from], metrics.stretches[Math.min(count, from + together) - 1]];
    if (!first || !last) continue;
    const { fromUs } = first;
    const { toUs } = last;
    rows.push({ fromUs, toUs, values: lines.map((line) => valueOn(load, chart, line, fromUs, toUs)) });
  }
  return rows;
}

/** "Latency in the 500 ms up to 6,000 ms: p50 84 ms, p99 412 ms, p99.9 412 ms." */
export function standing(load: Load, chart: ChartKind): string {
  const { metrics, count, tiers } = load;
  const last = metrics.stretches[count - 1];
  if (!last) return `${chart.title}: nothing has been measured yet.`;
  const said = chart.lines(tiers).map((line) => {
    const value = valueOn(load, chart, line, last.fromUs, last.toUs);
    return `${line.name} ${value === null ? 'not measured' : chart.text(value)}`;
  });
  const what = said.length === 0 ? 'nothing to measure yet' : said.join(', ');
  return `${chart.title} in the ${timeText(metrics.widthUs)} up to ${timeText(last.toUs)}: ${what}.`;
}
