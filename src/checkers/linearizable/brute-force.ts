/**
 * Linearizability the obviously right way, for tests: every choice of which open operations took effect, and every
 * order of those that did that respects time. No memory, no shortcuts; for a handful of operations.
 */

import { type History, type HistoryOperation, isOpen } from '../history';
import type { ObjectName } from '../names';
import { objectCalled, type State } from '../objects';

/** Whether one operation was over before another began; of one process, touching is enough. */
export function precedes(
  [one, first]: readonly [HistoryOperation, number],
  [other, second]: readonly [HistoryOperation, number],
): boolean {
  if (isOpen(one) || one.end === null) return false;
  if (one.end < other.start) return true;
  const inTurn = one.start < other.start || (one.start === other.start && first < second);
  return one.process === other.process && one.end === other.start && inTurn;
}

export function linearizableByForce(history: History, name: ObjectName): boolean {
  const object = objectCalled(name);
  const all = history.operations.map((op, index) => [op, index] as const);

  const inSomeOrder = (
    left: readonly (readonly [HistoryOperation, number])[],
    states: Map<unknown, State>,
  ) => {
    if (left.length === 0) return true;
    for (const next of left) {
      if (left.some((other) => other !== next && precedes(other, next))) continue;
      const key = object.keyed ? next[0].key : undefined;
      const after = object.apply(states.get(key) ?? object.initial(history.initial), next[0]);
      if (after === undefined) continue;
      const rest = left.filter((other) => other !== next);
      if (inSomeOrder(rest, new Map(states).set(key, after))) return true;
    }
    return false;
  };

  const open = all.filter(([op]) => op.outcome !== 'failed' && isOpen(op));
  for (let chosen = 0; chosen < 1 << open.length; chosen++) {
    const took = new Set(open.filter((_, bit) => (chosen & (1 << bit)) !== 0));
    const left = all.filter((each) => took.has(each) || (each[0].outcome !== 'failed' && !isOpen(each[0])));
    if (inSomeOrder(left, new Map())) return true;
  }
  return false;
}
