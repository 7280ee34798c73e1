/**
 * Linearizability (Herlihy & Wing 1990): every operation that took effect did so at one moment between its start and
 * its end, and in the order of these moments each gave the answer that the object would have given.
 */

import type { History } from '../history';
import { type Budget, type Judgement, type JudgeOptions, usualBudget } from '../judgement';
import type { ObjectName } from '../names';
import { objectCalled, type SequentialObject, whyNotApplicable } from '../objects';
import { blame } from './blame';
import { decide } from './decide';
import { Glimpse } from './glimpse';
import { merge } from './merge';
import { Purse } from './purse';
import { reasonFor } from './reason';

const BYTES_A_MEGABYTE = 1024 * 1024;

function violated(
  history: History,
  object: SequentialObject,
  of: readonly number[],
  seen: readonly number[],
  steps: number,
): Judgement {
  const operations = blame(history, object, of, seen);
  return { verdict: 'violated', reason: reasonFor(history, object, operations), operations, steps };
}

export function linearizable(history: History, name: ObjectName, options: JudgeOptions = {}): Judgement {
  const object = objectCalled(name);
  const fault = whyNotApplicable(history, object);
  if (fault !== null) return { verdict: 'not-applicable', reason: fault, operations: [], steps: 0 };
  const budget: Budget = { ...usualBudget, ...options.budget };
  const purse = new Purse(budget);
  const raced = decide(history, object, purse, options.progress);
  const { steps } = purse;
  if (raced.found === 'linearizable') {
    const order = merge(history.operations, raced.orders);
    const reason = 'In this order, each operation at one moment of its interval, every answer is right.';
    return { verdict: 'ok', reason, operations: [], witness: [{ process: null, order }], steps };
  }
  if (raced.found === 'not-linearizable') return violated(history, object, raced.of, raced.seen, steps);
  // What is too much to try in all its orders may still hold a violation that two of its operations show.
  for (const of of raced.undecided) {
    const glimpse = new Glimpse(history, object, of);
    const seen = glimpse.ofOne() ?? glimpse.ofTwo();
    if (seen !== null) return violated(history, object, of, seen, steps);
  }
  const [of] = raced.undecided;
  const key = history.operations[of?.[0] ?? 0]?.key;
  const about = `the ${of?.length} operations${object.keyed && key !== undefined ? ` on ${key}` : ''}`;
  const allowed =
    raced.found === 'out-of-steps'
      ? `The budget of ${budget.steps} steps ran out`
      : `The memory budget of ${Math.ceil(budget.bytes / BYTES_A_MEGABYTE)} MB ran out`;
  const reason = `${allowed} before every order of ${about} was tried; none of those tried gives the right answers.`;
  return { verdict: 'unknown', reason, operations: [], steps };
}
