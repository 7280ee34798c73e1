/** What went wrong with a queue or a stack. */

import type { Json } from '#/kernel';
import { isOk } from '../history';
import { answered, keyOf } from '../objects';
import { list, type Op, over, shown, told } from './telling';

const enters = (op: Op): boolean => op.type === 'enqueue' || op.type === 'push';
const leaves = (op: Op): boolean => (op.type === 'dequeue' || op.type === 'pop') && answered(op);
const holds = (value: Json | undefined, op: Op): boolean => keyOf(op.value ?? null) === keyOf(value ?? null);

/** A value that was in and out at most once. */
interface Passage {
  readonly value: Json;
  readonly into: Op;
  readonly out: Op | null;
}

function passages(ops: readonly Op[]): Passage[] {
  return ops.filter(enters).flatMap((into) => {
    const others = ops.filter((op) => holds(into.value, op));
    const outs = others.filter(leaves);
    if (others.filter(enters).length > 1 || outs.length > 1 || !isOk(into)) return [];
    return [{ value: into.value as Json, into, out: outs[0] ?? null }];
  });
}

function miscounted(ops: readonly Op[], first: readonly Json[]): string | null {
  for (const out of ops) {
    if (!leaves(out) || out.value === null) continue;
    const ins = ops.filter((op) => enters(op) && holds(out.value, op));
    const times = ins.length + first.filter((value) => holds(value, out)).length;
    const outs = ops.filter((op) => leaves(op) && holds(out.value, op));
    if (times === 0) return `${told(out)}, but nobody had put ${shown(out.value)} in.`;
    if (outs.length > times) {
      const often = times === 1 ? 'only once' : `only ${times} times`;
      return `${list(outs.map(told))}, but ${shown(out.value)} was put in ${often}.`;
    }
    if (times === ins.length && ins.every((into) => over(out, into))) {
      return `${told(out)}, before it was in: ${told(ins[0] as Op)}.`;
    }
  }
  return null;
}

function notEmpty(ops: readonly Op[]): string | null {
  const empty = ops.filter((op) => leaves(op) && op.value === null);
  for (const op of empty) {
    for (const { value, into, out } of passages(ops)) {
      if (!over(into, op) || (out !== null && !over(op, out))) continue;
      const still = out === null ? 'nobody ever took it out' : `it was taken out only later: ${told(out)}`;
      return `${told(op)}, although ${shown(value)} was in (${told(into)}) and ${still}.`;
    }
  }
  return null;
}

function outOfTurn(ops: readonly Op[], fifo: boolean): string | null {
  const all = passages(ops);
  for (const { value: wrong, into: its, out } of all) {
    for (const { value: right, into, out: later } of all) {
      if (out === null || wrong === right || (later !== null && !over(out, later))) continue;
      const turn = fifo ? over(into, its) : over(its, into) && over(into, out);
      if (!turn) continue;
      const [what, order] = fifo
        ? ['had gone in before it', 'first in, first out']
        : ['lay on top of it', 'last in, first out'];
      return `${told(out)}, although ${shown(right)} ${what} (${told(into)}) and was still in: ${order}.`;
    }
  }
  return null;
}

export function containerReason(ops: readonly Op[], initial: Json, fifo: boolean): string | null {
  const first = Array.isArray(initial) ? (initial as readonly Json[]) : [];
  const found = miscounted(ops, first);
  if (found !== null) return found;
  // Something may have been taken out without anybody knowing what.
  if (
    ops.some((op) => op.type === 'length' || ((op.type === 'dequeue' || op.type === 'pop') && !answered(op)))
  ) {
    return null;
  }
  return notEmpty(ops) ?? outOfTurn(ops, fifo);
}
