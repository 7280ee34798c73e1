/** The verdict alone, key by key, before anybody asks why. */

import { type History, isOpen } from '../history';
import type { SequentialObject } from '../objects';
import { entrant } from './entrant';
import { Glimpse } from './glimpse';
import type { Purse } from './purse';
import { type Raced, race } from './race';

/** The operations that say anything, by the object they concern; indices into the history, ascending. */
function byKey(history: History, object: SequentialObject): number[][] {
  const parts = new Map<string | undefined, number[]>();
  history.operations.forEach((op, index) => {
    if (op.outcome === 'failed' || (isOpen(op) && object.observes(op))) return;
    const key = object.keyed ? op.key : undefined;
    const part = parts.get(key);
    if (part) part.push(index);
    else parts.set(key, [index]);
  });
  return [...parts.values()];
}

/** After so many steps a look at single operations costs less than going on as if there were nothing to see. */
const LONG = 20_000;

export function decide(
  history: History,
  object: SequentialObject,
  purse: Purse,
  progress?: (steps: number) => void,
): Raced {
  const entrants = byKey(history, object).map((of) => entrant(history, object, of));
  return race(entrants, purse, progress, {
    after: LONG,
    look: (of) => new Glimpse(history, object, of).ofOne(),
  });
}
