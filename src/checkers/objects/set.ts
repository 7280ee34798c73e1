/** A set that only grows: add an element, or read them all. */

import type { Json } from '#/kernel';
import { keyOf, same } from './json';
import { answered, pairwise, type SequentialObject } from './object';

const elements = (value: Json | undefined): readonly Json[] => (value ?? []) as readonly Json[];

/** As a state: each element once, in the order of their keys. */
function asSet(value: Json | undefined): Json[] {
  const byKey = new Map(elements(value).map((element) => [keyOf(element), element]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key) as Json);
}

export const set: SequentialObject = {
  name: 'set',
  types: ['add', 'read'],
  keyed: true,
  initialFault: (initial) =>
    initial === null || Array.isArray(initial)
      ? null
      : 'begins with a list of elements, or with null for none',
  fault(op) {
    if (op.type === 'add') return op.value === undefined ? 'an add needs a value' : null;
    return answered(op) && op.value !== null && !Array.isArray(op.value)
      ? 'a read of a set comes back with a list'
      : null;
  },
  initial: asSet,
  apply(state, op) {
    if (op.type === 'add') {
      const held = elements(state);
      return held.some((element) => same(element, op.value)) ? state : asSet([...held, op.value as Json]);
    }
    return answered(op) && keyOf(asSet(op.value)) !== keyOf(state) ? undefined : state;
  },
  stateKey: keyOf,
  observes: (op) => op.type === 'read',
  owes: (operations) =>
    pairwise(
      operations,
      (op, other) =>
        op.type === 'read' &&
        other.type === 'add' &&
        answered(op) &&
        elements(op.value).some((element) => same(element, other.value)),
    ),
};
