/**
 * Which operations a violation comes down to. Operations are taken away, each together with all that may owe their
 * answers to it, as long as what is left is still a violation; so a read is never to blame only because the write
 * it read was taken away. What remains is as small as that can make it, though there may be other such sets.
 */

import type { History } from '../history';
import type { SequentialObject } from '../objects';
import { Parts } from './parts';

/** Indices into the history, ascending. `of`: the operations on one object; `seen`: those with the violation in it. */
export function blame(
  history: History,
  object: SequentialObject,
  of: readonly number[],
  seen: readonly number[],
): number[] {
  const parts = new Parts(history, object, of);
  const place = new Map(of.map((index, op) => [index, op]));
  let kept = parts.debts.closure(seen.map((index) => place.get(index) as number));
  for (let size = Math.max(1, kept.size >> 1); !parts.spent; ) {
    let smaller = false;
    for (let from = 0; from < kept.size && !parts.spent; ) {
      const oldest = [...kept.keys()].sort((x, y) => x - y);
      const left = parts.debts.without(kept, oldest.slice(from, from + size));
      if (parts.violated(left)) {
        kept = parts.debts.closure(left);
        smaller = true;
      } else from += size;
    }
    if (size === 1 && !smaller) break;
    size = Math.max(1, size >> 1);
  }
  return parts.indices(kept.keys());
}
