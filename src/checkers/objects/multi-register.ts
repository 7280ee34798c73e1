/** Several registers, read and written together in one atomic step. */

import type { Json } from '#/kernel';
import type { HistoryOperation } from '../history';
import { keyOf, same } from './json';
import { answered, pairwise, type SequentialObject, type State } from './object';

type Step = readonly ['read' | 'write', string, Json];
type Registers = { readonly [key: string]: Json };

const steps = (op: HistoryOperation): readonly Step[] => op.value as unknown as readonly Step[];

function isStep(step: Json): boolean {
  if (!Array.isArray(step) || step.length < 2 || step.length > 3) return false;
  const [verb, key] = step;
  return typeof key === 'string' && (verb === 'read' || (verb === 'write' && step.length === 3));
}

/** A read without a value may have seen anything. */
const binding = (op: HistoryOperation, step: Step): boolean => answered(op) && step[2] !== undefined;

/** What a transaction left in each register it wrote. */
const leaves = (op: HistoryOperation) =>
  new Map(steps(op).flatMap(([verb, key, value]) => (verb === 'write' ? [[key, value] as const] : [])));

/** What a transaction found in registers that it had not written itself. */
function found(op: HistoryOperation): readonly (readonly [string, Json])[] {
  const own = new Set<string>();
  return steps(op).flatMap((step) => {
    const [verb, key, value] = step;
    if (verb === 'write') own.add(key);
    return verb === 'read' && !own.has(key) && binding(op, step) ? [[key, value] as const] : [];
  });
}

export const multiRegister: SequentialObject = {
  name: 'multi-register',
  types: ['txn'],
  keyed: false,
  initialFault: (initial) =>
    initial === null || (typeof initial === 'object' && !Array.isArray(initial))
      ? null
      : 'begins with an object that maps keys to values',
  fault: (op) =>
    Array.isArray(op.value) && op.value.every(isStep)
      ? null
      : 'a txn needs a list of ["read", key, value] and ["write", key, value]',
  initial: (initial) => initial ?? {},
  apply(state, op) {
    const registers = new Map(Object.entries(state as Registers));
    for (const step of steps(op)) {
      const [verb, key, value] = step;
      if (verb === 'write') registers.set(key, value);
      else if (binding(op, step) && !same(registers.get(key) ?? null, value)) return undefined;
    }
    return Object.fromEntries(registers);
  },
  /** A register that holds nothing is the same as one that never was. */
  stateKey: (state: State) =>
    keyOf(Object.fromEntries(Object.entries(state as Registers).filter(([, value]) => value !== null))),
  observes: (op) => steps(op).every(([verb]) => verb === 'read'),
  owes(operations) {
    const left = new Map(operations.map((op) => [op, leaves(op)]));
    const seen = new Map(operations.map((op) => [op, found(op)]));
    return pairwise(operations, (op, other) =>
      (seen.get(op) ?? []).some(([key, value]) => {
        const values = left.get(other);
        return values?.has(key) === true && same(values.get(key), value);
      }),
    );
  },
};
