/**
 * Sequential consistency (Lamport 1979): one order of all operations, on all keys, that keeps the order of each process
 * and in which every operation gives the answer it gave. Times do not count. An open operation may come anywhere after
 * those its process made before, or nowhere.
 */

import type { History } from '../history';
import type { Judgement, JudgeOptions } from '../judgement';
import type { ObjectName } from '../names';
import { objectCalled, type SequentialObject, whyNotApplicable } from '../objects';
import { fewest } from './blame';
import { byTime } from './by-time';
import { Interleaving } from './interleaving';
import { Spending, Spent, whySpent } from './spending';
import { type Task, taskOf } from './task';

const kept = 'One order that keeps the order of each process explains every answer, on all keys together.';

type Decided =
  | { readonly order: readonly number[] }
  | { readonly task: Task; readonly suspects: readonly number[] };

/** Configurations that the search may try for each operation before it stops to think. */
const PATIENCE = 20;

/** `whole`: the task is about the whole history, so that a linearization of it would do. */
function decide(
  history: History,
  object: SequentialObject,
  task: Task,
  spending: Spending,
  whole: boolean,
): Decided {
  const all = task.indices.length;
  spending.step(all + 1);
  const { conflict, puzzle } = task.prepare();
  if (conflict !== null) return { task, suspects: conflict };
  const linear = whole ? byTime(history, object, puzzle, spending) : null;
  if (linear) return { order: linear };
  const search = new Interleaving(history, object, puzzle, spending);
  let order = search.find(PATIENCE * (all + 1));
  if (order === undefined) {
    const settled = spending.attempt(1 / 3, (part) => task.settle(part));
    if (settled?.conflict) return { task, suspects: settled.conflict };
    if (settled) {
      const guess = spending.attempt(1 / 3, (part) =>
        new Interleaving(history, object, settled.puzzle, part).find(PATIENCE * (all + 1)),
      );
      if (guess) return { order: guess };
    }
    order = search.find(Number.POSITIVE_INFINITY);
  }
  search.close();
  return order ? { order } : { task, suspects: task.indices };
}

/** The same question about fewer operations, under what is left for that; null: not known. */
function isGuilty(
  history: History,
  object: SequentialObject,
  task: Task,
  spending: Spending,
): boolean | null {
  try {
    return !('order' in decide(history, object, task, spending, false));
  } catch (error) {
    if (error instanceof Spent) return null;
    throw error;
  }
}

export function sequential(history: History, name: ObjectName, options: JudgeOptions): Judgement {
  const object = objectCalled(name);
  const fault = whyNotApplicable(history, object);
  if (fault !== null) return { verdict: 'not-applicable', reason: fault, operations: [], steps: 0 };
  const spending = new Spending(options);
  try {
    const task = taskOf(history, object);
    const decided = decide(history, object, task, spending, true);
    if ('order' in decided) {
      const witness = [{ process: null, order: decided.order }];
      return { verdict: 'ok', reason: kept, operations: [], witness, steps: spending.steps };
    }
    const rest = new Spending({
      budget: { ...spending.budget, steps: Math.ceil(spending.budget.steps / 4) },
    });
    const ask = (some: readonly number[]) => isGuilty(history, object, task.restrict(some), rest);
    const few = ask(decided.suspects) === true ? decided.suspects : task.indices;
    const core = task.restrict(fewest(few, ask));
    return {
      verdict: 'violated',
      reason: core.tell(),
      operations: [...core.indices].sort((x, y) => x - y),
      steps: spending.steps + rest.steps,
    };
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
    return {
      verdict: 'unknown',
      reason: whySpent(error.what, spending.budget),
      operations: [],
      steps: Math.min(spending.steps, spending.budget.steps),
    };
  }
}
