/** Every change one can make to a drawing, as a function from one drawing to the next. None ever throws. */

import type { ObjectName } from '#/scenarios';
import { type Drawn, type DrawnOperation, laneOf, operationOf, spanOf } from './drawn';
import { kindOf, operationKinds, type ValueKind } from './objects';
import { reachOf, startNear } from './room';
import type { Value } from './values';

/** More is not drawn by hand, and a file with more is refused where it is read. */
export const MOST_OPERATIONS = 20_000;
export const MOST_PROCESSES = 2_000;

function change(drawn: Drawn, id: number, to: (op: DrawnOperation) => DrawnOperation): Drawn {
  let changed = false;
  const operations = drawn.operations.map((op) => {
    if (op.id !== id) return op;
    const next = to(op);
    changed ||= next !== op;
    return next;
  });
  return changed ? { ...drawn, operations } : drawn;
}

/** Moves an operation, ends together, to the free place nearest to `start`; `step` is kept to its neighbours. */
export function move(
  drawn: Drawn,
  id: number,
  start: number,
  process: string,
  step: number,
  earliest = 0,
): Drawn {
  const op = operationOf(drawn, id);
  if (!op || !drawn.processes.includes(process)) return drawn;
  const at = startNear(drawn, op, process, start, step, earliest);
  if (at === null || (at === op.start && process === op.process)) return drawn;
  const end = op.end === null ? null : op.end + (at - op.start);
  return change(drawn, id, (was) => ({ ...was, process, start: at, end }));
}

/** Moves one end of an operation as far as it may go. */
export function stretch(
  drawn: Drawn,
  id: number,
  which: 'start' | 'end',
  to: number,
  step: number,
  earliest = 0,
): Drawn {
  const op = operationOf(drawn, id);
  if (!op) return drawn;
  const reach = reachOf(drawn, op, step, earliest);
  if (which === 'start') {
    const latest = op.end === null ? reach.to : op.end - step;
    const start = Math.max(reach.from, Math.min(to, Math.max(latest, op.start)));
    return start === op.start ? drawn : change(drawn, id, (was) => ({ ...was, start }));
  }
  if (op.end === null) return drawn;
  const end = Math.min(reach.to, Math.max(to, Math.min(op.start + step, op.end)));
  return end === op.end ? drawn : change(drawn, id, (was) => ({ ...was, end }));
}

export type Told = Pick<DrawnOperation, 'type' | 'key' | 'value' | 'result'>;

/** Sets what an operation did. A member that is given as undefined is taken out. */
export function tell(drawn: Drawn, id: number, said: { [K in keyof Told]?: Told[K] | undefined }): Drawn {
  return change(drawn, id, (op) => {
    const next: Record<string, unknown> = { ...op, ...said };
    for (const name of ['key', 'value', 'result']) if (next[name] === undefined) delete next[name];
    return next as unknown as DrawnOperation;
  });
}

/** The operation as another type: the value stays if it can mean the same there. */
function retold(drawn: Drawn, op: DrawnOperation, type: string, from: ValueKind): DrawnOperation {
  const { key: _key, value: _value, result: _result, ...rest } = op;
  const is = kindOf(drawn.object, type).value;
  const alike = from === is || (from === 'in' && is === 'out') || (from === 'out' && is === 'in');
  const value = alike ? op.value : freshValue(drawn, type);
  return {
    ...rest,
    type,
    ...(op.key === undefined || is === 'steps' ? {} : { key: op.key }),
    ...(value === undefined ? {} : { value }),
    ...(is === 'pair' ? { result: true } : {}),
  };
}

export const retype = (drawn: Drawn, id: number, type: string): Drawn =>
  change(drawn, id, (op) =>
    op.type === type ? op : retold(drawn, op, type, kindOf(drawn.object, op.type).value),
  );

/** How it ended. What gets an answer after all ends as soon as it can; what never does is the last of its lane. */
export function settle(drawn: Drawn, id: number, outcome: DrawnOperation['outcome'], step: number): Drawn {
  const op = operationOf(drawn, id);
  if (!op || op.outcome === outcome) return drawn;
  if (outcome !== 'unknown') {
    const end = op.end ?? Math.min(op.start + 3 * step, reachOf(drawn, op, step).to);
    return change(drawn, id, (was) => ({ ...was, outcome, end }));
  }
  const last = laneOf(drawn, op.process).at(-1)?.id === id;
  return last ? change(drawn, id, (was) => ({ ...was, outcome, end: null })) : drawn;
}

export function remove(drawn: Drawn, id: number): Drawn {
  const operations = drawn.operations.filter((op) => op.id !== id);
  return operations.length === drawn.operations.length ? drawn : { ...drawn, operations };
}

export const newId = (drawn: Drawn): number =>
  drawn.operations.reduce((most, op) => Math.max(most, op.id), 0) + 1;

/** A value nobody wrote yet, so that each write can be told from the others. */
function freshValue(drawn: Drawn, type: string): Value | undefined {
  const { value } = kindOf(drawn.object, type);
  const numbers = drawn.operations.flatMap((op) => (typeof op.value === 'number' ? [op.value] : []));
  const most = Math.min(
    numbers.reduce((a, b) => Math.max(a, b), 0),
    1_000_000,
  );
  if (value === 'in') return most + 1;
  if (value === 'out') return most > 0 ? most : null;
  if (value === 'pair') return [most, most + 1];
  return value === 'steps' ? [['write', 'x', most + 1]] : undefined;
}

function fresh(drawn: Drawn, process: string, start: number, end: number): DrawnOperation {
  const last = laneOf(drawn, process).at(-1);
  const type = last?.type ?? operationKinds[drawn.object][0]?.type ?? 'read';
  const value = freshValue(drawn, type);
  const key = last?.key;
  return {
    id: newId(drawn),
    process,
    type,
    ...(key === undefined ? {} : { key }),
    ...(value === undefined ? {} : { value }),
    ...(kindOf(drawn.object, type).value === 'pair' ? { result: true } : {}),
    start,
    end,
    outcome: 'ok',
  };
}

export interface Added {
  readonly drawn: Drawn;
  readonly id: number;
}

const withOperation = (drawn: Drawn, op: DrawnOperation): Added => ({
  drawn: { ...drawn, operations: [...drawn.operations, op] },
  id: op.id,
});

/** A new operation after everything its process did. Null when the process never answers again, or there is no more room. */
export function add(drawn: Drawn, process: string, step: number): Added | null {
  if (drawn.operations.length >= MOST_OPERATIONS) return null;
  const last = laneOf(drawn, process).at(-1);
  if (last && last.end === null) return null;
  const start = last?.end == null ? spanOf(drawn.operations).from : last.end + step;
  return withOperation(drawn, fresh(drawn, process, start, start + 3 * step));
}

/** A new operation, as short as they get, at a free place of a lane; null where that place is taken. */
export function addAt(drawn: Drawn, process: string, at: number, step: number): Added | null {
  if (drawn.operations.length >= MOST_OPERATIONS || !drawn.processes.includes(process)) return null;
  const op = fresh(drawn, process, Math.max(0, at), Math.max(0, at) + step);
  return startNear(drawn, op, process, op.start, step) === op.start ? withOperation(drawn, op) : null;
}

/** A lane for one more process, named like the others. */
export function addProcess(drawn: Drawn): { drawn: Drawn; process: string } | null {
  if (drawn.processes.length >= MOST_PROCESSES) return null;
  const stem = /^(.*?)\d*$/.exec(drawn.processes[0] ?? 'C1')?.[1] ?? 'C';
  let number = drawn.processes.length + 1;
  while (drawn.processes.includes(`${stem}${number}`)) number++;
  const process = `${stem}${number}`;
  return { drawn: { ...drawn, processes: [...drawn.processes, process] }, process };
}

/** Only a lane on which nothing happens can be taken away. */
export function removeProcess(drawn: Drawn, process: string): Drawn {
  if (drawn.operations.some((op) => op.process === process)) return drawn;
  const processes = drawn.processes.filter((name) => name !== process);
  return processes.length === drawn.processes.length ? drawn : { ...drawn, processes };
}

/** Another object, with its own words for what is alike: what was written is put, enqueued, pushed or added there. */
export function setObject(drawn: Drawn, object: ObjectName): Drawn {
  if (drawn.object === object) return drawn;
  const kinds = operationKinds[object];
  const next = { ...drawn, object };
  const operations = drawn.operations.map((op) => {
    if (kinds.some(({ type }) => type === op.type)) return op;
    const was = kindOf(drawn.object, op.type).value;
    const to = kinds.find(({ value }) => value === was) ?? kinds[0];
    return to ? retold(next, op, to.type, was) : op;
  });
  return { ...next, operations };
}

export const setInitial = (drawn: Drawn, initial: Drawn['initial']): Drawn => ({ ...drawn, initial });

/** Puts every start and end at an equal distance. Their order, which is all that counts, stays. */
export function spaceEvenly(drawn: Drawn): Drawn {
  const moments = [
    ...new Set(drawn.operations.flatMap(({ start, end }) => (end === null ? [start] : [start, end]))),
  ];
  const rank = new Map(moments.sort((a, b) => a - b).map((at, index) => [at, index + 1]));
  const at = (moment: number): number => rank.get(moment) ?? 0;
  return {
    ...drawn,
    operations: drawn.operations.map((op) => ({
      ...op,
      start: at(op.start),
      end: op.end === null ? null : at(op.end),
    })),
  };
}
