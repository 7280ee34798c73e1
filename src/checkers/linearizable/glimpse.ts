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
    const parts = this.#places.map((place) => this.#part([place]));
    // What nothing can explain stands alone, and is found at once.
    parts.sort((one, other) => one.length - other.length);
    for (const part of parts) if (this.#violated(part)) return this.#parts.indices(part);
    return null;
  }

  /** The same for two. */
  ofTwo(): number[] | null {
    for (const one of this.#places) {
      for (const other of this.#places) {
        if (this.#parts.spent) return null;
        const part = one < other ? this.#part([one, other]) : [];
        if (this.#violated(part)) return this.#parts.indices(part);
      }
    }
    return null;
  }

  #part(some: readonly number[]): number[] {
    return [...this.#parts.debts.closure(some).keys()];
  }

  #violated(part: readonly number[]): boolean {
    return part.length <= LARGEST && this.#parts.violated(part);
  }
}
