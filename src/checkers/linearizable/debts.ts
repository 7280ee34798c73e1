/**
 * Which operations belong together when some are taken away: whoever may owe an answer to an operation goes with it,
 * and whoever stays keeps all that it may owe its answer to.
 *
 * An open operation owes only as much as is asked of it. If all it has to explain was known at some moment, what
 * began after that moment is none of its business: that is its deadline.
 */

import { type HistoryOperation, isOpen } from '../history';

type Owed = readonly (readonly number[])[];

export class Debts {
  readonly #operations: readonly HistoryOperation[];
  readonly #owes: Owed;
  readonly #owedBy: Owed;

  constructor(operations: readonly HistoryOperation[], owes: Owed) {
    this.#operations = operations;
    this.#owes = owes;
    const owedBy: number[][] = operations.map(() => []);
    owes.forEach((others, op) => {
      for (const other of others) owedBy[other]?.push(op);
    });
    this.#owedBy = owedBy;
  }

  /** Some operations and all that they may owe their answers to, and so on; of each its deadline. */
  closure(kept: Iterable<number>): Map<number, number> {
    const deadlines = new Map<number, number>();
    const stack: number[] = [];
    const reach = (op: number, asked: number) => {
      const deadline = this.#isOpen(op) ? asked : Number.POSITIVE_INFINITY;
      const known = deadlines.get(op);
      if (known !== undefined && known >= deadline) return;
      deadlines.set(op, deadline);
      stack.push(op);
    };
    for (const op of kept) reach(op, Number.NEGATIVE_INFINITY);
    for (let op = stack.pop(); op !== undefined; op = stack.pop()) {
      const deadline = deadlines.get(op) as number;
      const asks = this.#isOpen(op) ? deadline : ((this.#operations[op] as HistoryOperation).end as number);
      for (const other of this.#owes[op] ?? []) if (this.#binds(other, deadline)) reach(other, asks);
    }
    return deadlines;
  }

  /** What is left of some operations, given with their deadlines, when a few of them go. */
  without(kept: ReadonlyMap<number, number>, few: Iterable<number>): number[] {
    const gone = new Set(few);
    for (const op of gone) {
      for (const other of this.#owedBy[op] ?? []) {
        const deadline = kept.get(other);
        if (deadline !== undefined && this.#binds(op, deadline)) gone.add(other);
      }
    }
    return [...kept.keys()].filter((op) => !gone.has(op));
  }

  #binds(other: number, deadline: number): boolean {
    return (this.#operations[other] as HistoryOperation).start <= deadline;
  }

  #isOpen(op: number): boolean {
    return isOpen(this.#operations[op] as HistoryOperation);
  }
}
