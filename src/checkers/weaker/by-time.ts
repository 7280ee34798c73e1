/** A linearization, if there is one that is soon found: it keeps the order of each process, and time besides. */

import type { History } from '../history';
import { decide } from '../linearizable/decide';
import { merge } from '../linearizable/merge';
import { Purse } from '../linearizable/purse';
import type { SequentialObject } from '../objects';
import type { Puzzle } from './interleaving';
import { at } from './memory';
import type { Spending } from './spending';

/** Configurations for each operation; an ordinary history takes one or two. */
const PATIENCE = 50;

/** Null where there is none, or none was found. The order is of the puzzle's operations, as indices into the history. */
export function byTime(
  history: History,
  object: SequentialObject,
  puzzle: Puzzle,
  spending: Spending,
): number[] | null {
  const steps = Math.min(spending.stepsLeft, PATIENCE * puzzle.indices.length);
  const purse = new Purse({ steps, bytes: spending.bytesLeft });
  const raced = decide(history, object, purse);
  spending.step(Math.min(purse.steps, steps));
  if (raced.found !== 'linearizable') return null;
  const mine = new Set(puzzle.indices);
  const order = merge(history.operations, raced.orders).filter((index) => mine.has(index));
  return keeps(order, puzzle) ? order : null;
}

/** Whether an order has every operation that took effect, and those of each chain in turn. */
function keeps(order: readonly number[], { indices, chains, follows, open }: Puzzle): boolean {
  const places = new Map(order.map((index, place) => [index, place]));
  const place = (op: number): number | undefined => places.get(at(indices, op));
  return chains.every((chain) =>
    chain.every((op, position) => {
      const mine = place(op);
      if (mine === undefined) return at(open, op);
      const before = position > 0 ? at(chain, position - 1) : (follows[op] as number);
      return before < 0 || (place(before) ?? Number.POSITIVE_INFINITY) < mine;
    }),
  );
}
