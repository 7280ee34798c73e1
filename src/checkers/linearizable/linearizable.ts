/**
 * Linearizability (Herlihy & Wing 1990): every operation that took effect did so at one moment between its start and
 * its end, and in the order of these moments each gave the answer that the object would have given.
 */

import { type History, isOpen } from '../history';
import { type Budget, type Judgement, type JudgeOptions, usualBudget } from '../judgement';
import type { ObjectName } from '../names';
import { objectCalled, type SequentialObject, whyNotApplicable } from '../objects';
import { blame } from './blame';
import { entrant } from './entrant';
import { merge } from './merge';
import { Purse } from './purse';
import { race } from './race';
import { reasonFor } from './reason';

/** The operations that say anything, by the object they concern; indices into the history, ascending. */
function byKey(history: History, object: SequentialObject): number[][] {
  const parts = new Map<string | undefined, number[]>();
  history.operations.forEach((op, index) => {
    if (op.outcome === 'failed' || (isOpen(op) && object.observes(op))) return;
    const key = object.keyed ? op.key : undefined;
    const part = parts.get(key);
    if (part) part.push(index);
    else parts.set(key, [index]);
  });
  return [...parts.values()];
}

export function linearizable(history: History, name: ObjectName, options: JudgeOptions = {}): Judgement {
  const object = objectCalled(name);
  const fault = whyNotApplicable(history, object);
  if (fault !== null) return { verdict: 'not-applicable', reason: fault, operations: [], steps: 0 };
  const budget: Budget = { ...usualBudget, ...options.budget };
  const purse = new Purse(budget);
  const parts = byKey(history, object);
  const raced = race(
    parts.map((of) => entrant(history, object, of)),
    purse,
    options.progress,
  );
  const { steps } = purse;
  if (raced.found === 'linearizable') {
    const order = merge(history.operations, raced.orders);
    const reason = 'In this order, each operation at one moment of its interval, every answer is right.';
    return { verdict: 'ok', reason, operations: [], witness: [{ process: null, order }], steps };
  }
  if (raced.found === 'not-linearizable') {
    const operations = blame(history, object, raced.of, raced.seen);
    return { verdict: 'violated', reason: reasonFor(history, object, operations), operations, steps };
  }
  const key = history.operations[raced.of[0] as number]?.key;
  const about = `the ${raced.of.length} operations${parts.length > 1 && key !== undefined ? ` on ${key}` : ''}`;
  const allowed =
    raced.found === 'out-of-steps'
      ? `The budget of ${budget.steps} steps ran out`
      : `The memory budget of ${Math.ceil(budget.bytes / 2 ** 20)} MB ran out`;
  const reason = `${allowed} before every order of ${about} was tried; none of those tried gives the right answers.`;
  return { verdict: 'unknown', reason, operations: [], steps };
}
