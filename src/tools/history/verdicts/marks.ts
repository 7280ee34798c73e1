/**
 * What a verdict says of the operations on the tape: which are blamed, or which place each has in the order that
 * explains the history. Where that order keeps to real time, each operation has a point between its two ends.
 */

import type { Drawn, DrawnOperation } from '../document/drawn';
import type { Verdict } from '../judging/job';

export interface Marks {
  readonly blamed: ReadonlySet<number>;
  /** The place of each in the order, from 1, and its point in time; null where the order is not one in time. */
  readonly places: ReadonlyMap<number, { readonly place: number; readonly at: number | null }>;
  /** The ids in that order. */
  readonly order: readonly number[];
}

export const noMarks: Marks = { blamed: new Set(), places: new Map(), order: [] };

/** Points that go up in the given order, each between the ends of its operation; null where there are none. */
export function pointsOf(order: readonly Pick<DrawnOperation, 'start' | 'end'>[]): readonly number[] | null {
  const latest: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const { end } of [...order].reverse()) {
    limit = Math.min(limit, end ?? Number.POSITIVE_INFINITY);
    latest.unshift(limit);
  }
  let before = Number.NEGATIVE_INFINITY;
  const points: number[] = [];
  for (const [index, { start }] of order.entries()) {
    const [from, to] = [Math.max(start, before), latest[index] ?? Number.POSITIVE_INFINITY];
    if (from > to) return null;
    // An operation without an end took effect some time after it began; as far behind as looks well is as good as any.
    const until = Number.isFinite(to) ? to : from + 1;
    before = from + (until - from) * 0.35;
    points.push(before);
  }
  return points;
}

/** `process` chooses among the orders of a model that allows each process its own. */
export function marksOf(drawn: Drawn, verdict: Verdict | undefined, process: string | null): Marks {
  if (!verdict) return noMarks;
  const { judgement, ids } = verdict;
  const byId = new Map(drawn.operations.map((op) => [op.id, op]));
  const known = (indices: readonly number[]): DrawnOperation[] =>
    indices.flatMap((index) => byId.get(ids[index] ?? -1) ?? []);
  const witness = judgement.witness?.find((each) => each.process === process) ?? judgement.witness?.[0];
  const order = known(witness?.order ?? []);
  const points = witness?.process === null ? pointsOf(order) : null;
  return {
    blamed: new Set(known(judgement.operations).map(({ id }) => id)),
    places: new Map(order.map(({ id }, index) => [id, { place: index + 1, at: points?.[index] ?? null }])),
    order: order.map(({ id }) => id),
  };
}
