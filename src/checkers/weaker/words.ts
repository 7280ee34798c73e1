/** How a conflict is told to a learner: processes and values by name, step by step. */

import { type HistoryOperation, isOpen } from '../history';
import { deed, shown, who as whoIs } from '../linearizable/telling';
import { at, type Memory } from './memory';
import type { Conflict, Step } from './order';

/** `x = 1`, or `1` where there is one register only. */
const content = (op: HistoryOperation): string =>
  op.key === undefined ? shown(op.value) : `${op.key} = ${shown(op.value)}`;

const opOf = (memory: Memory, id: number): HistoryOperation =>
  at(memory.history.operations, at(memory.ops, id).index);

const did = (memory: Memory, id: number): string => {
  const op = opOf(memory, id);
  if (!at(memory.ops, id).reads) return `wrote ${content(op)}`;
  return op.value === null ? `found ${op.key ?? 'it'} empty` : `read ${content(op)}`;
};

const who = (memory: Memory, id: number): string => whoIs(opOf(memory, id));
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
function particulars(memory: Memory, { kind, steps, read }: Conflict): string {
  const [first, second] = steps as readonly [Step, Step];
  if (kind === 'initial') {
    const began = `${sentence(memory, read)}, as it was at first, although`;
    if (steps.length === 1 && first.kind === 'program')
      return `${began} it ${did(memory, first.from)} before`;
    return `${began} ${theWrite(memory, first.from)} comes before: ${clauses(memory, steps)}`;
  }
  const drawn = steps.filter((step) => !isPlain(step));
  const only = drawn[0];
  if (only === undefined) {
    if (steps.length === 2 && who(memory, first.from) === who(memory, first.to)) {
      const [wrote, saw] = first.kind === 'read' ? [first.from, first.to] : [second.from, second.to];
      return `${sentence(memory, saw)} and only after that ${did(memory, wrote)}, which is where it must have come from`;
    }
    return `each comes before the next, and the last before the first: ${walk(memory, steps)}`;
  }
  if (drawn.length > 1 || only.kind !== 'older') return clauses(memory, steps);
  const place = steps.indexOf(only);
  const rest = walk(memory, [...steps.slice(place + 1), ...steps.slice(0, place)]);
  return sight(memory, only.from, only.by) === undefined
    ? `${sentence(memory, only.by)} when ${theWrite(memory, only.from)} had replaced it (${rest})`
    : `${evidence(memory, only.from, only.by)}, although ${rest}`;
}

/** A whole sentence: what is broken, and how. */
export function because(broken: string, memory: Memory, conflict: Conflict): string {
  if (conflict.kind !== 'nobody') return `${broken}: ${particulars(memory, conflict)}.`;
  const { key } = opOf(memory, conflict.read);
  const where = key === undefined ? '' : ` to ${key}`;
  return `${sentence(memory, conflict.read)}, and nobody wrote it${where}: no model of reads and writes allows that.`;
}

/** More than that and nobody would read it. */
const MOST = 8;

/** That some operations have no order, with the operations in program order, process by process, unless they are many. */
export function noOrder(ops: readonly HistoryOperation[]): string {
  const only = ops[0];
  if (only && ops.length === 1) {
    const where = only.key === undefined ? '' : ` (${only.key})`;
    return `${whoIs(only)} ${deed(only)[0]}${where}, which no order of the operations could give it.`;
  }
  const says = `No one order of these ${ops.length} operations keeps the order of each process and gives every one of them the answer it got`;
  if (ops.length > MOST) return `${says}.`;
  const lines = new Map<string, string[]>();
  for (const op of ops) {
    const [does, done] = deed(op);
    const where = op.key === undefined ? '' : ` (${op.key})`;
    const line = isOpen(op) ? `may have ${done}${where}` : `${does}${where}`;
    lines.set(whoIs(op), [...(lines.get(whoIs(op)) ?? []), line]);
  }
  return `${says}: ${[...lines].map(([process, line]) => `${process} ${line.join(' and then ')}`).join('; ')}.`;
}
