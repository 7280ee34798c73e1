/** Long histories are decided within steps that a page can wait for. Steps are counted, so no clock is needed. */
import { describe, expect, it } from 'vitest';
import type { Json } from '#/kernel';
import type { History, HistoryOperation } from '../history';
import { modelNames } from '../names';
import { dice, randomHistory } from '../random-histories.fixture';
import { weaker } from '.';

/** Replicas that hear of writes late and in order, of which the last word wins: causally convergent, and no more. */
function replicated(size: number, value: (place: number, roll: ReturnType<typeof dice>) => number): History {
  const roll = dice(size);
  const replicas = Array.from({ length: 5 }, () => ({
    held: new Map<string, number>(),
    inbox: [] as number[],
  }));
  const operations: HistoryOperation[] = [];
  const apply = (held: Map<string, number>, key: string, place: number) => {
    if ((held.get(key) ?? -1) < place) held.set(key, place);
  };
  for (let place = 0; place < size; place++) {
    const at = roll(replicas.length);
    const key = `k${roll(4)}`;
    const { held, inbox } = replicas[at] as (typeof replicas)[number];
    while (inbox.length > 0 && roll(3) > 0) {
      const heard = inbox.shift() as number;
      apply(held, operations[heard]?.key ?? '', heard);
    }
    const times = { start: 2 * place, end: 2 * place + 1, outcome: 'ok' as const };
    if (roll(2) === 0) {
      operations.push({ process: `P${at}`, type: 'write', key, value: value(place, roll), ...times });
      apply(held, key, place);
      for (const other of replicas) if (other.held !== held) other.inbox.push(place);
    } else {
      const seen: Json = operations[held.get(key) ?? -1]?.value ?? null;
      operations.push({ process: `P${at}`, type: 'read', key, value: seen, ...times });
    }
  }
  return { name: 'replicated', initial: null, operations };
}

const unique = (place: number) => place;
const few = (_: number, roll: ReturnType<typeof dice>) => roll(5);
const causally = modelNames.filter(
  (name) => !['linearizable', 'sequential', 'convergent'].includes(name),
) as Exclude<(typeof modelNames)[number], 'linearizable'>[];

describe.each([
  ['200 operations, each value once', replicated(200, unique), 20],
  ['2,000 operations, each value once', replicated(2_000, unique), 20],
  ['200 operations, five values', replicated(200, few), 100],
  ['2,000 operations, five values', replicated(2_000, few), 1_000],
])('%s', (_, history, stepsEach) => {
  it.each(causally)('%s', (model) => {
    const { verdict, steps } = weaker(history, 'register', model);
    expect(['ok', 'violated']).toContain(verdict);
    if (model !== 'causal' && model !== 'pram') expect(verdict).toBe('ok');
    expect(steps).toBeLessThan(stepsEach * history.operations.length);
  });
});

it.each([200, 2_000])('sequential: %d operations of a register that takes one at a time', (operations) => {
  const history = randomHistory('register', 3, {
    operations,
    processes: 5,
    values: 50,
    keys: 3,
    unknown: 2,
    false: 0,
    together: 0,
  });
  const { verdict, steps } = weaker(history, 'register', 'sequential');
  expect(verdict).toBe('ok');
  expect(steps).toBeLessThan(200 * operations);
});
