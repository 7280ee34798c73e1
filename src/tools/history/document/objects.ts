/** What one can ask of each object, and what the value of such an operation stands for. */

import type { ObjectName } from '#/scenarios';

/** `in`: what was handed over. `out`: what came back. `pair`: expected and new. `steps`: reads and writes at once. */
export type ValueKind = 'none' | 'in' | 'out' | 'pair' | 'steps';

export interface OperationKind {
  readonly type: string;
  /** On the tape, where there is little room. */
  readonly short: string;
  readonly value: ValueKind;
}

const kind = (type: string, short: string, value: ValueKind): OperationKind => ({ type, short, value });

const read = kind('read', 'r', 'out');
const write = kind('write', 'w', 'in');

export const operationKinds: Readonly<Record<ObjectName, readonly OperationKind[]>> = {
  register: [write, read],
  'cas-register': [write, read, kind('cas', 'cas', 'pair')],
  kv: [kind('put', 'put', 'in'), kind('get', 'get', 'out'), kind('append', 'app', 'in')],
  'multi-register': [kind('txn', 'txn', 'steps')],
  queue: [kind('enqueue', 'enq', 'in'), kind('dequeue', 'deq', 'out'), kind('length', 'len', 'out')],
  stack: [kind('push', 'push', 'in'), kind('pop', 'pop', 'out'), kind('length', 'len', 'out')],
  mutex: [kind('acquire', 'acq', 'none'), kind('release', 'rel', 'none')],
  set: [kind('add', 'add', 'in'), kind('read', 'r', 'out')],
  counter: [kind('add', 'add', 'in'), kind('read', 'r', 'out')],
};

export const objectTitles: Readonly<Record<ObjectName, string>> = {
  register: 'Register: read, write',
  'cas-register': 'Register with compare-and-set',
  kv: 'Keys and values: put, get, append',
  'multi-register': 'Registers in transactions',
  queue: 'Queue: enqueue, dequeue',
  stack: 'Stack: push, pop',
  mutex: 'Lock: acquire, release',
  set: 'Set: add, read',
  counter: 'Counter: add, read',
};

/** Objects whose operations name one of several independent ones. */
export const hasKeys = (object: ObjectName): boolean => object !== 'multi-register';

/** A type the object does not know is told as it is. */
export const kindOf = (object: ObjectName, type: string): OperationKind =>
  operationKinds[object].find((each) => each.type === type) ?? { type, short: type, value: 'in' };

const fewest: readonly ObjectName[] = [
  'register',
  'cas-register',
  'kv',
  'queue',
  'stack',
  'mutex',
  'counter',
  'set',
  'multi-register',
];

/** The simplest object that knows every one of these operations; null when there is none. */
export function objectFor(types: Iterable<string>): ObjectName | null {
  const asked = [...new Set(types)];
  const knows = (object: ObjectName) =>
    asked.every((type) => operationKinds[object].some((k) => k.type === type));
  return fewest.find(knows) ?? null;
}
