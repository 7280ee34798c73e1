/**
 * The lab's own history JSON: one history or a list of them. Of a history's further members, which collections of
 * histories have (`source`, `verdict` and the like), nothing is asked; an operation has none, since a misspelt
 * `outcome` would change the verdict without a word.
 */

import { type History, type HistoryOperation, type ObjectName, objectNames } from '#/checkers';
import type { Json } from '#/kernel';
import { offsetOf, type Path, parseJson } from './json';
import { MOST_OPERATIONS, Stop } from './place';
import { makeSense, type ReadHistory, type Wishes } from './sense';

type Members = { readonly [name: string]: Json };

const OUTCOMES = ['ok', 'failed', 'unknown'] as const;
const MEMBERS = ['process', 'type', 'key', 'value', 'result', 'start', 'end', 'outcome', 'id', 'note'];

const isObject = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws a Stop at the place of a path. */
type Refuse = (path: Path, reason: string) => never;

function asText(value: Json | undefined, path: Path, refuse: Refuse): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return refuse(path, `${String(path.at(-1))} is missing or is no text.`);
}

function operation(given: Json, path: Path, refuse: Refuse): HistoryOperation {
  if (!isObject(given)) return refuse(path, 'An operation is an object, {"process", "type", …}.');
  for (const name of Object.keys(given)) {
    if (!MEMBERS.includes(name)) refuse([...path, name], `An operation has no member called ${name}.`);
  }
  const { start, end, outcome = 'ok' } = given;
  const process = asText(given.process, [...path, 'process'], refuse);
  const type = asText(given.type, [...path, 'type'], refuse);
  if (typeof start !== 'number') return refuse([...path, 'start'], 'start is missing or is no number.');
  if (end !== null && typeof end !== 'number') {
    return refuse(
      [...path, 'end'],
      'end is missing or is no number: null means that no reply was ever seen.',
    );
  }
  if (end !== null && end < start)
    refuse([...path, 'end'], `It ends at ${end}, before it starts at ${start}.`);
  const known = OUTCOMES.find((word) => word === outcome);
  if (!known) return refuse([...path, 'outcome'], `outcome is one of ${OUTCOMES.join(', ')}.`);
  return {
    process,
    type,
    ...(given.key === undefined ? {} : { key: asText(given.key, [...path, 'key'], refuse) }),
    ...(given.value === undefined ? {} : { value: given.value }),
    ...(given.result === undefined ? {} : { result: given.result }),
    start,
    end,
    outcome: known,
  };
}

function stated(model: Json | undefined, path: Path, refuse: Refuse): ObjectName | null {
  if (model === undefined) return null;
  const object = objectNames.find((name) => name === model);
  return object ?? refuse([...path, 'model'], `model is one of ${objectNames.join(', ')}.`);
}

function one(
  given: Json,
  path: Path,
  name: string,
  wishes: Wishes,
  refuse: Refuse,
  text: string,
): ReadHistory {
  if (!isObject(given)) return refuse(path, 'A history is an object, {"name", "initial", "ops"}.');
  const { ops, initial = null, replicas } = given;
  if (!Array.isArray(ops)) return refuse([...path, 'ops'], 'ops is missing or is no list.');
  if (given.name !== undefined && typeof given.name !== 'string')
    refuse([...path, 'name'], 'name is a text.');
  if (replicas !== undefined && !isObject(replicas)) {
    return refuse(
      [...path, 'replicas'],
      'replicas is an object that says what each replica holds at the end.',
    );
  }
  const history: History = {
    name: typeof given.name === 'string' ? given.name : name,
    initial,
    operations: (ops as readonly Json[]).map((op, i) => operation(op, [...path, 'ops', i], refuse)),
    ...(replicas === undefined ? {} : { replicas }),
  };
  return makeSense(history, stated(given.model, path, refuse), wishes, {
    history: () => offsetOf(text, path),
    initial: () => offsetOf(text, [...path, 'initial']),
    operation: (index, member) =>
      offsetOf(text, [...path, 'ops', index, ...(member === undefined ? [] : [member])]),
  });
}

/** Throws a Stop. */
export function readOwn(text: string, name: string, wishes: Wishes): readonly ReadHistory[] {
  const all = parseJson(text);
  const refuse: Refuse = (path, reason) => {
    throw new Stop(offsetOf(text, path), reason);
  };
  const many = Array.isArray(all);
  let operations = 0;
  return (many ? (all as readonly Json[]) : [all]).map((given, i) => {
    if (isObject(given) && Array.isArray(given.ops)) operations += given.ops.length;
    if (operations > MOST_OPERATIONS) refuse(many ? [i] : [], `More than ${MOST_OPERATIONS} operations.`);
    return one(given, many ? [i] : [], many ? `${name} ${i + 1}` : name, wishes, refuse, text);
  });
}
