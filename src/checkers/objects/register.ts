/** A register holds one value: read it, write it, or, where it can, compare and set it in one go. */

import type { Json } from '#/kernel';
import { type HistoryOperation, isOk } from '../history';
import { keyOf, same } from './json';
import { lastBefore } from './last';
import { answered, type SequentialObject } from './object';

const pair = (op: HistoryOperation): readonly [Json, Json] => op.value as unknown as readonly [Json, Json];

/** Whether a compare-and-set came back saying that it found another value. */
const refused = (op: HistoryOperation): boolean => op.type === 'cas' && isOk(op) && op.result === false;

/** The value an operation puts in place of another, as a key; null for one that changes nothing. */
function leaves(op: HistoryOperation): string | null {
  if (op.type === 'write') return keyOf(op.value ?? null);
  return op.type === 'cas' && !refused(op) && !same(...pair(op)) ? keyOf(pair(op)[1]) : null;
}

/** The value an operation found, as a key; null for one that is silent about it. */
function found(op: HistoryOperation): string | null {
  if (op.type === 'read') return answered(op) ? keyOf(op.value ?? null) : null;
  return op.type === 'cas' && !refused(op) ? keyOf(pair(op)[0]) : null;
}

const behaviour: Omit<SequentialObject, 'name' | 'types'> = {
  keyed: true,
  initialFault: () => null,
  fault(op) {
    if (op.type === 'write') return op.value === undefined ? 'a write needs a value' : null;
    if (op.type === 'read') return null;
    if (!Array.isArray(op.value) || op.value.length !== 2) return 'a cas needs the pair [expected, new]';
    return isOk(op) && op.result !== undefined && typeof op.result !== 'boolean'
      ? 'the result of a cas is true or false'
      : null;
  },
  initial: (initial) => initial,
  apply(state, op) {
    if (op.type === 'write') return op.value;
    if (op.type === 'read') return answered(op) && !same(op.value, state) ? undefined : state;
    const [expected, next] = pair(op);
    const holds = same(expected, state);
    if (isOk(op) && holds === refused(op)) return undefined;
    return holds ? next : state;
  },
  stateKey: keyOf,
  observes: (op) => op.type === 'read' || refused(op) || (op.type === 'cas' && same(...pair(op))),
  owes(operations) {
    const left = new Map(operations.map((op) => [op, leaves(op)]));
    const seen = new Map(operations.map((op) => [op, found(op)]));
    return lastBefore(operations, {
      replaces: (op) => left.get(op) !== null,
      suits(op, other) {
        const value = left.get(other) ?? null;
        if (value === null) return false;
        // A refused cas owes its answer to whatever put another value in its way.
        return refused(op) ? value !== keyOf(pair(op)[0]) : value === seen.get(op);
      },
    });
  },
};

export const register: SequentialObject = { ...behaviour, name: 'register', types: ['read', 'write'] };

export const casRegister: SequentialObject = {
  ...behaviour,
  name: 'cas-register',
  types: ['read', 'write', 'cas'],
};
