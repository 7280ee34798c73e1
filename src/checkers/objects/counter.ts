/** A sum: add to it (or take from it, by adding less than nothing), or read it. */

import { answered, pairwise, type SequentialObject } from './object';

export const counter: SequentialObject = {
  name: 'counter',
  types: ['add', 'read'],
  keyed: true,
  initialFault: (initial) =>
    initial === null || Number.isSafeInteger(initial)
      ? null
      : 'begins with a whole number, or with null for 0',
  fault(op) {
    if (op.type === 'add') return Number.isSafeInteger(op.value) ? null : 'an add needs a whole number';
    return answered(op) && !Number.isSafeInteger(op.value)
      ? 'a read of a counter comes back with a whole number'
      : null;
  },
  initial: (initial) => initial ?? 0,
  apply(state, op) {
    if (op.type === 'add') return (state as number) + (op.value as number);
    return answered(op) && op.value !== state ? undefined : state;
  },
  stateKey: String,
  observes: (op) => op.type === 'read' || op.value === 0,
  /** A sum owes something to everything added before it was known. */
  owes: (operations) =>
    pairwise(
      operations,
      (op, other) =>
        op.type === 'read' &&
        answered(op) &&
        other.type === 'add' &&
        other.value !== 0 &&
        other.start <= (op.end ?? other.start),
    ),
};
