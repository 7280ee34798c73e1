/**
 * Linearization points as a learner places them: the object is run in the order of the points, and the first operation
 * that it could not have answered so is named. Whether any placement works at all is for the judge to say.
 */

import { type HistoryOperation, type Judgement, judge, objectCalled } from '#/checkers';
import { type Json, KernelError } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import type { Variant } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { type Points, placeInOrder, type Slot, scattered, slotsOf } from './points-grid';
import { type Shown, shownHistory } from './subject';

export interface LinearizationPointsKey extends Shown {
  readonly kind: 'linearization-points';
  readonly slots: readonly Slot[];
  readonly judgement: Judgement;
  /** A placement that works, from the judge's witness; null where there is none. */
  readonly witness: Points | null;
  /** What a learner begins with: a placement that does not work, if one of the plain ones does not. */
  readonly start: Points;
}

export interface PointsAnswer {
  readonly points: Points;
  /** It was said that there is no such placement. */
  readonly none: boolean;
}

export type PointsGrade =
  | { readonly right: true; readonly order: readonly number[] | null }
  /** Nobody can say anything of it yet: two points in one column. */
  | { readonly right: false; readonly why: 'tie'; readonly operations: readonly [number, number] }
  /** A point outside its interval, or none where there must be one. */
  | { readonly right: false; readonly why: 'outside'; readonly operation: number }
  | { readonly right: false; readonly why: 'conflict'; readonly conflict: Conflict }
  /** It was said that there is none, and there is. */
  | { readonly right: false; readonly why: 'there is one'; readonly witness: Points };

export interface Conflict {
  /** The first operation that cannot have been answered so. */
  readonly operation: number;
  /** What the object would have said there; undefined where no answer would have been possible. */
  readonly would: Json | undefined;
  /** The operations that had taken effect before it, in order. */
  readonly before: readonly number[];
}

/** Throws a sentence when the history cannot be judged or shown, or an interval is too short for a point. */
export function linearizationPointsKey(
  question: QuestionOf<'linearization-points'>,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): LinearizationPointsKey {
  const shown = shownHistory(question.subject, module, run);
  const judgement = judge(shown.history, shown.object, 'linearizable');
  if (judgement.verdict === 'not-applicable') throw new KernelError(judgement.reason);
  const slots = slotsOf(shown);
  const narrow = slots.find((s) => s.last < s.first);
  if (narrow) throw new KernelError(`Operation ${narrow.number} is too short to put a point in it.`);
  const order = judgement.witness?.[0]?.order.map((index) => index + 1);
  const witness = judgement.verdict === 'ok' && order ? placeInOrder(slots, order) : null;
  const plain = [0.5, 0, 1].map((at) => scattered(slots, at));
  const start = plain.find((points) => conflictIn(shown, orderOf(points)) !== null) ?? (plain[0] as Points);
  return { kind: 'linearization-points', ...shown, slots, judgement, witness, start };
}

/** The numbers of the operations in the order of their points. */
export const orderOf = (points: Points): readonly number[] =>
  Object.entries(points)
    .sort(([a, x], [b, y]) => x - y || Number(a) - Number(b))
    .map(([number]) => Number(number));

/** Runs the object in that order; null where it could have answered so throughout. */
export function conflictIn(
  { object, history }: Pick<Shown, 'object' | 'history'>,
  order: readonly number[],
): Conflict | null {
  const machine = objectCalled(object);
  const states = new Map<string | undefined, Json>();
  const before: number[] = [];
  for (const number of order) {
    const op = history.operations[number - 1];
    if (!op) throw new KernelError(`The history has no operation ${number}.`);
    const key = machine.keyed ? op.key : undefined;
    const state = states.has(key) ? (states.get(key) as Json) : machine.initial(history.initial);
    const next = machine.apply(state, op);
    if (next === undefined) return { operation: number, would: wouldSay(state, op, object), before };
    states.set(key, next);
    before.push(number);
  }
  return null;

  /** The answer that the object would have given: the one among all that could be meant which it accepts. */
  function wouldSay(state: Json, op: HistoryOperation, name: typeof object): Json | undefined {
    if (op.type === 'cas') return op.result !== true;
    if (name === 'mutex' || name === 'multi-register') return undefined;
    const said = history.operations.flatMap((o) => [
      o.value ?? null,
      ...(Array.isArray(o.value) ? o.value : []),
    ]);
    const counts = Array.from({ length: history.operations.length + 1 }, (_, n) => n);
    const all: readonly Json[] = [state, null, history.initial, ...said, ...counts];
    return all.find((value) => machine.apply(state, { ...op, value }) !== undefined);
  }
}

/** What a placement comes to. Ties and points outside are for the page to refuse before anything is locked. */
export function gradePoints(key: LinearizationPointsKey, { points, none }: PointsAnswer): PointsGrade {
  if (none) {
    return key.witness
      ? { right: false, why: 'there is one', witness: key.witness }
      : { right: true, order: null };
  }
  for (const { number, first, last, mayBeLeftOut } of key.slots) {
    const at = points[number];
    if (at === undefined ? !mayBeLeftOut : at < first || at > last) {
      return { right: false, why: 'outside', operation: number };
    }
  }
  const order = orderOf(points);
  const tied = order.findIndex((number, i) => i > 0 && points[number] === points[order[i - 1] as number]);
  if (tied > 0) {
    return { right: false, why: 'tie', operations: [order[tied - 1] as number, order[tied] as number] };
  }
  const conflict = conflictIn(key, order);
  return conflict ? { right: false, why: 'conflict', conflict } : { right: true, order };
}
