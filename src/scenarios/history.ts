/**
 * The history of a run, as the judges want it: the operations of its trace, in the object's own words.
 * Its operations are those of `operationsOf`, in the same order, so that an index names the same in both.
 */

import { type History, type HistoryOperation, type ObjectName, objectNames } from '#/checkers';
import type { Json, Micros, OperationRecord } from '#/kernel';
import type { ProtocolModule } from '#/protocols';

/** Operations whose value is what came back. */
const answers = new Set(['read', 'get', 'dequeue', 'pop', 'length', 'txn']);

/** A call's value is the operand itself, or `{key, value}` where there are several objects. */
function operand(value: Json): { readonly key?: string; readonly value: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { value };
  const { key, value: of = null } = value as { key?: Json; value?: Json };
  return typeof key === 'string' ? { key, value: of } : { value };
}

/** As people read times; a division keeps their order. */
const ms = (at: Micros): number => at / 1000;

/** Where the names that people call the clients by are found. */
type Nodes = readonly { readonly id: string; readonly label?: string | undefined }[];

/** After an operation without an answer the kernel's `alice` goes on as `alice#1`, and so does her name. */
function processName(process: string, nodes: Nodes): string {
  const [id, epoch] = process.split('#');
  const label = nodes.find((node) => node.id === id)?.label;
  return label === undefined ? process : epoch === undefined ? label : `${label}#${epoch}`;
}

function asOperation(op: OperationRecord, nodes: Nodes, others: readonly string[]): HistoryOperation {
  const { key, value: asked } = operand(op.value);
  const back = op.seen?.as === 'value' ? (op.seen.value ?? null) : null;
  const ok = op.outcome === 'ok';
  return {
    process: processName(op.process, nodes),
    type: op.f,
    ...(key === undefined ? {} : { key }),
    value: answers.has(op.f) && ok ? back : asked,
    ...(op.f === 'cas' && ok ? { result: back } : {}),
    start: ms(op.invokedAt),
    end: (ok || op.outcome === 'failed') && op.completedAt !== null ? ms(op.completedAt) : null,
    // To the object, what is not about it did not happen.
    outcome: others.includes(op.f) ? 'failed' : op.outcome === 'open' ? 'unknown' : op.outcome,
  };
}

/** The object that a protocol's clients use, if its runs can be judged at all. */
export const objectOf = (module: Pick<ProtocolModule, 'history'>): ObjectName | null =>
  objectNames.find((name) => name === module.history?.object) ?? null;

/** Times are in milliseconds; `null` where the protocol's operations are no history of an object. */
export function historyOf(
  name: string,
  operations: readonly OperationRecord[],
  module: Pick<ProtocolModule, 'history'>,
  nodes: Nodes = [],
): History | null {
  if (!module.history || !objectOf(module)) return null;
  const { others = [] } = module.history;
  return {
    name,
    initial: module.history.initial,
    operations: operations.map((op) => asOperation(op, nodes, others)),
  };
}

/** The same for a file, which has no words for calls that are not about the object: no index names the same in both. */
export function historyOnFile(...of: Parameters<typeof historyOf>): History | null {
  const history = historyOf(...of);
  const others = of[2].history?.others ?? [];
  return (
    history && { ...history, operations: history.operations.filter(({ type }) => !others.includes(type)) }
  );
}
