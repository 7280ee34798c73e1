/** A key-value store: each key on its own holds a value, or nothing (null); append joins strings. */

import type { HistoryOperation } from '../history';
import { keyOf, same } from './json';
import { lastBefore } from './last';
import { answered, type SequentialObject } from './object';

/** Whether a value read may show the trace of a put or an append. */
function shows(seen: HistoryOperation['value'], other: HistoryOperation): boolean {
  if (other.type === 'get') return false;
  if (typeof seen !== 'string' || typeof other.value !== 'string') return same(seen, other.value);
  return other.type === 'put' ? seen.startsWith(other.value) : seen.includes(other.value);
}

export const kv: SequentialObject = {
  name: 'kv',
  types: ['get', 'put', 'append'],
  keyed: true,
  initialFault: () => null,
  fault(op) {
    if (op.type === 'put') return op.value === undefined ? 'a put needs a value' : null;
    return op.type === 'append' && typeof op.value !== 'string' ? 'an append needs a string' : null;
  },
  initial: (initial) => initial,
  apply(state, op) {
    if (op.type === 'put') return op.value;
    if (op.type === 'get') return answered(op) && !same(op.value, state) ? undefined : state;
    if (state === null) return op.value;
    return typeof state === 'string' ? state + (op.value as string) : undefined;
  },
  stateKey: keyOf,
  observes: (op) => op.type === 'get',
  owes(operations, initial) {
    const text = (value: HistoryOperation['value']) => value === null || typeof value === 'string';
    const mixed = !text(initial) || operations.some((op) => op.type === 'put' && !text(op.value));
    return lastBefore(operations, {
      replaces: (op) => op.type === 'put',
      adds: (op) => op.type === 'append',
      suits(op, other) {
        if (op.type === 'get') return answered(op) && shows(op.value, other);
        // An append is impossible on what is no text, so it owes something to every put that makes way for it.
        return mixed && op.type === 'append' && other.type === 'put' && text(other.value);
      },
    });
  },
};
