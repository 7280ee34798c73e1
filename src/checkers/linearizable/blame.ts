/**
 * Which operations a violation comes down to. Operations are taken away, each together with all that may owe their
 * answers to it, as long as what is left is still a violation; so a read is never to blame only because the write
 * it read was taken away. What remains is as small as that can make it, though there may be other such sets.
 */

import type { History, HistoryOperation } from '../history';
import type { SequentialObject } from '../objects';
import { entrant } from './entrant';
import { Purse } from './purse';
import { race } from './race';

/** For all the attempts together. */
const STEPS = 1_000_000;
const BYTES = 64 * 1024 * 1024;

/** Those that go when some go, and those that owe their answers to them, and so on. */
function dependents(gone: readonly number[], owedBy: readonly (readonly number[])[]): Set<number> {
  const all = new Set(gone);
  for (const op of all) for (const other of owedBy[op] ?? []) all.add(other);
  return all;
}

/** Some operations and all that they may owe their answers to, and so on. */
const closure = (kept: readonly number[], owes: readonly (readonly number[])[]): Set<number> =>
  dependents(kept, owes);

/** Indices into the history, ascending. `seen`: operations among which the violation is; indices of one object. */
export function blame(
  history: History,
  object: SequentialObject,
  of: readonly number[],
  seen: readonly number[],
): number[] {
  const operations = of.map((index) => history.operations[index] as HistoryOperation);
  const owes = object.owes(operations, history.initial);
  const owedBy: number[][] = operations.map(() => []);
  owes.forEach((others, op) => {
    for (const other of others) owedBy[other]?.push(op);
  });
  const purse = new Purse({ steps: STEPS, bytes: BYTES });
  const violated = (kept: readonly number[]): boolean =>
    kept.length > 0 &&
    race(
      [
        entrant(
          history,
          object,
          kept.map((op) => of[op] as number),
        ),
      ],
      purse,
    ).found === 'not-linearizable';

  const place = new Map(of.map((index, op) => [index, op]));
  const inOrder = (ops: Iterable<number>): number[] =>
    [...ops].sort(
      (x, y) =>
        (operations[x] as HistoryOperation).start - (operations[y] as HistoryOperation).start || x - y,
    );
  let kept = inOrder(
    closure(
      seen.map((index) => place.get(index) as number),
      owes,
    ),
  );
  for (let size = kept.length >> 1; size >= 1; ) {
    let smaller = false;
    for (let from = 0; from < kept.length && purse.stepsLeft > 0; ) {
      const gone = dependents(kept.slice(from, from + size), owedBy);
      const left = kept.filter((op) => !gone.has(op));
      if (violated(left)) {
        kept = left;
        smaller = true;
      } else from += size;
    }
    if (size > 1) size >>= 1;
    else if (!smaller || purse.stepsLeft <= 0) break;
  }
  return kept.map((op) => of[op] as number).sort((x, y) => x - y);
}
