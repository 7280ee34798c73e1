/** Each judge against brute force, and the lattice of models on every history they see. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../history';
import { conditionsOf, implications } from '../lattice';
import { linearizable } from '../linearizable';
import { type ModelName, modelNames } from '../names';
import { byForce, sequentialByForce } from './brute-force';
import { definitions } from './definitions';
import { memoryOf } from './memory';
import { wildHistory } from './random.fixture';
import { verdictOf } from './reads-and-writes';
import { sequential } from './sequential';

const HISTORIES = 20_000;

type Judgeable = keyof typeof byForce | 'sequential';
const names = modelNames.filter((name): name is Judgeable => name in byForce || name === 'sequential');

const judged = (history: History, name: Judgeable): boolean | string => {
  const verdict =
    name === 'sequential'
      ? sequential(history, 'register', {}).verdict
      : verdictOf(definitions[name], memoryOf(history), {});
  return verdict === 'ok' ? true : verdict === 'violated' ? false : verdict;
};

const right = (history: History, name: Judgeable): boolean =>
  name === 'sequential' ? sequentialByForce(history, 'register') : byForce[name](history);

/** What may not be: a stronger model that holds where a weaker one does not. */
function impossible(history: History, holds: ReadonlyMap<ModelName, boolean>): string[] {
  const conditions = conditionsOf(history);
  return implications.flatMap(({ stronger, weaker, condition }) =>
    (condition === null || conditions.includes(condition)) && holds.get(stronger) && !holds.get(weaker)
      ? [`${stronger} without ${weaker}`]
      : [],
  );
}

/** Another model in the place of one: a judge that is wrong, which the comparison must notice. */
const mutants: Readonly<Record<Judgeable, Judgeable>> = {
  sequential: 'causal',
  causal: 'pram',
  'causal-convergence': 'weak-causal',
  'weak-causal': 'causal',
  pram: 'causal',
  'read-your-writes': 'monotonic-reads',
  'monotonic-reads': 'read-your-writes',
  'monotonic-writes': 'monotonic-reads',
  'writes-follow-reads': 'weak-causal',
};

interface Tally {
  readonly wrong: { name: string; history: History }[];
  readonly impossible: { said: string[]; history: History }[];
  readonly ok: Map<ModelName, number>;
  /** How often a mutant would have been caught. */
  readonly caught: Map<ModelName, number>;
  /** How often a stronger model did not hold where the weaker did, by their names. */
  readonly apart: Map<string, number>;
}

function compare(histories: Iterable<History>): Tally {
  const tally: Tally = { wrong: [], impossible: [], ok: new Map(), caught: new Map(), apart: new Map() };
  const count = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const history of histories) {
    const holds = new Map<ModelName, boolean>();
    for (const name of names) {
      const truth = right(history, name);
      holds.set(name, truth);
      if (truth) count(tally.ok, name);
      if (judged(history, name) !== truth) tally.wrong.push({ name, history });
    }
    for (const name of names) if (holds.get(mutants[name]) !== holds.get(name)) count(tally.caught, name);
    holds.set('linearizable', linearizable(history, 'register').verdict === 'ok');
    const said = impossible(history, holds);
    if (said.length > 0) tally.impossible.push({ said, history });
    for (const { stronger, weaker, condition } of implications) {
      if (condition === null && holds.get(weaker) && !holds.get(stronger)) {
        count(tally.apart, `${weaker} without ${stronger}`);
      }
    }
  }
  return tally;
}

function* drawn(): Generator<History> {
  for (let seed = 0; seed < HISTORIES; seed++) yield wildHistory(seed);
}

/** All histories of two processes with two operations each, out of eight. */
function* all(): Generator<History> {
  const kinds = ['wx1', 'wx2', 'wy1', 'rx0', 'rx1', 'rx2', 'ry0', 'ry1'];
  for (let code = 0; code < kinds.length ** 4; code++) {
    const operations = [0, 1, 2, 3].map((place) => {
      const [verb, key, value] = [
        ...(kinds[Math.floor(code / kinds.length ** place) % kinds.length] as string),
      ];
      const start = 10 * (place % 2);
      return {
        process: place < 2 ? 'P0' : 'P1',
        type: verb === 'w' ? 'write' : 'read',
        key: key as string,
        value: Number(value),
        start,
        end: start + 5,
        outcome: 'ok' as const,
      };
    });
    yield { name: `number ${code}`, initial: 0, operations };
  }
}

describe(`on ${HISTORIES} histories out of a hat`, () => {
  let tally: Tally;
  beforeAll(() => {
    tally = compare(drawn());
  });

  it('judges and brute force agree', () => {
    expect(tally.wrong.slice(0, 3)).toEqual([]);
  });
  it('what implies what in the lattice does so', () => {
    expect(tally.impossible.slice(0, 3)).toEqual([]);
  });
  it('every model holds for some and not for others', () => {
    for (const name of names) {
      expect(tally.ok.get(name)).toBeGreaterThan(HISTORIES / 100);
      expect(tally.ok.get(name)).toBeLessThan(HISTORIES - HISTORIES / 100);
    }
  });
  it('a judge of another model would have been caught', () => {
    expect(names.filter((name) => !tally.caught.get(name))).toEqual([]);
  });
  it('neighbours in the lattice are different models', () => {
    const always = implications.filter(({ condition }) => condition === null);
    expect(
      always.filter(({ stronger, weaker }) => !tally.apart.get(`${weaker} without ${stronger}`)),
    ).toEqual([]);
  });
});

describe('on all 4,096 histories of two processes with two operations each', () => {
  let tally: Tally;
  beforeAll(() => {
    tally = compare(all());
  });

  it('judges and brute force agree', () => {
    expect(tally.wrong.slice(0, 3)).toEqual([]);
  });
  it('what implies what in the lattice does so', () => {
    expect(tally.impossible.slice(0, 3)).toEqual([]);
  });
});
