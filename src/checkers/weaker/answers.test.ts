/** What comes with a verdict: the operations to blame, which suffice and are all needed, and the witness. */
import { describe, expect, it } from 'vitest';
import { type History, type HistoryOperation, isOpen } from '../history';
import { type ModelName, modelNames, type ObjectName, objectNames } from '../names';
import { objectCalled, same } from '../objects';
import { randomHistory } from '../random-histories.fixture';
import { weaker } from '.';
import { byForce, sequentialByForce } from './brute-force';
import { Interleaving } from './interleaving';
import { memoryOf } from './memory';
import { wildHistory } from './random.fixture';
import { RegisterTask } from './register-task';
import { Spending } from './spending';
import { taskOf } from './task';

type Weaker = Exclude<ModelName, 'linearizable' | 'convergent'>;
const models = modelNames.filter((name): name is Weaker => name !== 'linearizable' && name !== 'convergent');
const wild = Array.from({ length: 1_500 }, (_, seed) => wildHistory(100_000 + seed));

const holds = (history: History, model: Weaker): boolean =>
  model === 'sequential' ? sequentialByForce(history, 'register') : byForce[model](history);

const part = (history: History, kept: readonly number[]): History => ({
  ...history,
  operations: kept.map((index) => history.operations[index] as HistoryOperation),
});

const mayOwe = (read: HistoryOperation, write: HistoryOperation): boolean =>
  read.type === 'read' &&
  write.type === 'write' &&
  write.outcome !== 'failed' &&
  read.key === write.key &&
  same(read.value, write.value);

describe.each(models)('%s', (model) => {
  const judged = wild.map((history) => ({ history, ...weaker(history, 'register', model) }));
  const violated = judged.filter(({ verdict }) => verdict === 'violated');

  it('the blamed operations suffice, with every write that they may have read', () => {
    expect(violated.length).toBeGreaterThan(20);
    for (const { history, operations } of violated) {
      expect([...operations].sort((x, y) => x - y)).toEqual(operations);
      expect(holds(part(history, operations), model)).toBe(false);
      for (const index of operations) {
        const read = history.operations[index] as HistoryOperation;
        const sources = history.operations.flatMap((write, place) => (mayOwe(read, write) ? [place] : []));
        expect(operations).toEqual(expect.arrayContaining(sources));
      }
    }
  });

  it('none of them can be spared, with the reads that may owe it their value', () => {
    for (const { history, operations } of violated) {
      for (const spared of operations) {
        const write = history.operations[spared] as HistoryOperation;
        const left = operations.filter(
          (index) => index !== spared && !mayOwe(history.operations[index] as HistoryOperation, write),
        );
        expect(holds(part(history, left), model)).toBe(true);
      }
    }
  });

  it('the reason is whole sentences, and names a process to blame', () => {
    for (const { history, operations, reason } of violated) {
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(operations.some((index) => reason.includes(history.operations[index]?.process ?? '?'))).toBe(
        true,
      );
    }
  });

  it('the same question has the same answer', () => {
    for (const { history, ...answer } of judged.slice(0, 50)) {
      expect({ ...weaker(history, 'register', model) }).toEqual(answer);
    }
  });
});

/** Whether reads return what was written last, and no process's operations change places. */
function explains({ operations, initial }: History, order: readonly number[]): boolean {
  const held = new Map<string | undefined, unknown>();
  return order.every((index, place) => {
    const op = operations[index] as HistoryOperation;
    const later = order.slice(place + 1).map((other) => operations[other] as HistoryOperation);
    if (later.some((other) => other.process === op.process && other.start < op.start)) return false;
    if (op.type === 'read') return same(op.value, (held.has(op.key) ? held.get(op.key) : initial) as never);
    held.set(op.key, op.value);
    return true;
  });
}

const certain = (op: HistoryOperation): boolean => op.outcome !== 'failed' && !isOpen(op);

describe('witness', () => {
  const ok = (model: Weaker) =>
    wild.flatMap((history) => {
      const { verdict, witness } = weaker(history, 'register', model);
      return verdict === 'ok' ? [{ history, witness: witness ?? [] }] : [];
    });

  it('sequential: one order of everything', () => {
    for (const { history, witness } of ok('sequential')) {
      const order = witness[0]?.order ?? [];
      expect(explains(history, order)).toBe(true);
      history.operations.forEach((op, index) => {
        if (certain(op)) expect(order).toContain(index);
      });
    }
  });

  it.each(['causal', 'pram'] as const)('%s: an order for each process that reads', (model) => {
    for (const { history, witness } of ok(model)) {
      const readers = new Set(
        history.operations.filter((op) => op.type === 'read' && certain(op)).map((op) => op.process),
      );
      expect(witness.map(({ process }) => process)).toEqual(expect.arrayContaining([...readers]));
      for (const { process, order } of witness) {
        expect(explains(history, order)).toBe(true);
        history.operations.forEach((op, index) => {
          if (certain(op) && (op.type === 'write' || op.process === process)) expect(order).toContain(index);
        });
      }
    }
  });

  it.each([
    'causal-convergence',
    'read-your-writes',
    'monotonic-reads',
    'monotonic-writes',
    'writes-follow-reads',
  ] as const)('%s: an order of all writes', (model) => {
    for (const { history, witness } of ok(model)) {
      expect(witness).toHaveLength(1);
      const order = witness[0]?.order ?? [];
      const writes = history.operations.flatMap((op, index) =>
        op.type === 'write' && certain(op) ? [index] : [],
      );
      expect(order).toEqual(expect.arrayContaining(writes));
      expect(new Set(order).size).toBe(order.length);
    }
  });
});

/** The search alone, without a look at time first. */
function searched(history: History, name: ObjectName): boolean {
  const { conflict, puzzle } = taskOf(history, objectCalled(name)).prepare();
  if (conflict !== null) return false;
  return (
    new Interleaving(history, objectCalled(name), puzzle, new Spending({})).find(Number.POSITIVE_INFINITY) !==
    null
  );
}

describe('sequential', () => {
  it.each(objectNames)('agrees with brute force on a %s', (name) => {
    const tally = { ok: 0, violated: 0 };
    for (let seed = 0; seed < 500; seed++) {
      const history = randomHistory(name, seed, {
        operations: 7,
        processes: 2 + (seed % 2),
        keys: seed % 3,
        together: 0,
        false: 50,
      });
      const { verdict, operations } = weaker(history, name, 'sequential');
      const right = sequentialByForce(history, name) ? 'ok' : 'violated';
      expect({ history, verdict }).toEqual({ history, verdict: right });
      expect(searched(history, name)).toBe(right === 'ok');
      tally[right]++;
      if (right === 'violated') expect(sequentialByForce(part(history, operations), name)).toBe(false);
    }
    expect(Math.min(tally.ok, tally.violated)).toBeGreaterThan(25);
  });

  it('what is concluded before the search, and from a choice of sources, is right', () => {
    const tally = { refuted: 0, guessed: 0 };
    for (const history of wild) {
      const spending = new Spending({});
      const settled = new RegisterTask(memoryOf(history)).settle(spending);
      const truth = sequentialByForce(history, 'register');
      expect(searched(history, 'register')).toBe(truth);
      if (settled.conflict !== null) {
        expect(truth).toBe(false);
        tally.refuted++;
        continue;
      }
      const search = new Interleaving(history, objectCalled('register'), settled.puzzle, spending);
      if (search.find(Number.POSITIVE_INFINITY) === null) continue;
      expect(truth).toBe(true);
      tally.guessed++;
    }
    expect(tally.refuted).toBeGreaterThan(100);
    expect(tally.guessed).toBeGreaterThan(1_000);
  });
});
