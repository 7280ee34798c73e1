/**
 * The measures there are, what each is called, in which unit, and how it comes from a load: the one definition for
 * charts, tables, totals and what a lesson claims. Null where there is nothing to measure: no share of no calls.
 */

import { percentile } from './ranks';
import type { Load } from './span';

export const measureNames = [
  ...(['rate', 'errors', 'saturation', 'p50', 'p99', 'p99.9'] as const),
  ...(['queue depth', 'goodput', 'wasted work', 'tries'] as const),
] as const;
export type MeasureName = (typeof measureNames)[number];

/** A share is from 0 to 1. */
export type MeasureUnit = 'per second' | 'share' | 'ms' | 'waiting' | 'per call';

export interface Measure {
  /** As the title of a chart or the head of a column. */
  readonly title: string;
  /** What it is of users, and of a node: a sentence each. Absent: of these it says nothing. */
  readonly ofUsers: string | null;
  readonly ofNode: string | null;
  readonly unit: MeasureUnit;
  readonly users: (load: Load) => number | null;
  readonly node: (load: Load) => number | null;
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);
const perSecond = (count: number, { spanUs }: Load): number | null =>
  spanUs === 0 ? null : (count * 1_000_000) / spanUs;

function tookAt(title: string, perMille: number, words: string): Measure {
  const value = ({ took }: Load): number | null => {
    const us = percentile(took, perMille);
    return us === null ? null : us / 1000;
  };
  const sentence = `${words} of the calls that were answered took at most this long.`;
  return { title, unit: 'ms', ofUsers: sentence, ofNode: sentence, users: value, node: value };
}

/** A node without workers has no queue and gets no requests, which is not the same as an empty one and none. */
const ofWorkers = (load: Load, value: number | null): number | null =>
  load.staffedUs === 0 && load.arrived === 0 && load.queueMean === 0 ? null : value;

const ended = ({ ok, failed, unknown }: Load): number => ok + failed + unknown;

export const measures: Readonly<Record<MeasureName, Measure>> = {
  rate: {
    title: 'Rate',
    unit: 'per second',
    ofUsers: 'Calls that users began.',
    ofNode: 'Calls that began here, and requests that came here.',
    users: (load) => perSecond(load.called, load),
    node: (load) => perSecond(load.called + load.arrived, load),
  },
  errors: {
    title: 'Errors',
    unit: 'share',
    ofUsers: 'Of the calls that ended: those that failed, or of which nobody knows.',
    ofNode:
      'Of the calls that ended here and the requests that came here: those that failed or were turned away.',
    users: (load) => share(load.failed + load.unknown, ended(load)),
    node: (load) => share(load.failed + load.unknown + load.refused, ended(load) + load.arrived),
  },
  saturation: {
    title: 'Saturation',
    unit: 'share',
    ofUsers: null,
    ofNode: 'Of the time that the workers had: the part in which they were at work.',
    users: () => null,
    node: ({ busyUs, staffedUs }) => share(busyUs, staffedUs),
  },
  p50: tookAt('Median time', 500, 'Half'),
  p99: tookAt('99th percentile', 990, '99 of 100'),
  'p99.9': tookAt('99.9th percentile', 999, '999 of 1,000'),
  'queue depth': {
    title: 'Queue',
    unit: 'waiting',
    ofUsers: 'Requests that waited for a worker anywhere, on average over the time.',
    ofNode: 'Requests that waited here for a worker, on average over the time.',
    users: ({ queueMean, spanUs }) => (spanUs === 0 ? null : queueMean),
    node: (load) => ofWorkers(load, load.queueMean),
  },
  goodput: {
    title: 'Goodput',
    unit: 'per second',
    ofUsers: 'Calls that were answered while their user waited.',
    ofNode: 'Calls from here that were answered, and requests finished here for which somebody still waited.',
    users: (load) => perSecond(load.ok, load),
    node: (load) => perSecond(load.ok + load.finished - load.wasted, load),
  },
  'wasted work': {
    title: 'Wasted work',
    unit: 'share',
    ofUsers: 'Of the worker time of all finished work anywhere: the part for which nobody waited any more.',
    ofNode: 'Of the worker time of the work finished here: the part for which nobody waited any more.',
    users: ({ wastedUs, workedUs }) => share(wastedUs, workedUs),
    node: ({ wastedUs, workedUs }) => share(wastedUs, workedUs),
  },
  tries: {
    title: 'Tries per call',
    unit: 'per call',
    ofUsers: 'Requests that were sent anywhere, for each call that a user began.',
    ofNode: 'Requests that came here, for each call that a user began.',
    users: ({ tries, calls }) => share(tries, calls),
    node: (load) => ofWorkers(load, share(load.arrived, load.calls)),
  },
};

/** Three figures, and a share in per cent: "132 ms", "16.7 %", "1,670 per second". */
export function measuredText(name: MeasureName, value: number): string {
  const { unit } = measures[name];
  const number = unit === 'share' ? value * 100 : value;
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  const text = String(Number(number.toFixed(digits))).replace(/\B(?=(\d{3})+$)/g, number >= 1000 ? ',' : '');
  return `${text} ${unit === 'share' ? '%' : unit}`;
}
