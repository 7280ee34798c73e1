/** How operations are told of: who did what, when. */

import type { Json } from '#/kernel';
import { type HistoryOperation, isOk } from '../history';

export type Op = HistoryOperation;

export const shown = (value: Json | undefined): string =>
  value === null || value === undefined ? 'nothing' : JSON.stringify(value);

/** Recorded processes are often mere numbers, which would be lost among the values. */
export const who = (op: Op): string => (/^\d+$/.test(op.process) ? `process ${op.process}` : op.process);

/** "at 3–7", or "from 3 on" where nobody heard the end of it. */
export function when(op: Op): string {
  if (!isOk(op)) return `from ${op.start} on`;
  return op.start === op.end ? `at ${op.start}` : `at ${op.start}–${op.end}`;
}

const items = (op: Op): readonly Json[] => (Array.isArray(op.value) ? op.value : []);
const foundEmpty = (op: Op): boolean => isOk(op) && op.value === null;
const taken = (op: Op): string => (isOk(op) && op.value !== undefined ? shown(op.value) : 'something');

function transaction(op: Op, wrote: string): string {
  const steps = items(op).map((step) => {
    const [verb, key, value] = step as readonly Json[];
    return `${verb === 'write' ? wrote : 'read'} ${key} = ${shown(value)}`;
  });
  return steps.join(', ');
}

/** Of each type of operation, what is said in "C1 …" and in "C1 had …". */
const deeds: Readonly<Record<string, (op: Op) => readonly [string, string]>> = {
  read: (op) => [`read ${shown(op.value)}`, `read ${shown(op.value)}`],
  get: (op) => [`got ${shown(op.value)}`, `got ${shown(op.value)}`],
  write: (op) => [`wrote ${shown(op.value)}`, `written ${shown(op.value)}`],
  put: (op) => [`put ${shown(op.value)}`, `put ${shown(op.value)}`],
  append: (op) => [`appended ${shown(op.value)}`, `appended ${shown(op.value)}`],
  cas(op) {
    const [expected, next] = items(op);
    if (isOk(op) && op.result === false)
      return [`did not find ${shown(expected)}`, `not found ${shown(expected)}`];
    return [`changed ${shown(expected)} to ${shown(next)}`, `changed ${shown(expected)} to ${shown(next)}`];
  },
  enqueue: (op) => [`put in ${shown(op.value)}`, `put in ${shown(op.value)}`],
  dequeue: (op) =>
    foundEmpty(op)
      ? ['found it empty', 'found it empty']
      : [`took out ${taken(op)}`, `taken out ${taken(op)}`],
  push: (op) => [`pushed ${shown(op.value)}`, `pushed ${shown(op.value)}`],
  pop: (op) =>
    foundEmpty(op) ? ['found it empty', 'found it empty'] : [`popped ${taken(op)}`, `popped ${taken(op)}`],
  length: (op) => [`counted ${shown(op.value)}`, `counted ${shown(op.value)}`],
  acquire: () => ['acquired the lock', 'acquired the lock'],
  release: () => ['released the lock', 'released the lock'],
  add: (op) => [`added ${shown(op.value)}`, `added ${shown(op.value)}`],
  txn: (op) => [transaction(op, 'wrote'), transaction(op, 'written')],
};

/** In "C1 …", and in "C1 had …". */
export const deed = (op: Op): readonly [string, string] => deeds[op.type]?.(op) ?? [op.type, op.type];

/** "C1 wrote 1 at 3–7", "C2 may have written 2 from 5 on". */
export const told = (op: Op): string =>
  isOk(op) ? `${who(op)} ${deed(op)[0]} ${when(op)}` : `${who(op)} may have ${deed(op)[1]} ${when(op)}`;

/** "C1 had written 1 at 3–7"; "it had itself" where the one who speaks of it is the same. */
export function had(op: Op, teller: Op, already = ''): string {
  const subject = op.process === teller.process ? 'it had itself' : `${who(op)} had`;
  return `${subject}${already} ${deed(op)[1]} ${when(op)}`;
}

export const list = (parts: readonly string[], last = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

/** Whether one operation was over before another began; of one process, touching is enough. */
export function over(one: Op, other: Op): boolean {
  if (one === other || !isOk(one)) return false;
  const end = one.end as number;
  return (
    end < other.start || (one.process === other.process && end === other.start && one.start < other.start)
  );
}
