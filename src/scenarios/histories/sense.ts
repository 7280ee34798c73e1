/**
 * Whether operations make a history at all: of which object they are, whether that object could answer so, and
 * whether each process does one thing at a time. Leaves out every question of consistency.
 */

import {
  type History,
  type HistoryOperation,
  isOpen,
  type ObjectName,
  objectCalled,
  objectNames,
} from '#/checkers';
import type { Json } from '#/kernel';
import { Stop } from './place';

/** Where the parts of a history are in the text it came from. */
export interface Places {
  readonly history: () => number;
  readonly initial: () => number;
  readonly operation: (index: number, member?: keyof HistoryOperation) => number;
}

/** Who said of which object the operations are. */
export type ObjectFrom = 'asked' | 'file' | 'operations';

export interface ReadHistory {
  readonly history: History;
  readonly object: ObjectName;
  readonly objectFrom: ObjectFrom;
}

const known = new Set(objectNames.flatMap((name) => objectCalled(name).types));

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A set and a counter have the same operations: what was read, what it holds at first and what is added tell. */
function setOrCounter({ initial, operations }: History): ObjectName {
  const reads = operations.filter((op) => op.type === 'read' && op.outcome === 'ok').map((op) => op.value);
  const seen = [initial, ...reads].filter((value) => value !== null && value !== undefined);
  if (seen.length > 0) return seen.some((value) => Array.isArray(value)) ? 'set' : 'counter';
  const adds = operations.filter((op) => op.type === 'add');
  return adds.every((op) => Number.isSafeInteger(op.value)) ? 'counter' : 'set';
}

/** The first object, in the order of `objectNames`, that knows all the operations. */
function guess(history: History, places: Places): ObjectName {
  let fit: readonly ObjectName[] = objectNames;
  const types: string[] = [];
  for (const [index, { type }] of history.operations.entries()) {
    if (types.includes(type)) continue;
    types.push(type);
    fit = fit.filter((name) => objectCalled(name).types.includes(type));
    if (fit.length > 0) continue;
    const reason = known.has(type)
      ? `No object has the operations ${list(types)}.`
      : `No object has an operation ${JSON.stringify(type)}. There are: ${list([...known])}.`;
    throw new Stop(places.operation(index, 'type'), reason);
  }
  const first = fit[0] ?? 'register';
  return first === 'set' ? setOrCounter(history) : first;
}

function checkOperation(
  op: HistoryOperation,
  name: ObjectName,
  at: (member?: 'type' | 'value') => number,
): void {
  const object = objectCalled(name);
  if (!object.types.includes(op.type)) {
    throw new Stop(
      at('type'),
      `A ${name} has no operation ${JSON.stringify(op.type)}, only ${list(object.types)}.`,
    );
  }
  // What did not happen may say anything.
  const fault = op.outcome === 'failed' ? null : object.fault(op);
  if (fault !== null) throw new Stop(at('value'), `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`);
}

/** An operation of unknown end orders nothing, so that another of its process may begin at any time after it did. */
function checkProcesses(operations: readonly HistoryOperation[], places: Places): void {
  const order = operations.map((_, index) => index);
  const startOf = (index: number) => operations[index]?.start ?? 0;
  // Of two that start together, the one that takes no time was first.
  const endOf = (index: number) => operations[index]?.end ?? Number.MAX_VALUE;
  order.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || a - b);
  const last = new Map<string, HistoryOperation>();
  for (const index of order) {
    const op = operations[index] as HistoryOperation;
    const before = last.get(op.process);
    if (before && before.end !== null && op.start < before.end) {
      const two = `${before.type} from ${before.start} to ${before.end}, and ${op.type} from ${op.start}`;
      throw new Stop(
        places.operation(index),
        `Process ${op.process} does two things at a time: ${two}. A process does one after another.`,
      );
    }
    if (!isOpen(op)) last.set(op.process, op);
  }
}

export interface Wishes {
  /** Of which object the operations are; absent: what the file says, or what they look like. */
  readonly object?: ObjectName;
  /** What the object holds at first, whatever the file says. */
  readonly initial?: Json;
}

/** The history with its object. Throws a Stop at what cannot be. */
export function makeSense(
  history: History,
  stated: ObjectName | null,
  wishes: Wishes,
  places: Places,
): ReadHistory {
  const whole = wishes.initial === undefined ? history : { ...history, initial: wishes.initial };
  const object = wishes.object ?? stated ?? guess(whole, places);
  const wrong = objectCalled(object).initialFault(whole.initial);
  if (wrong !== null) throw new Stop(places.initial(), `A ${object} ${wrong}.`);
  whole.operations.forEach((op, index) => {
    checkOperation(op, object, (member) => places.operation(index, member));
  });
  checkProcesses(whole.operations, places);
  return { history: whole, object, objectFrom: wishes.object ? 'asked' : stated ? 'file' : 'operations' };
}
