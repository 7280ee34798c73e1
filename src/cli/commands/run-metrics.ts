/** The metrics of a run as `lab run` gives them: totals and stretches with units in their names, and a table for people. */

import type { z } from 'zod';
import {
  type Measured,
  type MeasureName,
  type Metrics,
  measureNames,
  type Total,
  totalsOf,
} from '#/scenarios';
import { columns } from '../answer';
import type { runOutput } from '../output';

type Output = NonNullable<z.infer<typeof runOutput>['metrics']>;
type TotalOutput = Output['users'];
type MeasuredOutput = TotalOutput['measured'];

const KEYS = {
  rate: 'ratePerSecond',
  errors: 'errorShare',
  saturation: 'saturationShare',
  p50: 'p50Ms',
  p99: 'p99Ms',
  'p99.9': 'p999Ms',
  'queue depth': 'queueDepthMean',
  goodput: 'goodputPerSecond',
  'wasted work': 'wastedWorkShare',
  tries: 'triesPerCall',
} as const satisfies Record<MeasureName, keyof MeasuredOutput>;

const ms = (us: number): number => us / 1000;

const shownMeasured = (measured: Measured): MeasuredOutput =>
  Object.fromEntries(measureNames.map((name) => [KEYS[name], measured[name]])) as MeasuredOutput;

const shownTotal = (total: Total): TotalOutput => ({
  ...{ calls: total.called, ok: total.ok, failed: total.failed, unknown: total.unknown },
  ...{ requestsSent: total.tries, retriesSent: total.retries, requestsArrived: total.arrived },
  ...{ refused: total.refused, started: total.started, finished: total.finished, wasted: total.wasted },
  ...{ workedMs: ms(total.workedUs), wastedMs: ms(total.wastedUs) },
  ...{ busyMs: ms(total.busyUs), staffedMs: ms(total.staffedUs) },
  queueDepthMost: total.queueMost,
  measured: shownMeasured(total.measured),
});

const each = <T, U>(all: Readonly<Record<string, T>>, show: (one: T, name: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, show(one, name)]));

export function shownMetrics(metrics: Metrics): Output {
  const { stretches, widthUs } = metrics;
  const whole = totalsOf(metrics, 0, Number.MAX_SAFE_INTEGER);
  return {
    stretchMs: ms(widthUs),
    fromMs: ms(whole.fromUs),
    toMs: ms(whole.toUs),
    users: shownTotal(whole.users),
    nodes: each(whole.nodes, shownTotal),
    stretches: stretches.map(({ fromUs, toUs, nodes }) => {
      const totals = totalsOf({ ...metrics, stretches: [{ fromUs, toUs, nodes }] }, fromUs, toUs);
      return {
        fromMs: ms(fromUs),
        toMs: ms(toUs),
        users: shownMeasured(totals.users.measured),
        nodes: each(totals.nodes, ({ measured, queueMost }, name) => ({
          measured: shownMeasured(measured),
          queueDepthMost: queueMost,
          breakers: nodes[name as keyof typeof nodes]?.breakers ?? {},
        })),
      };
    }),
  };
}

const HEADS: Readonly<Record<keyof MeasuredOutput, string>> = {
  ratePerSecond: 'rate /s',
  errorShare: 'errors %',
  saturationShare: 'at work %',
  p50Ms: 'p50 ms',
  p99Ms: 'p99 ms',
  p999Ms: 'p99.9 ms',
  queueDepthMean: 'queue',
  goodputPerSecond: 'goodput /s',
  wastedWorkShare: 'wasted %',
  triesPerCall: 'tries /call',
};

const HUNDREDFOLD = new Set<string>(['errorShare', 'saturationShare', 'wastedWorkShare']);

/** Four figures at most, and no more than two after the point. */
function text(key: string, value: number | null): string {
  if (value === null) return '–';
  const number = HUNDREDFOLD.has(key) ? value * 100 : value;
  return number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
}

export function metricsLines({
  fromMs,
  toMs,
  stretchMs,
  users,
  nodes,
  stretches,
}: Output): readonly string[] {
  const keys = Object.keys(HEADS) as (keyof MeasuredOutput)[];
  const row = (name: string, { measured }: TotalOutput) => [
    `  ${name}`,
    ...keys.map((key) => text(key, measured[key])),
  ];
  return [
    `From ${fromMs} to ${toMs} ms (${stretches.length} stretches of ${stretchMs} ms):`,
    ...columns([
      ['', ...keys.map((key) => HEADS[key])],
      row('all', users),
      ...Object.entries(nodes).map(([name, total]) => row(name, total)),
    ]),
  ];
}
