/**
 * Which operations a violation comes down to. Operations are taken away, each together with all that may owe their
 * answers to it, as long as what is left is still a violation; so a read is never to blame only because the write
 * it read was taken away. What remains is as small as that can make it, though there may be other such sets.
 */

import type { History, HistoryOperation } from '../history';
import type { SequentialObject } from '../objects';
import { Debts } from './debts';
import { entrant } from './entrant';
import { Purse } from './purse';
import { race } from './race';

/** For all the attempts together. */
const STEPS = 1_000_000;
const BYTES = 64 * 1024 * 1024;

/** Indices into the history, ascending. `of`: the operations on one object; `seen`: those with the violation in it. */
export function blame(
  history: History,
  object: SequentialObject,
  of: readonly number[],
  seen: readonly number[],
): number[] {
  const operations = of.map((index) => history.operations[index] as HistoryOperation);
  const debts = new Debts(operations, object.owes(operations, history.initial));
  const purse = new Purse({ steps: STEPS, bytes: BYTES });
  const violated = (kept: readonly number[]): boolean => {
    // Laying out a search is work too, and is paid for.
    purse.steps += kept.length;
    const indices = kept.map((op) => of[op] as number);
    return race([entrant(history, object, indices)], purse).found === 'not-linearizable';
  };
  const place = new Map(of.map((index, op) => [index, op]));
  let kept = debts.closure(seen.map((index) => place.get(index) as number));
  for (let size = Math.max(1, kept.size >> 1); purse.stepsLeft > 0; ) {
    let smaller = false;
    for (let from = 0; from < kept.size && purse.stepsLeft > 0; ) {
      const oldest = [...kept.keys()].sort((x, y) => x - y);
      const left = debts.without(kept, oldest.slice(from, from + size));
      if (left.length > 0 && violated(left)) {
        kept = debts.closure(left);
        smaller = true;
      } else from += size;
    }
    if (size === 1 && !smaller) break;
    size = Math.max(1, size >> 1);
  }
  return [...kept.keys()].map((op) => of[op] as number).sort((x, y) => x - y);
}
