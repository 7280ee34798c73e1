/** Metrics as people ask for them: totals of a span of time, and a measure over time, for one node or for the users. */

import { KernelError, type Micros, type NodeId } from '#/kernel';
import { type Measure, type MeasureName, measureNames, measures } from './measures';
import type { Metrics, Stretch } from './series';
import { type Load, loadOf, within } from './span';

export type Measured = Readonly<Record<MeasureName, number | null>>;

export interface Total extends Load {
  readonly measured: Measured;
}

export interface Totals {
  /** What the stretches within the span that was asked for make up; equal where none does. */
  readonly fromUs: Micros;
  readonly toUs: Micros;
  /** Of all nodes together, as the users see it. */
  readonly users: Total;
  readonly nodes: Readonly<Record<NodeId, Total>>;
}

/** A load and all that is measured of it. */
function total(load: Load, of: 'users' | 'node'): Total {
  const measured = Object.fromEntries(measureNames.map((name) => [name, measures[name][of](load)]));
  return { ...load, measured: measured as Record<MeasureName, number | null> };
}

/** Of the stretches that lie wholly within a span. */
export function totalsOf(metrics: Metrics, fromUs: Micros, toUs: Micros): Totals {
  const stretches = within(metrics, fromUs, toUs);
  const { nodes } = metrics;
  return {
    fromUs: stretches[0]?.fromUs ?? fromUs,
    toUs: stretches.at(-1)?.toUs ?? fromUs,
    users: total(loadOf(stretches, nodes), 'users'),
    nodes: Object.fromEntries(nodes.map((node) => [node, total(loadOf(stretches, [node]), 'node')])),
  };
}

/** One measure of a span; of the users where no node is named. Throws where there is no such node. */
export function measured(
  metrics: Metrics,
  measure: MeasureName,
  fromUs: Micros,
  toUs: Micros,
  node?: NodeId,
): number | null {
  return valueIn(metrics, measures[measure], within(metrics, fromUs, toUs), node);
}

function valueIn(
  { nodes }: Metrics,
  measure: Measure,
  stretches: readonly Stretch[],
  node: NodeId | undefined,
): number | null {
  if (node === undefined) return measure.users(loadOf(stretches, nodes));
  if (!nodes.includes(node)) throw new KernelError(`There is no node called ${node}.`);
  return measure.node(loadOf(stretches, [node]));
}

export interface Point {
  readonly fromUs: Micros;
  readonly toUs: Micros;
  /** In the measure's unit; null where there was nothing to measure. */
  readonly value: number | null;
}

/** A measure stretch by stretch; of the users where no node is named. */
export interface Series extends Pick<Measure, 'title' | 'unit'> {
  readonly measure: MeasureName;
  readonly node: NodeId | null;
  /** What it is, in a sentence. */
  readonly words: string;
  readonly points: readonly Point[];
}

/** Throws where there is no such node, and where the measure says nothing of users. */
export function seriesOf(metrics: Metrics, name: MeasureName, node?: NodeId): Series {
  const measure = measures[name];
  const words = node === undefined ? measure.ofUsers : measure.ofNode;
  if (words === null) throw new KernelError(`${measure.title} is measured at a node.`);
  const points = metrics.stretches.map((stretch) => ({
    fromUs: stretch.fromUs,
    toUs: stretch.toUs,
    value: valueIn(metrics, measure, [stretch], node),
  }));
  return { measure: name, node: node ?? null, title: measure.title, unit: measure.unit, words, points };
}
