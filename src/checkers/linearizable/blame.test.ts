/** Who is to blame: a violation by itself, nothing in it to spare, and never one that was cut out of a lawful history. */
import { describe, expect, it } from 'vitest';
import type { History, HistoryOperation } from '../history';
import { type ObjectName, objectNames } from '../names';
import { objectCalled } from '../objects';
import { dice, filled, randomHistory, type Shape } from '../random-histories.fixture';
import { linearizable } from '.';
import { linearizableByForce } from './brute-force';
import { Debts } from './debts';

const EACH = 400;

const drawn = (name: ObjectName, seed: number, change: Partial<Shape> = {}) =>
  randomHistory(name, seed, {
    unknown: 25,
    operations: 9,
    initial: seed % 4 === 0 ? filled[name] : null,
    ...change,
  });

const part = (history: History, indices: readonly number[]): History => ({
  ...history,
  operations: indices.map((index) => history.operations[index] as HistoryOperation),
});

function debtsOf({ operations, initial }: History, name: ObjectName): { debts: Debts; all: number[] } {
  const happened = operations.flatMap((op, index) => (op.outcome === 'failed' ? [] : [index]));
  const owes = objectCalled(name).owes(
    happened.map((index) => operations[index] as HistoryOperation),
    initial,
  );
  const back = operations.map((): readonly number[] => []);
  happened.forEach((index, at) => {
    back[index] = (owes[at] ?? []).map((other) => happened[other] as number);
  });
  return { debts: new Debts(operations, back), all: happened };
}

describe.each(objectNames)('on a %s', (name) => {
  it('what is blamed is a violation, and with any of it and all that owes to it gone is none', () => {
    let violated = 0;
    for (let seed = 0; seed < EACH; seed++) {
      const history = drawn(name, seed);
      const { verdict, operations } = linearizable(history, name);
      if (verdict !== 'violated') continue;
      violated++;
      const { debts } = debtsOf(history, name);
      const kept = debts.closure(operations);
      const lawful = operations.filter((op) =>
        linearizableByForce(part(history, debts.without(kept, [op])), name),
      );
      const found = { alone: linearizableByForce(part(history, operations), name), needed: lawful };
      if (found.alone || lawful.length < operations.length) {
        expect({ history, ...found }).toEqual({ history, alone: false, needed: operations });
      }
    }
    expect(violated).toBeGreaterThan(EACH / 10);
  });

  it('a part of a lawful history is lawful when it keeps what its answers may be owed to', () => {
    let parts = 0;
    for (let seed = 0; seed < EACH; seed++) {
      const history = drawn(name, seed, { false: 0 });
      if (!linearizableByForce(history, name)) expect(history).toBeNull();
      const { debts, all } = debtsOf(history, name);
      const roll = dice(seed);
      for (let kept = debts.closure(all); kept.size > 1; parts++) {
        const keys = [...kept.keys()];
        const left = debts.without(kept, [keys[roll(keys.length)] as number]);
        if (!linearizableByForce(part(history, left), name)) expect({ history, left }).toBeNull();
        kept = debts.closure(left);
      }
    }
    expect(parts).toBeGreaterThan(EACH);
  });
});
