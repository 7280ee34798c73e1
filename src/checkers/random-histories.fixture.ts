/**
 * Histories out of a hat, the same for the same seed: clients use an object that takes each operation at one moment,
 * and then some of the answers are falsified. For tests and benchmarks.
 */

import type { Json } from '#/kernel';
import type { History, HistoryOperation } from './history';
import type { ObjectName } from './names';
import { objectCalled, type State, same } from './objects';

/** Whole numbers from 0 up to, but without, a limit (mulberry32). */
export function dice(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

export interface Shape {
  readonly operations: number;
  readonly processes: number;
  /** Different values in use; 0: each is used once. */
  readonly values: number;
  /** Different keys in use; 0: none is named. */
  readonly keys: number;
  /** In a hundred: operations whose outcome stays unknown, that fail, and whose answer is falsified. */
  readonly unknown: number;
  readonly failed: number;
  readonly false: number;
  /** In a hundred: moments that fall together with the one before. */
  readonly together: number;
  /** In a hundred: operations that read, where an object has both kinds; what is left writes. */
  readonly reads: number;
  /** What the object holds at first, if not nothing. */
  readonly initial?: Json;
}

export const small: Shape = {
  operations: 8,
  processes: 3,
  values: 3,
  keys: 0,
  unknown: 15,
  failed: 5,
  false: 35,
  together: 10,
  reads: 45,
};

/** For each object something to begin with that is not nothing. */
export const filled: Readonly<Record<ObjectName, Json>> = {
  register: 1,
  'cas-register': 1,
  kv: 'a',
  'multi-register': { x: 1, y: 2 },
  queue: [1, 2],
  stack: [1, 2],
  mutex: true,
  set: [1],
  counter: 1,
};

type Dice = ReturnType<typeof dice>;
type Asked = Pick<HistoryOperation, 'type' | 'key' | 'value'>;

const reading: Readonly<Record<ObjectName, readonly string[]>> = {
  register: ['read'],
  'cas-register': ['read'],
  kv: ['get'],
  'multi-register': ['txn'],
  queue: ['dequeue', 'dequeue', 'dequeue', 'length'],
  stack: ['pop', 'pop', 'pop', 'length'],
  mutex: ['release'],
  set: ['read'],
  counter: ['read'],
};
const writing: Readonly<Record<ObjectName, readonly string[]>> = {
  register: ['write'],
  'cas-register': ['write', 'cas'],
  kv: ['put', 'append'],
  'multi-register': ['txn'],
  queue: ['enqueue'],
  stack: ['push'],
  mutex: ['acquire'],
  set: ['add'],
  counter: ['add'],
};

/** `nth`: how many were asked before, for values that are all different. */
function ask(object: ObjectName, shape: Shape, nth: number, roll: Dice): Asked {
  const reads = roll(100) < shape.reads;
  const types = (reads ? reading : writing)[object];
  const type = types[roll(types.length)] as string;
  const value = (): Json => {
    const number = shape.values === 0 ? nth : roll(shape.values);
    if (object !== 'kv') return 1 + number;
    return shape.values === 0 ? `x${number}y` : 'abcdefgh'.charAt(number);
  };
  const step = (): Json => {
    const key = 'xyz'.charAt(roll(3));
    return reads || roll(2) === 0 ? ['read', key, null] : ['write', key, value()];
  };
  const key = shape.keys > 0 ? { key: `k${roll(shape.keys)}` } : {};
  if (type === 'cas') return { type, ...key, value: [value(), value()] };
  if (type === 'txn') return { type, value: Array.from({ length: 1 + roll(2) }, step) };
  if (['write', 'put', 'append', 'enqueue', 'push', 'add'].includes(type))
    return { type, ...key, value: value() };
  return { type, ...key };
}

/** What an operation comes back with, by a state; as part of the operation. */
function answer(object: ObjectName, state: State, { type, value }: Asked): Partial<HistoryOperation> {
  const list = state as readonly Json[];
  if (type === 'read' || type === 'get') return { value: state };
  if (type === 'cas') return { result: same((value as readonly Json[])[0], state) };
  if (type === 'length') return { value: list.length };
  if (type === 'dequeue') return { value: list[0] ?? null };
  if (type === 'pop') return { value: list.at(-1) ?? null };
  if (object !== 'multi-register') return {};
  const registers = { ...(state as Record<string, Json>) };
  const steps = (value as readonly (readonly [string, string, Json])[]).map(([verb, key, written]) => {
    if (verb === 'write') registers[key] = written;
    return [verb, key, verb === 'write' ? written : (registers[key] ?? null)];
  });
  return { value: steps };
}

/** The answer of another time, or of a time that never was; not always a wrong one. */
function falsified(
  object: ObjectName,
  op: HistoryOperation,
  past: readonly State[],
  roll: Dice,
): HistoryOperation {
  if (op.type === 'cas') return { ...op, result: op.result !== true };
  if (op.type === 'read' && object === 'counter') return { ...op, value: (op.value as number) + 1 };
  const state = past[roll(past.length)] as State;
  if (object === 'multi-register') {
    const torn = Object.fromEntries(
      ['x', 'y', 'z'].map((key) => [key, (past[roll(past.length)] as Record<string, Json>)[key] ?? null]),
    );
    return { ...op, ...answer(object, torn, op) };
  }
  const changer = writing[object][0] as string;
  const never: HistoryOperation = { ...op, type: changer, value: roll(2) === 0 ? 1 : 'a' };
  const other = roll(3) > 0 ? state : objectCalled(object).apply(state, never);
  return { ...op, ...answer(object, other ?? state, op) };
}

/** Who holds a lock lets go of it before it asks again. */
const nextTurn = (operations: readonly HistoryOperation[], process: string): Pick<Asked, 'type'> => ({
  type:
    operations.findLast((op) => op.process === process && op.outcome !== 'failed')?.type === 'acquire'
      ? 'release'
      : 'acquire',
});

interface Client {
  readonly process: string;
  asked: Asked | null;
  start: number;
  applied: Partial<HistoryOperation> | null;
}

export function randomHistory(name: ObjectName, seed: number, change: Partial<Shape> = {}): History {
  const shape = { ...small, ...change };
  const roll = dice(Math.imul(seed, 0x9e3779b1) ^ name.length);
  const object = objectCalled(name);
  const initial = shape.initial ?? null;
  const states = new Map<string | undefined, State>();
  const past = new Map<string | undefined, State[]>();
  const stateOf = (key?: string) => states.get(key) ?? object.initial(initial);
  const operations: HistoryOperation[] = [];
  let names = 0;
  let begun = 0;
  let now = 0;
  const fresh = (): Client => ({ process: `C${++names}`, asked: null, start: 0, applied: null });
  const clients = Array.from({ length: shape.processes }, fresh);

  /** One more thing that a client does: ask, have it take effect, or hear of it. */
  const act = (at: number) => {
    const client = clients[at] as Client;
    if (roll(100) >= shape.together) now++;
    if (client.asked === null) {
      if (begun++ < shape.operations) {
        const asked = ask(name, shape, begun, roll);
        const turn = name === 'mutex' ? nextTurn(operations, client.process) : {};
        Object.assign(client, { asked: { ...asked, ...turn }, start: now });
      }
      return;
    }
    const { asked, start, process } = client;
    const base = { process, ...asked, start };
    const fate = roll(100);
    const lost = client.applied === null && fate < shape.unknown;
    const state = stateOf(asked.key);
    const answered = answer(name, state, asked);
    const next = object.apply(state, { ...base, ...answered, end: now, outcome: 'ok' });
    if (client.applied === null && !(lost && roll(2) === 0) && fate < 100 - shape.failed) {
      const lie = roll(100) < shape.false;
      // A lock that is held: the client waits, or is told that it has it, or nobody hears of it any more.
      if (next === undefined && asked.type === 'acquire' && !lost && !lie) return;
      client.applied = answered;
      if (next !== undefined && !(lie && roll(3) === 0)) states.set(asked.key, next);
      past.set(asked.key, [...(past.get(asked.key) ?? [object.initial(initial)]), stateOf(asked.key)]);
      if (!lost) return;
    }
    if (lost) {
      operations.push({ ...base, end: null, outcome: 'unknown' });
      clients[at] = fresh();
      return;
    }
    const failed = client.applied === null;
    const ok: HistoryOperation = { ...base, ...client.applied, end: now, outcome: failed ? 'failed' : 'ok' };
    const lie = !failed && roll(100) < shape.false;
    operations.push(lie ? falsified(name, ok, past.get(asked.key) ?? [], roll) : ok);
    Object.assign(client, { asked: null, applied: null });
  };
  for (let turn = 0; begun < shape.operations && turn < 50 * shape.operations; turn++)
    act(roll(clients.length));
  for (let turn = 0; turn < 4; turn++) for (const at of clients.keys()) if (clients[at]?.asked) act(at);
  for (const { process, asked, start } of clients) {
    if (asked) operations.push({ process, ...asked, start, end: null, outcome: 'unknown' });
  }
  operations.sort((x, y) => x.start - y.start);
  return { name: `${name} ${seed}`, initial, operations };
}

/** The shape of porcupine's recordings of etcd: a compare-and-set register, five clients, many replies lost. */
export const etcdShaped = (seed: number, operations = 86): History =>
  randomHistory('cas-register', seed, {
    operations,
    processes: 5,
    values: 5,
    unknown: 18,
    failed: 0,
    false: seed % 4 === 0 ? 0 : 6,
    together: 0,
    reads: 36,
  });

/** Twenty clients at once and every fifth reply lost: more orders than anybody can try. */
export const hard = (name: ObjectName, seed: number, operations = 200): History =>
  randomHistory(name, seed, {
    operations,
    processes: 20,
    values: 8,
    unknown: 20,
    failed: 2,
    false: 2,
    together: 5,
    reads: 40,
  });
