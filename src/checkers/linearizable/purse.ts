/** What a judge may spend: steps and bytes, counted and never timed, shared by all parts of one question. */

import type { Budget } from '../judgement';

/** Thrown where the memory that was granted does not suffice. */
export class OutOfMemory extends Error {}

export class Purse {
  steps = 0;
  bytes = 0;
  readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  get stepsLeft(): number {
    return this.budget.steps - this.steps;
  }
}

/** The memory that one part of the question holds, so that it can all be given back at once. */
export class Account {
  held = 0;
  readonly #purse: Purse;

  constructor(purse: Purse) {
    this.#purse = purse;
  }

  /** To be called before memory is taken, not after. */
  take(bytes: number): void {
    if (this.#purse.bytes + bytes > this.#purse.budget.bytes) throw new OutOfMemory();
    this.#purse.bytes += bytes;
    this.held += bytes;
  }

  give(bytes: number): void {
    this.#purse.bytes -= bytes;
    this.held -= bytes;
  }

  close(): void {
    this.give(this.held);
  }
}
