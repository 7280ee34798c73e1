/**
 * A look at one or two operations at a time, with all that they may owe their answers to. No lawful history holds a
 * part of that kind that is not lawful itself, so that this may show a violation where the search was given up.
 */

import { type History, isOk } from '../history';
import type { SequentialObject } from '../objects';
import { Parts } from './parts';

/** Operations in a part at most: more would be a search again. */
const LARGEST = 40;

export class Glimpse {
  readonly #parts: Parts;
  readonly #places: readonly number[];

  constructor(history: History, object: SequentialObject, of: readonly number[]) {
    this.#parts = new Parts(history, object, of);
    this.#places = of.flatMap((index, place) => {
      const op = history.operations[index];
      return op && isOk(op) ? [place] : [];
    });
  }

  /** Indices into the history of a part with a violation in it that one operation shows; null if none was seen. */
  ofOne(): number[] | null {
    for (const place of this.#places) {
      const seen = this.#look([place]);
      if (seen !== null) return seen;
    }
    return null;
  }

  /** The same for two. */
  ofTwo(): number[] | null {
    for (const one of this.#places) {
      for (const other of this.#places) {
        if (this.#parts.spent) return null;
        const seen = one < other ? this.#look([one, other]) : null;
        if (seen !== null) return seen;
      }
    }
    return null;
  }

  #look(some: readonly number[]): number[] | null {
    const part = [...this.#parts.debts.closure(some).keys()];
    return part.length <= LARGEST && this.#parts.violated(part) ? this.#parts.indices(part) : null;
  }
}
