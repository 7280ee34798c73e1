/** Parts of a history on one object, judged by themselves and told by places in it. */

import type { History, HistoryOperation } from '../history';
import type { SequentialObject } from '../objects';
import { Debts } from './debts';
import { entrant } from './entrant';
import { Purse } from './purse';
import { race } from './race';

/** For all the parts together. */
const STEPS = 1_000_000;
const BYTES = 32 * 1024 * 1024;

export class Parts {
  readonly debts: Debts;
  readonly #history: History;
  readonly #object: SequentialObject;
  readonly #of: readonly number[];
  readonly #purse = new Purse({ steps: STEPS, bytes: BYTES });

  constructor(history: History, object: SequentialObject, of: readonly number[]) {
    this.#history = history;
    this.#object = object;
    this.#of = of;
    const operations = of.map((index) => history.operations[index] as HistoryOperation);
    this.debts = new Debts(operations, object.owes(operations, history.initial));
  }

  get spent(): boolean {
    return this.#purse.stepsLeft <= 0;
  }

  /** Whether some operations are for certain no lawful history; false as well where that is too hard to say. */
  violated(places: readonly number[]): boolean {
    if (places.length === 0) return false;
    // Laying out a search is work too, and is paid for.
    this.#purse.steps += places.length;
    return (
      race([entrant(this.#history, this.#object, this.indices(places))], this.#purse).found ===
      'not-linearizable'
    );
  }

  /** Into the history, ascending. */
  indices(places: Iterable<number>): number[] {
    return [...places].map((place) => this.#of[place] as number).sort((x, y) => x - y);
  }
}
