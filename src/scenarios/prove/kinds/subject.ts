/** The history that a question is about, whichever way its author gave it. */

import type { History, HistoryOperation, ObjectName } from '#/checkers';
import { KernelError } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import { historyOf, objectOf } from '../../history';
import type { Subject } from '../../schema/history';
import type { Variant } from '../../schema/scenario';

export interface Shown {
  readonly object: ObjectName;
  readonly history: History;
}

/** More than this nobody reads, or places by keyboard. */
const MOST = 12;

type Drawn = Extract<Subject, { object: ObjectName }>['operations'][number];

function asOperation({ process, type, key, value, result, start, end, outcome }: Drawn): HistoryOperation {
  return {
    process,
    type,
    ...(key === undefined ? {} : { key }),
    ...(value === undefined ? {} : { value }),
    ...(result === undefined ? {} : { result }),
    start,
    end,
    outcome: outcome ?? (end === null ? 'unknown' : 'ok'),
  };
}

/** Throws a sentence when the run is no history of an object, or is too long to be asked about. */
export function shownHistory(
  subject: Subject,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): Shown {
  if ('object' in subject) {
    const { object, initial, operations } = subject;
    return { object, history: { name: 'the question', initial, operations: operations.map(asOperation) } };
  }
  const object = objectOf(module);
  const history = historyOf('the question', run(subject.run).operations, module);
  if (!object || !history) {
    throw new KernelError(`Protocol ${module.protocol.name} has no history that could be judged.`);
  }
  const n = history.operations.length;
  if (n > MOST) throw new KernelError(`The run has ${n} operations; a question is about ${MOST} at most.`);
  return { object, history };
}

/** The operation of that number. Throws a sentence when there is none. */
export function numbered({ history }: Shown, number: number): HistoryOperation {
  const op = history.operations[number - 1];
  if (!op) throw new KernelError(`The history has no operation ${number}.`);
  return op;
}
