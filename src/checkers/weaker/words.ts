/** How a conflict is told to a learner: processes and values by name, step by step. */

import type { Json } from '#/kernel';
import type { HistoryOperation } from '../history';
import { keyOf } from '../objects';
import { at, type Memory } from './memory';
import type { Conflict, Step } from './order';

const bare = /^[\p{L}\p{N}_.:-]+$/u;

export function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' && bare.test(value) ? value : keyOf(value);
}

/** `x = 1`, or `1` where there is one register only. */
const content = (op: HistoryOperation): string =>
  op.key === undefined ? shown(op.value) : `${op.key} = ${shown(op.value)}`;

const opOf = (memory: Memory, id: number): HistoryOperation =>
  at(memory.history.operations, at(memory.ops, id).index);

const did = (memory: Memory, id: number): string => {
  const op = opOf(memory, id);
  return `${at(memory.ops, id).reads ? 'read' : 'wrote'} ${content(op)}`;
};

const who = (memory: Memory, id: number): string => opOf(memory, id).process;
const sentence = (memory: Memory, id: number): string => `${who(memory, id)} ${did(memory, id)}`;
const theWrite = (memory: Memory, id: number): string =>
  `the write of ${content(opOf(memory, id))} by ${who(memory, id)}`;

/** `P0 wrote x = 1 and then wrote y = 1, P1 read y = 1 and then read x = 0`. */
function walk(memory: Memory, steps: readonly Step[]): string {
  const first = steps[0];
  if (first === undefined) return '';
  let told = sentence(memory, first.from);
  for (const { to, kind } of steps) {
    told += kind === 'program' ? ` and then ${did(memory, to)}` : `, ${sentence(memory, to)}`;
  }
  return told;
}

/** The reader's own earlier sight of a write, by reading or by making it; undefined where it had it from others. */
function sight(memory: Memory, write: number, read: number): number | undefined {
  const { value, key } = at(memory.ops, write);
  const session = memory.sessions.find((ops) => ops.includes(read)) ?? [];
  return session.slice(0, session.indexOf(read)).find((op) => {
    const access = at(memory.ops, op);
    return op === write || (access.reads && access.value === value && access.key === key);
  });
}

/** How it is known that a write came before a read that saw another. */
function evidence(memory: Memory, write: number, read: number): string {
  const earlier = sight(memory, write, read);
  return earlier === undefined
    ? `${sentence(memory, read)} although ${theWrite(memory, write)} had come before`
    : `${sentence(memory, earlier)} and then ${did(memory, read)}`;
}

const isPlain = ({ kind }: Step): boolean => kind === 'program' || kind === 'read';

/** The steps of a circle as clauses: what is plain in one go, each conclusion with the read it was drawn from. */
function clauses(memory: Memory, steps: readonly Step[]): string {
  const told: string[] = [];
  let plain: Step[] = [];
  const flush = () => {
    if (plain.length > 0) told.push(walk(memory, plain));
    plain = [];
  };
  for (const step of steps) {
    if (isPlain(step)) {
      plain.push(step);
      continue;
    }
    flush();
    const { from, to, by, kind } = step;
    told.push(
      kind === 'older'
        ? `${evidence(memory, from, by)}, so ${theWrite(memory, from)} comes before ${theWrite(memory, to)}`
        : `${sentence(memory, from)}, so before ${theWrite(memory, to)}`,
    );
  }
  flush();
  return told.join('; ');
}

/** The particulars of a conflict, as the end of a sentence, without its full stop. */
export function particulars(memory: Memory, conflict: Conflict): string {
  const { steps, read } = conflict;
  if (conflict.kind === 'nobody') {
    const op = opOf(memory, read);
    return `${sentence(memory, read)}, and nobody wrote ${op.key === undefined ? 'that' : `that to ${op.key}`}`;
  }
  if (conflict.kind === 'initial') {
    const write = (steps[0] as Step).from;
    return `${sentence(memory, read)}, as it was at first, although ${theWrite(memory, write)} comes before: ${clauses(memory, steps)}`;
  }
  const drawn = steps.filter((step) => !isPlain(step));
  const only = drawn[0];
  if (only === undefined)
    return `each comes before the next, and the last before the first: ${walk(memory, steps)}`;
  if (drawn.length === 1 && only.kind === 'older' && sight(memory, only.from, only.by) === undefined) {
    const rest = steps.filter(isPlain);
    return `${sentence(memory, only.by)} when ${theWrite(memory, only.from)} had replaced it${rest.length === 0 ? '' : ` (${walk(memory, rest)})`}`;
  }
  return clauses(memory, steps);
}
