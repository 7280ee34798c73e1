/** Whether a model that speaks of reads and writes has anything to say about a history. */

import type { History } from '../history';
import type { ModelName, ObjectName } from '../names';
import { objectCalled, whyNotApplicable } from '../objects';

const called: Readonly<Record<ObjectName, string>> = {
  register: 'registers',
  'cas-register': 'compare-and-set registers',
  kv: 'key-value stores',
  'multi-register': 'transactions over several registers',
  queue: 'queues',
  stack: 'stacks',
  mutex: 'locks',
  set: 'sets',
  counter: 'counters',
};

const plain = new Set(['read', 'write', 'get', 'put']);

const anOrA = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

/** A sentence on why not; null where it applies. A compare-and-set register that was only read and written will do. */
export function whyNoMemory(history: History, name: ObjectName, model: ModelName): string | null {
  const what = model.replaceAll('-', ' ');
  if (!['register', 'cas-register', 'kv'].includes(name)) {
    return `The model "${what}" is judged for registers and for key-value gets and puts; it is not defined here for ${called[name]}.`;
  }
  const fault = whyNotApplicable(history, objectCalled(name));
  if (fault !== null) return fault;
  const index = history.operations.findIndex((op) => op.outcome !== 'failed' && !plain.has(op.type));
  const op = history.operations[index];
  if (op === undefined) return null;
  return `The model "${what}" is judged for plain reads and writes; operation ${index + 1} is ${anOrA(op.type)} by ${op.process}, which reads and writes at once.`;
}
