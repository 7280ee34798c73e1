import { describe, expect, it } from 'vitest';
import { type Budgets, type Choice, type Protocol, UntimedWorld, type WorldConfig } from '#/kernel';
import { explore, exploring } from './explore';
import * as tiny from './tiny-worlds.fixture';

interface Made {
  readonly protocol: Protocol;
  readonly config: WorldConfig;
}

const worldOf = ({ config, protocol }: Made, budgets: Partial<Budgets> = {}) =>
  new UntimedWorld(config, protocol, { ...tiny.NO_FAULTS, ...budgets }, { trace: null });

const count = (made: Made, budgets: Partial<Budgets> = {}) => {
  const { states, edges, depth, ends, complete } = explore(worldOf(made, budgets), tiny.UNBOUNDED);
  expect(complete).toBe(true);
  return { states, edges, depth, ends };
};

/** The obvious way: every path from the start, each on a world of its own, and the set of keys met. */
function everyPath(make: () => UntimedWorld): { keys: Set<string>; ends: Set<string>; paths: number } {
  const keys = new Set<string>();
  const ends = new Set<string>();
  let paths = 0;
  const at = (path: readonly Choice[]) => {
    const world = make();
    for (const choice of path) world.take(choice);
    return world;
  };
  const walk = (path: readonly Choice[]) => {
    const here = at(path);
    keys.add(here.stateKey());
    const open = [...here.choices()];
    if (open.length === 0) {
      ends.add(here.stateKey());
      paths++;
    }
    for (let choice = open.pop(); choice; choice = open.pop()) {
      const world = at(path);
      open.push(...world.courses(choice, world.take(choice)));
      walk([...path, choice]);
    }
  };
  walk([]);
  return { keys, ends, paths };
}

describe('counts states that can be counted by hand', () => {
  it('three letters that are marked off: every subset', () => {
    expect(count(tiny.marked('a', 'b', 'c'))).toEqual({ states: 8, edges: 12, depth: 3, ends: 1 });
  });
  it('three letters that are logged: every arrangement of every subset', () => {
    expect(count(tiny.logged('a', 'b', 'c'))).toEqual({ states: 16, edges: 15, depth: 3, ends: 6 });
  });
  it('three equal letters: only their number', () => {
    expect(count(tiny.counted('a', 'a', 'a'))).toEqual({ states: 4, edges: 3, depth: 3, ends: 1 });
  });
  it('two letters, one of which may be lost', () => {
    expect(count(tiny.marked('a', 'b'), { maxLost: 1 })).toMatchObject({ states: 8, ends: 3 });
  });
  it('a letter that may be copied once', () => {
    // Never copied: on its way, delivered. Copied: both on their way, one delivered, both delivered.
    expect(count(tiny.counted('a'), { maxDuplicated: 1 })).toMatchObject({ states: 5, ends: 2 });
  });
  it('a handler of two writes, cut before, between, after, or not at all', () => {
    const cuts = { maxCrashes: 1, mayCrash: [tiny.written().config.nodes[1]?.id as never] };
    // The start; written whole; down with 0, 1, 2 writes; up again with 0, 1, 2 and a crash spent.
    expect(count(tiny.written(), cuts)).toMatchObject({ states: 8, ends: 4 });
  });
  it('every answer to every choice, and the second choice only where it is asked', () => {
    expect(count(tiny.thrown())).toEqual({ states: 5, edges: 4, depth: 1, ends: 4 });
  });
});

describe('agrees with walking every path', () => {
  const worlds: [string, Made, Partial<Budgets>][] = [
    ['marked', tiny.marked('a', 'b', 'c'), { maxLost: 1, maxDuplicated: 1 }],
    ['logged', tiny.logged('a', 'b'), { maxLost: 1, maxDuplicated: 1 }],
    ['written', tiny.written(), { maxCrashes: 1, maxLost: 1, maxDuplicated: 1 }],
    ['thrown', tiny.thrown(), { maxDuplicated: 1, maxCrashes: 1 }],
  ];
  it.each(worlds)('%s', (_, made, budgets) => {
    const naive = everyPath(() => worldOf(made, budgets));
    const found = explore(worldOf(made, budgets), tiny.UNBOUNDED);
    expect(found.states).toBe(naive.keys.size);
    expect(found.ends).toBe(naive.ends.size);
    expect(naive.paths).toBeGreaterThan(found.ends);
  });
});

describe('what tells states apart', () => {
  it('is not time: a clock that ticks for ever has one state, and one that counts its ticks never ends', () => {
    expect(count(tiny.ticking())).toEqual({ states: 1, edges: 1, depth: 0, ends: 0 });
    const counting = explore(worldOf(tiny.ticking(true)), { depth: 50, states: 1000 });
    expect(counting).toMatchObject({ states: 51, complete: false });
  });
  it('is not who a client speaks as: two ways to end a call are one state, unless judges ask', () => {
    expect(count(tiny.forgetful()).states).toBe(2);
  });
});

describe('bounds', () => {
  it('says so when the depth cut something off', () => {
    const found = explore(worldOf(tiny.marked('a', 'b', 'c')), { depth: 2, states: 100 });
    expect(found).toMatchObject({ states: 7, depth: 2, complete: false, ends: 0 });
  });
  it('is complete when the bound is just deep enough', () => {
    const found = explore(worldOf(tiny.marked('a', 'b', 'c')), { depth: 3, states: 8 });
    expect(found).toMatchObject({ states: 8, depth: 3, complete: true });
  });
  it('says so when the states ran out', () => {
    const found = explore(worldOf(tiny.marked('a', 'b', 'c')), { depth: 3, states: 7 });
    expect(found).toMatchObject({ states: 7, complete: false });
  });
});

describe('outcomes and judges', () => {
  const die = (made: Made) => ({
    ...tiny.UNBOUNDED,
    observe: (view: ReturnType<UntimedWorld['view']>) => {
      const { die } = (view.nodes[1]?.state ?? {}) as { die?: number };
      return `die ${die}`;
    },
    made,
  });
  it('names the ends, in the order of the names, each with a way that leads there', () => {
    const made = tiny.thrown();
    const { outcomes } = explore(worldOf(made), die(made));
    expect(Object.entries(outcomes).map(([name, { count }]) => [name, count])).toEqual([
      ['die 1', 1],
      ['die 2', 1],
      ['die 3', 2],
    ]);
    for (const [name, { path }] of Object.entries(outcomes)) {
      const world = worldOf(made);
      for (const choice of path) world.take(choice);
      expect(die(made).observe(world.view())).toBe(name);
    }
  });
  it('gives a shortest way, though longer ones were found as well', () => {
    const { outcomes } = explore(worldOf(tiny.marked('a', 'b'), { maxDuplicated: 2 }), {
      ...tiny.UNBOUNDED,
      observe: () => 'over',
    });
    expect(outcomes.over?.path).toHaveLength(2);
  });
  it('shows judges the operations, also where the state has forgotten how they ended', () => {
    const judges = { lost: (_: unknown, ops: readonly { outcome: string }[]) => ops[0]?.outcome !== 'ok' };
    expect(count(tiny.forgetful()).states).toBe(2);
    const judged = explore(worldOf(tiny.forgetful()), { ...tiny.UNBOUNDED, judges });
    expect(judged.states).toBe(3);
    expect(judged.violations.lost).toMatchObject({ count: 1 });
    expect(judged.violations.lost?.path).toEqual([{ do: 'invoke', node: 'client', chose: [1] }]);
  });
  it('reports no violation of what always holds', () => {
    const judged = explore(worldOf(tiny.forgetful()), { ...tiny.UNBOUNDED, judges: { fine: () => true } });
    expect(judged.violations).toEqual({});
  });
});

describe('promises for every moment', () => {
  const always = {
    few: (view: ReturnType<UntimedWorld['view']>) => {
      const marks = view.nodes[1]?.state as Record<string, boolean>;
      return Object.keys(marks).length < 2;
    },
  };
  it('are asked of every state, and of the nearest first', () => {
    const found = explore(worldOf(tiny.marked('a', 'b', 'c')), { ...tiny.UNBOUNDED, always });
    expect(found).toMatchObject({ states: 8, complete: true });
    expect(found.violations.few).toMatchObject({ count: 4 });
    expect(found.violations.few?.path).toHaveLength(2);
  });
  it('can end it as soon as one is broken', () => {
    const options = { ...tiny.UNBOUNDED, always, untilBroken: true };
    const found = explore(worldOf(tiny.marked('a', 'b', 'c')), options);
    expect(found.complete).toBe(false);
    expect(found.violations.few).toMatchObject({ count: 1 });
    const fine = { ...options, always: { fine: () => true } };
    expect(explore(worldOf(tiny.marked('a', 'b', 'c')), fine)).toMatchObject({ complete: true, states: 8 });
  });
});

it('a schedule it names can be taken, choice by choice, also where equal messages stand for each other', () => {
  const made = tiny.counted('a', 'a', 'a');
  const { outcomes } = explore(worldOf(made, { maxDuplicated: 1, maxLost: 1 }), {
    ...tiny.UNBOUNDED,
    observe: (view) => JSON.stringify(view.nodes[1]?.state),
  });
  for (const [name, { path }] of Object.entries(outcomes)) {
    const world = worldOf(made, { maxDuplicated: 1, maxLost: 1 });
    for (const choice of path) world.take(choice);
    expect(JSON.stringify(world.view().nodes[1]?.state)).toBe(name);
  }
  expect(Object.keys(outcomes)).toHaveLength(3);
});

describe('step by step', () => {
  const letters = [...'abcdefghijk'];
  it('comes to the same, and says on the way how far it is', () => {
    const going = exploring(worldOf(tiny.marked(...letters)), tiny.UNBOUNDED);
    const seen: number[] = [];
    let next = going.next();
    for (; !next.done; next = going.next()) {
      expect(next.value.followed).toBeLessThanOrEqual(next.value.states);
      seen.push(next.value.followed);
    }
    expect(seen).toEqual([1000, 2000]);
    expect(next.value).toEqual(explore(worldOf(tiny.marked(...letters)), tiny.UNBOUNDED));
    expect(next.value.states).toBe(2048);
  });
});

it('finds the same twice', () => {
  const once = () =>
    explore(worldOf(tiny.written(), { maxCrashes: 1, maxDuplicated: 1 }), {
      ...tiny.UNBOUNDED,
      observe: (view) => JSON.stringify(view.nodes[1]?.durable),
    });
  expect(once()).toEqual(once());
});
