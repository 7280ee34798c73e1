/** A queue gives out first what came in first, a stack what came in last; both say null when they are empty. */

import type { Json } from '#/kernel';
import type { HistoryOperation } from '../history';
import type { ObjectName } from '../names';
import { keyOf, same } from './json';
import { answered, pairwise, type SequentialObject } from './object';

const list = (state: Json): readonly Json[] => (state === null ? [] : (state as readonly Json[]));

function container(name: ObjectName, enter: string, leave: string, end: 'first' | 'last'): SequentialObject {
  const takes = (op: HistoryOperation): boolean => op.type === leave;
  const empty = (op: HistoryOperation): boolean => takes(op) && answered(op) && op.value === null;
  return {
    name,
    types: [enter, leave, 'length'],
    keyed: true,
    initialFault: (initial) =>
      initial === null || Array.isArray(initial) ? null : 'begins with a list, or with null for an empty one',
    fault(op) {
      if (op.type === enter)
        return (op.value ?? null) === null ? `to ${enter} needs a value, not null` : null;
      return op.type === 'length' && answered(op) && !Number.isSafeInteger(op.value)
        ? 'a length is a whole number'
        : null;
    },
    initial: (initial) => initial ?? [],
    apply(state, op) {
      const held = list(state);
      if (op.type === enter) return [...held, op.value as Json];
      if (op.type === 'length') return answered(op) && op.value !== held.length ? undefined : state;
      const out = (end === 'first' ? held[0] : held.at(-1)) ?? null;
      if (answered(op) && !same(op.value, out)) return undefined;
      return end === 'first' ? held.slice(1) : held.slice(0, -1);
    },
    stateKey: keyOf,
    observes: (op) => op.type === 'length' || empty(op),
    /** A value comes and goes as a whole: without the one that took it out, it would stand in the way of others. */
    owes(operations, initial) {
      const first = new Set(list(initial).map(keyOf));
      const key = new Map(operations.map((op) => [op, op.value === undefined ? null : keyOf(op.value)]));
      const blind = (op: HistoryOperation): boolean => takes(op) && !answered(op);
      return pairwise(operations, (op, other) => {
        if (op.type === 'length') return other.type !== 'length' && !empty(other);
        if (other.type === 'length' || empty(other)) return false;
        // Nobody knows what was taken out without an answer, so it may have made way for anything.
        if (takes(op) && (blind(other) || (takes(other) && first.has(key.get(other) as string)))) return true;
        if (blind(op)) return op.end !== null && op.outcome === 'ok';
        return !blind(other) && !empty(op) && key.get(op) === key.get(other);
      });
    },
  };
}

export const queue = container('queue', 'enqueue', 'dequeue', 'first');
export const stack = container('stack', 'push', 'pop', 'last');
