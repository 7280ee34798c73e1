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
  /** As it is judged; times of a run in milliseconds. */
  readonly history: History;
  /** The same operations with the times at which they are drawn: evenly spread where to scale nobody could see them. */
  readonly drawn: readonly HistoryOperation[];
  readonly toScale: boolean;
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
    return drawn(object, { name: 'the question', initial, operations: operations.map(asOperation) });
  }
  const object = objectOf(module);
  const { operations, nodes } = run(subject.run);
  const history = historyOf('the question', operations, module, nodes);
  if (!object || !history) {
    throw new KernelError(`Protocol ${module.protocol.name} has no history that could be judged.`);
  }
  const n = history.operations.length;
  if (n > MOST) throw new KernelError(`The run has ${n} operations; a question is about ${MOST} at most.`);
  return drawn(object, history);
}

/** Of the whole time. What is shorter, or follows more closely in its lane, could not be read. */
const FINE = 1 / 14;

function drawn(object: ObjectName, history: History): Shown {
  const { operations } = history;
  const times = [...new Set(operations.flatMap((op) => (op.end === null ? [op.start] : [op.start, op.end])))];
  times.sort((a, b) => a - b);
  const least = ((times.at(-1) ?? 0) - (times[0] ?? 0)) * FINE;
  const fine = operations.some(
    (op) =>
      (op.end !== null && op.end - op.start < least) ||
      operations.some((o) => o.process === op.process && o.start > op.start && o.start - op.start < least),
  );
  if (!fine) return { object, history, drawn: operations, toScale: true };
  const even = (time: number) => times.indexOf(time) * 10;
  const spread = operations.map((op) => ({
    ...op,
    start: even(op.start),
    end: op.end === null ? null : even(op.end),
  }));
  return { object, history, drawn: spread, toScale: false };
}

/** The operation of that number. Throws a sentence when there is none. */
export function numbered({ history }: Shown, number: number): HistoryOperation {
  const op = history.operations[number - 1];
  if (!op) throw new KernelError(`The history has no operation ${number}.`);
  return op;
}
