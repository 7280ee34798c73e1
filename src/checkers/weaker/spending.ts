/** What has been spent on a question, counted and never timed. */

import { type Budget, type JudgeOptions, usualBudget } from '../judgement';

/** Thrown where a budget does not suffice. */
export class Spent extends Error {
  readonly what: keyof Budget;

  constructor(what: keyof Budget) {
    super(`The budget of ${what} is spent.`);
    this.what = what;
  }
}

export class Spending {
  steps = 0;
  bytes = 0;
  readonly budget: Budget;
  readonly #progress: ((steps: number) => void) | undefined;
  #told = 0;

  constructor(options: JudgeOptions) {
    this.budget = { ...usualBudget, ...options.budget };
    this.#progress = options.progress;
  }

  get stepsLeft(): number {
    return Math.max(0, this.budget.steps - this.steps);
  }

  get bytesLeft(): number {
    return Math.max(0, this.budget.bytes - this.bytes);
  }

  /** Throws `Spent` once more has been spent than was granted. */
  step(steps = 1): void {
    this.steps += steps;
    if (this.steps > this.budget.steps) throw new Spent('steps');
    if (this.#progress === undefined || this.steps - this.#told < 50_000) return;
    this.#told = this.steps;
    this.#progress(this.steps);
  }

  /** A share of the steps left, and all the memory left, for an attempt of its own; what it spends is spent here too. */
  attempt<T>(share: number, action: (part: Spending) => T): T | null {
    const steps = Math.ceil(this.stepsLeft * share);
    const sofar = this.steps;
    const part = new Spending({
      budget: { steps, bytes: this.bytesLeft },
      ...(this.#progress && { progress: (spent: number) => this.#progress?.(sofar + spent) }),
    });
    try {
      return action(part);
    } catch (error) {
      if (error instanceof Spent) return null;
      throw error;
    } finally {
      this.step(Math.min(part.steps, steps));
    }
  }

  /** To be called before memory is taken; throws `Spent` where there is not so much. */
  take(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.budget.bytes) throw new Spent('bytes');
  }
}

const megabytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.round(bytes / (1024 * 1024))} MB`;

/** The sentence for an answer that was not found. */
export const whySpent = (what: keyof Budget, { steps, bytes }: Budget): string =>
  what === 'steps'
    ? `Not known: the budget of ${steps} steps ran out before every possibility was tried.`
    : `Not known: the budget of ${megabytes(bytes)} of memory ran out before every possibility was tried.`;
