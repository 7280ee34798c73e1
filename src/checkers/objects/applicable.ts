/** Whether a history can be one of an object at all, before anybody judges it. */

import type { History, HistoryOperation } from '../history';
import type { SequentialObject } from './object';

const quoted = (words: readonly string[]): string =>
  words.length === 1 ? `"${words[0]}"` : `"${words.slice(0, -1).join('", "')}" and "${words.at(-1)}"`;

function operationFault(op: HistoryOperation, object: SequentialObject): string | null {
  if (!object.types.includes(op.type)) {
    return `a ${object.name} has no operation "${op.type}", only ${quoted(object.types)}`;
  }
  if (!Number.isFinite(op.start)) return 'its start is no time';
  if (op.end !== null && !Number.isFinite(op.end)) return 'its end is no time';
  if (op.end !== null && op.end < op.start) return 'it ends before it starts';
  return object.fault(op);
}

/** A sentence on why not; null where it can. Operations that failed did not happen, and may say anything. */
export function whyNotApplicable(history: History, object: SequentialObject): string | null {
  const wrong = object.initialFault(history.initial);
  if (wrong !== null) return `A ${object.name} ${wrong}.`;
  for (const [index, op] of history.operations.entries()) {
    const fault = op.outcome === 'failed' ? null : operationFault(op, object);
    if (fault === null) continue;
    const where = op.line === undefined ? `Operation ${index + 1}` : `The operation of line ${op.line}`;
    return `${where} (${op.type} by ${op.process}) cannot be judged: ${fault}.`;
  }
  return null;
}
