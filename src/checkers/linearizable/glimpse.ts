/**
 * A look at one or two operations at a time, with all that they may owe their answers to. No lawful history holds a
 * part of that kind that is not lawful itself, so that this may show a violation where the search was given up.
 */

import { type History, isOk } from '../history';
import type { SequentialObject } from '../objects';
import { Parts } from './parts';

/** Operations in a part at most: more would be a search again. */
const LARGEST = 40;

/** Indices into the history of a part with a violation in it; null if none was seen. */
export function glimpse(history: History, object: SequentialObject, of: readonly number[]): number[] | null {
  const parts = new Parts(history, object, of);
  const places = of.flatMap((index, place) => {
    const op = history.operations[index];
    return op && isOk(op) ? [place] : [];
  });
  const look = (some: readonly number[]): number[] | null => {
    const part = [...parts.debts.closure(some).keys()];
    return part.length <= LARGEST && parts.violated(part) ? parts.indices(part) : null;
  };
  for (const place of places) {
    const seen = look([place]);
    if (seen !== null) return seen;
  }
  for (const one of places) {
    for (const other of places) {
      if (parts.spent) return null;
      const seen = one < other ? look([one, other]) : null;
      if (seen !== null) return seen;
    }
  }
  return null;
}
