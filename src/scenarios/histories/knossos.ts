/**
 * Histories of Jepsen and Knossos in EDN: maps `{:process 1, :type :invoke, :f :read, :value nil}`, a line each or in
 * one vector. Their order is the time. Here `:fail` means that the operation did not happen, and a completed read of
 * nil that nobody knows what was read; both are dropped. What the nemesis did is passed over.
 */

import type { Json } from '#/kernel';
import { type Form, readForms } from './edn';
import { type Dialect, eventTypes, type HistoryEvent, pairUp } from './pairing';
import { placeOf, Stop } from './place';
import { makeSense, type ReadHistory, type Wishes } from './sense';

const dialect: Dialect = { fail: () => 'drop', nilIsUnknown: true };

/** Micro-operations of a transaction, in the lab's words. */
const VERBS: Readonly<Record<string, string>> = {
  ':r': 'read',
  ':w': 'write',
  ':read': 'read',
  ':write': 'write',
};

function inOurWords(f: string, value: Json): Json {
  if (f !== 'txn' || !Array.isArray(value)) return value;
  return (value as readonly Json[]).map((step) => {
    if (!Array.isArray(step)) return step;
    const [verb, key, ...of] = step as readonly Json[];
    const name = typeof key === 'number' ? String(key) : (key ?? null);
    return [VERBS[String(verb)] ?? verb ?? null, name, ...of];
  });
}

function asEvent({ at, value: map }: Form, time: number, line: number): HistoryEvent | null {
  if (map === null || typeof map !== 'object' || Array.isArray(map)) {
    throw new Stop(at, 'Expected a map, {:process …, :type …, :f …, :value …}.');
  }
  const { process, type, f, value = null } = map as { readonly [name: string]: Json };
  if (typeof process === 'string' && process.startsWith(':')) return null;
  if (typeof process !== 'number' && typeof process !== 'string') {
    throw new Stop(at, 'This map names no :process.');
  }
  const known = eventTypes.find((word) => `:${word}` === type);
  if (!known) throw new Stop(at, 'The :type of an event is :invoke, :ok, :fail or :info.');
  if (typeof f !== 'string' || !f.startsWith(':'))
    throw new Stop(at, 'This map names no function, as :f :read.');
  return {
    process: String(process),
    type: known,
    f: f.slice(1),
    value: inOurWords(f.slice(1), value),
    time,
    line,
    at,
  };
}

/** The line of each form, in one pass. */
function linesOfForms(text: string, forms: readonly Form[]): readonly number[] {
  let [line, from] = [1, 0];
  return forms.map(({ at }) => {
    line += placeOf(text.slice(from, at), at - from).line - 1;
    from = at;
    return line;
  });
}

/** Throws a Stop. */
export function readKnossos(text: string, name: string, wishes: Wishes): readonly ReadHistory[] {
  const forms = readForms(text, 0, true);
  const lines = linesOfForms(text, forms);
  const events = forms.flatMap((form, i) => asEvent(form, i + 1, lines[i] ?? 1) ?? []);
  const paired = pairUp(events, dialect);
  const operations = paired.map(({ operation }) => operation);
  const at = (index: number) => paired[index]?.at ?? 0;
  return [
    makeSense({ name, initial: null, operations }, null, wishes, {
      history: () => 0,
      initial: () => 0,
      operation: at,
    }),
  ];
}
