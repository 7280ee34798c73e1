/**
 * Why a few operations fit no order, in a sentence. Where they form a pattern that has a name, the sentence says
 * what the pattern is; otherwise it only says who is involved. A sentence claims nothing but what it has checked.
 */

import type { Json } from '#/kernel';
import { type History, isOk } from '../history';
import type { SequentialObject } from '../objects';
import { containerReason } from './container-reason';
import { counterReason, mutexReason, setReason } from './other-reasons';
import { kvReason, multiRegisterReason, registerReason } from './register-reason';
import { list, type Op, told } from './telling';

/** More than these are counted instead of told. */
const TOLD_AT_MOST = 5;

const patterns: Readonly<Record<string, (ops: readonly Op[], initial: Json) => string | null>> = {
  register: registerReason,
  'cas-register': registerReason,
  kv: kvReason,
  'multi-register': multiRegisterReason,
  queue: (ops, initial) => containerReason(ops, initial, true),
  stack: (ops, initial) => containerReason(ops, initial, false),
  mutex: mutexReason,
  set: setReason,
  counter: counterReason,
};

function inGeneral(ops: readonly Op[]): string {
  if (ops.length <= TOLD_AT_MOST) {
    return `${list(ops.map(told))}: no order in which each happens within its own time makes all the answers right.`;
  }
  const ended = ops.filter(isOk).sort((x, y) => (x.end as number) - (y.end as number));
  const last = ended.at(-1);
  const end = last ? `; the last to end is this: ${told(last)}` : '';
  return `No order of these ${ops.length} operations, each within its own time, makes all their answers right${end}.`;
}

export function reasonFor(history: History, object: SequentialObject, operations: readonly number[]): string {
  const ops = operations.map((index) => history.operations[index] as Op);
  const sentence = patterns[object.name]?.(ops, history.initial) ?? inGeneral(ops);
  const keys = new Set(object.keyed ? history.operations.map((op) => op.key) : []);
  const key = ops[0]?.key;
  const whole = keys.size > 1 && key !== undefined ? `On ${key}: ${sentence}` : sentence;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
