/**
 * What the charts are: each with its title, its unit and its lines. How a line's value comes from a load is not said
 * here but where measures are defined; the run hands that out, so that charts, tables and claims never differ.
 */

import type { MeasureName, Metrics, Micros, NodeId, Scenario } from '#/scenarios';
import { nodeName, timeText } from '../words';
import { type Look, looks, tierLook } from './looks';
import { numberText } from './number-text';

export type ChartName = NonNullable<Scenario['charts']>[number];

/** One measure over a span of time, at a node or of the users; null where there was nothing to measure. */
export type MeasuredAt = (
  metrics: Metrics,
  measure: MeasureName,
  fromUs: Micros,
  toUs: Micros,
  node?: NodeId,
) => number | null;

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly look: Look;
  readonly measure: MeasureName;
  /** Of the users where it is absent. */
  readonly node?: NodeId;
}

export interface ChartKind {
  readonly id: ChartName;
  readonly title: string;
  /** What one unit of the axis is, in words. */
  readonly unit: string;
  /** How many units of the axis one of the measure is: a share is shown in hundredths. */
  readonly times: number;
  /** A value with its unit, short: "15.2/s", "412 ms". */
  readonly text: (value: number) => string;
  readonly scale: 'linear' | 'log';
  /** The whole of it, where there is one: the axis then never moves. */
  readonly whole?: number;
  /** The axis goes no less far: next to nothing must not look like much. */
  readonly atLeast?: number;
  readonly lines: (tiers: readonly Tier[]) => readonly Line[];
  /** The one line to compare two runs by, where all of them would be too many. */
  readonly main?: string;
}

/** A node with workers. */
export interface Tier {
  readonly id: NodeId;
  readonly name: string;
}

/** The nodes that had something to work on in the first `count` stretches, in the order of the scenario. */
export function tiersOf({ nodes, stretches }: Metrics, count: number, scenario: Scenario): readonly Tier[] {
  const works = (id: NodeId) => {
    for (let i = 0; i < count; i++) {
      const load = stretches[i]?.nodes[id];
      if (load && (load.arrived > 0 || load.staffedUs > 0)) return true;
    }
    return false;
  };
  return nodes.filter(works).map((id) => ({ id, name: nodeName(scenario, id) }));
}

const byTier =
  (measure: MeasureName) =>
  (tiers: readonly Tier[]): readonly Line[] =>
    tiers.map(({ id, name }, i) => ({ id, name, look: tierLook(i), measure, node: id }));

const percent = {
  times: 100,
  text: (value: number) => `${numberText(value)} %`,
  scale: 'linear',
  whole: 100,
} as const;
const perSecond = { times: 1, text: (value: number) => `${numberText(value)}/s`, scale: 'linear' } as const;

export const charts: Readonly<Record<ChartName, ChartKind>> = {
  rate: {
    ...perSecond,
    id: 'rate',
    title: 'Rate and goodput',
    main: 'answered',
    unit: 'calls a second',
    lines: () => [
      { id: 'called', name: 'called', look: looks.plain, measure: 'rate' },
      { id: 'answered', name: 'answered', look: looks.good, measure: 'goodput' },
    ],
  },
  errors: {
    ...percent,
    id: 'errors',
    title: 'Errors',
    unit: '% of the calls that ended',
    lines: () => [{ id: 'errors', name: 'failed or unknown', look: looks.bad, measure: 'errors' }],
  },
  latency: {
    id: 'latency',
    title: 'Latency',
    main: 'p99',
    unit: 'ms, answered calls',
    times: 1,
    text: (value) => timeText(value * 1000),
    scale: 'log',
    lines: () => [
      { id: 'p50', name: 'p50', look: looks.middle, measure: 'p50' },
      { id: 'p99', name: 'p99', look: looks.most, measure: 'p99' },
      { id: 'p99.9', name: 'p99.9', look: looks.nearlyAll, measure: 'p99.9' },
    ],
  },
  queue: {
    id: 'queue',
    title: 'Queue',
    unit: 'requests waiting, on average',
    times: 1,
    atLeast: 4,
    text: numberText,
    scale: 'linear',
    lines: byTier('queue depth'),
  },
  saturation: {
    ...percent,
    id: 'saturation',
    title: 'Saturation',
    unit: '% of the workers’ time',
    lines: byTier('saturation'),
  },
  wasted: {
    ...percent,
    id: 'wasted',
    title: 'Wasted work',
    unit: '% of the work, for nobody',
    lines: byTier('wasted work'),
  },
  tries: {
    id: 'tries',
    title: 'Amplification',
    unit: 'requests for each call',
    times: 1,
    atLeast: 2,
    text: (value) => `${numberText(value)}×`,
    scale: 'linear',
    lines: byTier('tries'),
  },
};

export const chartNames = Object.keys(charts) as readonly ChartName[];
