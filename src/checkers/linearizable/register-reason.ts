/** What went wrong with a value that is read, written, and compared and set; alone or as one of several. */

import type { Json } from '#/kernel';
import { isOk } from '../history';
import { answered, keyOf, same } from '../objects';
import { had, list, type Op, over, shown, told } from './telling';

/** An operation with the value it found, if it says so, and the one it put in its place, if it did; as keys. */
interface Step {
  readonly op: Op;
  readonly found: string | null;
  readonly left: string | null;
}

function stepOf(op: Op): Step {
  if (op.type === 'write' || op.type === 'put') return { op, found: null, left: keyOf(op.value ?? null) };
  if (op.type !== 'cas') return { op, found: answered(op) ? keyOf(op.value ?? null) : null, left: null };
  const [expected, next] = op.value as readonly [Json, Json];
  if (isOk(op) && op.result === false) return { op, found: null, left: null };
  return { op, found: isOk(op) ? keyOf(expected) : null, left: same(expected, next) ? null : keyOf(next) };
}

/** What a transaction found in one of its registers before it wrote there, and what it left. */
function stepAt(op: Op, key: string): Step {
  let [found, left]: (string | null)[] = [null, null];
  for (const [verb, at, value] of op.value as unknown as readonly (readonly [string, string, Json])[]) {
    if (at !== key) continue;
    if (verb === 'write') left = keyOf(value);
    else if (left === null && answered(op) && value !== undefined) found = keyOf(value);
  }
  return { op, found: found ?? null, left: left ?? null };
}

class Register {
  readonly steps: readonly Step[];
  readonly finders: readonly Step[];
  readonly initial: string;

  constructor(steps: readonly Step[], initial: Json) {
    this.steps = steps;
    this.finders = this.steps.filter(({ found }) => found !== null);
    this.initial = keyOf(initial);
  }

  writers(value: string | null): Op[] {
    return this.steps.filter(({ left }) => left !== null && left === value).map(({ op }) => op);
  }

  /** How often a value came to be there, at most. */
  times(value: string): number {
    return this.writers(value).length + (value === this.initial ? 1 : 0);
  }
}

const value = (key: string): string => shown(JSON.parse(key) as Json);

/** A value that nobody had written yet, or ever. */
function outOfNowhere(register: Register): string | null {
  for (const { op, found } of register.finders) {
    if (found === null || found === register.initial) continue;
    const writers = register.writers(found).filter((writer) => writer !== op);
    if (writers.length === 0) return `${told(op)}, but nobody had put ${value(found)} there.`;
    const first = writers.reduce((one, other) => (other.start < one.start ? other : one));
    if (writers.every((writer) => over(op, writer))) {
      return `${told(op)}, before it was there: ${told(first)}.`;
    }
  }
  return null;
}

/** A value that had been replaced for certain before it was found. */
function stale(register: Register): string | null {
  for (const { op, found } of register.finders) {
    for (const { op: newer, left } of register.steps) {
      if (found === null || left === null || left === found || newer === op || !over(newer, op)) continue;
      const writers = register.writers(found).filter((writer) => writer !== op);
      if (!writers.every((writer) => over(writer, newer))) continue;
      const last = writers.at(-1);
      const older = last ? `; ${value(found)} was older (${told(last)})` : '';
      return `${told(op)}, although ${had(newer, op)}${older}.`;
    }
  }
  return null;
}

/** Somebody found the newer value, and somebody later the older one. */
function backInTime(register: Register): string | null {
  for (const { op: first, found: newer } of register.finders) {
    for (const { op: second, found: older } of register.finders) {
      if (newer === null || older === null || newer === older || !over(first, second)) continue;
      const writers = register.writers(newer);
      if (newer === register.initial || writers.length === 0) continue;
      if (!register.writers(older).every((one) => writers.every((other) => over(one, other)))) continue;
      return `${told(second)}, after ${had(first, second, ' already')}; ${value(newer)} was written later than ${value(older)}.`;
    }
  }
  return null;
}

/** More operations used a value up than ever put it there. */
function usedUpTwice(register: Register): string | null {
  for (const { found } of register.finders) {
    if (found === null) continue;
    const users = register.finders.filter(
      (step) => step.found === found && step.left !== null && step.left !== found,
    );
    const times = register.times(found);
    if (users.length <= times || times === 0) continue;
    const often = times === 1 ? 'only once' : `only ${times} times`;
    return `${list(users.map(({ op }) => told(op)))}, but ${value(found)} was there ${often} in that time.`;
  }
  return null;
}

/** Why one value, there only once, must have come before another, there only once. */
function sooner(register: Register, one: string, other: string): string | null {
  const [before] = register.writers(one);
  const [after] = register.writers(other);
  if (after === undefined) return null;
  if (before === undefined) return 'it was there to begin with';
  if (over(before, after)) return `${told(before)} and ${told(after)}`;
  for (const { op, found, left } of register.finders) {
    if (found === one && left === other) return told(op);
    if (found === one && over(op, after)) return `${told(op)}, and only then ${told(after)}`;
    if (found === other && over(before, op)) return `${told(op)}, when ${told(before)} was done`;
    const next = register.finders.find((step) => step.found === other && over(op, step.op));
    if (found === one && next) return `${told(op)} and then ${told(next.op)}`;
  }
  return null;
}

function contradiction(register: Register): string | null {
  const values = [...new Set(register.steps.flatMap(({ found, left }) => [found, left]))];
  for (const one of values) {
    for (const other of values) {
      if (one === null || other === null || one >= other) continue;
      if (register.times(one) !== 1 || register.times(other) !== 1) continue;
      const [there, back] = [sooner(register, one, other), sooner(register, other, one)];
      if (there === null || back === null) continue;
      const [a, b] = [value(one), value(other)];
      return `${a} must have come before ${b}, since ${there}, but also ${b} before ${a}, since ${back}; each was there only once in that time.`;
    }
  }
  return null;
}

/** A comparison that did not hold, though the value it asked for was there all the time. */
function refused(register: Register): string | null {
  for (const { op } of register.steps) {
    if (op.type !== 'cas' || !isOk(op) || op.result !== false) continue;
    const expected = keyOf((op.value as readonly Json[])[0] ?? null);
    const others = register.steps.filter((step) => step.left !== null && step.left !== expected);
    const there = register.writers(expected).find((writer) => over(writer, op));
    const passed = there && others.every((other) => over(op, other.op) || over(other.op, there));
    if (there && passed) return `${told(op)}, although ${had(there, op)} and nothing else had come since.`;
    if (expected === register.initial && others.every((other) => over(op, other.op))) {
      return `${told(op)}, although ${value(expected)} was there from the beginning.`;
    }
  }
  return null;
}

const explain = (register: Register): string | null =>
  outOfNowhere(register) ??
  stale(register) ??
  backInTime(register) ??
  usedUpTwice(register) ??
  refused(register) ??
  contradiction(register);

export const registerReason = (ops: readonly Op[], initial: Json): string | null =>
  explain(new Register(ops.map(stepOf), initial));

/** Of several registers, one by itself may be enough of a reason. */
export function multiRegisterReason(ops: readonly Op[], initial: Json): string | null {
  const keys = new Set(
    ops.flatMap((op) => (op.value as readonly (readonly [string, string])[]).map(([, key]) => key)),
  );
  const first = (initial ?? {}) as { readonly [key: string]: Json };
  for (const key of keys) {
    const register = new Register(
      ops.map((op) => stepAt(op, key)),
      first[key] ?? null,
    );
    const reason = explain(register);
    if (reason !== null) return reason;
  }
  return null;
}

/** What is put or appended shows in all that is got later, until somebody puts something else. */
function lostText(ops: readonly Op[]): string | null {
  const puts = ops.filter((op) => op.type === 'put');
  for (const get of ops) {
    if (get.type !== 'get' || !answered(get)) continue;
    const text = typeof get.value === 'string' ? get.value : '';
    for (const lost of ops) {
      if (lost.type === 'get' || !over(lost, get)) continue;
      const part = String(lost.value);
      if (lost.type === 'put' ? text.startsWith(part) : text.includes(part)) continue;
      const others = puts.filter((put) => put !== lost);
      if (others.every((put) => over(put, lost) || over(get, put)))
        return `${told(get)}, although ${had(lost, get)}.`;
    }
  }
  return null;
}

export const kvReason = (ops: readonly Op[], initial: Json): string | null =>
  ops.some((op) => op.type === 'append') ? lostText(ops) : registerReason(ops, initial);
