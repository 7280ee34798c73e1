/**
 * Several searches under one budget. They take turns, so that a key that is hard to judge does not hide a violation
 * on another that is easy to find; the first violation ends them all.
 */

import { Account, OutOfMemory, type Purse } from './purse';
import type { Search } from './search';

/** One of the searches: the operations it is about, as indices into the history, and how it begins. */
export interface Entrant {
  readonly of: readonly number[];
  begin(account: Account): Search;
}

export type Raced =
  | { readonly found: 'linearizable'; readonly orders: readonly (readonly number[])[] }
  /** `seen`: the operations that the search had before it when it failed. */
  | { readonly found: 'not-linearizable'; readonly of: readonly number[]; readonly seen: readonly number[] }
  /** `undecided`: what each of the searches that were given up is about. */
  | { readonly found: 'out-of-steps' | 'out-of-memory'; readonly undecided: readonly (readonly number[])[] };

/** Another way to see a violation, tried on each part that is not decided after so many steps. */
export interface Aside {
  readonly after: number;
  look(of: readonly number[]): readonly number[] | null;
}

/** Steps of the first turn; later ones are longer, up to the last. */
const FIRST_TURN = 1_000;
const LAST_TURN = 64_000;

class Runner {
  readonly entrant: Entrant;
  readonly account: Account;
  readonly #purse: Purse;
  #search: Search | null = null;

  constructor(entrant: Entrant, purse: Purse) {
    this.entrant = entrant;
    this.account = new Account(purse);
    this.#purse = purse;
  }

  /** Null: not decided yet. A search that is decided or out of memory gives back what it held. */
  run(turn: number): Raced | null {
    const before = this.#search?.steps ?? 0;
    try {
      this.#search ??= this.entrant.begin(this.account);
      const found = this.#search.run(Math.min(turn, this.#purse.stepsLeft));
      if (found === 'not-yet') return null;
      return found === 'linearizable'
        ? { found, orders: [this.#search.order()] }
        : { found, of: this.entrant.of, seen: this.#search.seen() };
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      return { found: 'out-of-memory', undecided: [this.entrant.of] };
    } finally {
      this.#purse.steps += (this.#search?.steps ?? before) - before;
    }
  }

  stop(): void {
    this.account.close();
    this.#search = null;
  }
}

function ended(running: readonly Runner[], raced: Raced): Raced {
  for (const runner of running) runner.stop();
  return raced;
}

export function race(
  entrants: readonly Entrant[],
  purse: Purse,
  progress?: (steps: number) => void,
  aside: Aside | null = null,
): Raced {
  let looked = false;
  const orders: (readonly number[])[] = [];
  const forgone: (readonly number[])[] = [];
  let running = entrants.map((entrant) => new Runner(entrant, purse));
  const waiting: Runner[] = [];
  for (let turn = FIRST_TURN; running.length > 0; turn = Math.min(2 * turn, LAST_TURN)) {
    const still: Runner[] = [];
    for (const [place, runner] of running.entries()) {
      if (purse.stepsLeft <= 0) {
        const left = [...still, ...running.slice(place), ...waiting].map(({ entrant }) => entrant.of);
        return ended(running, { found: 'out-of-steps', undecided: [...left, ...forgone] });
      }
      const held = runner.account.held;
      const raced = runner.run(turn);
      progress?.(purse.steps);
      if (raced === null) {
        still.push(runner);
        continue;
      }
      runner.stop();
      if (raced.found === 'not-linearizable') return ended(running, raced);
      if (raced.found === 'linearizable') orders.push(...raced.orders);
      else if (2 * held < purse.budget.bytes && running.length > 1) {
        waiting.push(new Runner(runner.entrant, purse));
      } else forgone.push(runner.entrant.of);
    }
    running = still;
    if (aside !== null && !looked && purse.steps >= aside.after) {
      looked = true;
      for (const { entrant } of running) {
        const seen = aside.look(entrant.of);
        if (seen !== null) return ended(running, { found: 'not-linearizable', of: entrant.of, seen });
      }
    }
    // Those that others left no memory get it for themselves, one after the other.
    if (running.length === 0) running = waiting.splice(0, 1);
  }
  return forgone.length > 0
    ? { found: 'out-of-memory', undecided: forgone }
    : { found: 'linearizable', orders };
}
