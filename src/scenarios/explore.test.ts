import { describe, expect, it } from 'vitest';
import { type Choice, type OperationRecord, operationsOf, UntimedWorld, type View } from '#/kernel';
import { type ProtocolModule, scenarioLoaders } from '#/protocols';
import { worldConfig } from './build';
import { exploreScenario } from './explore';
import { historyOf } from './history';
import { loadProtocol } from './protocol';
import { type Scenario, scenario as schema, type Variant } from './schema/scenario';

const call: Scenario = schema.parse(await scenarioLoaders.call());
const register: Scenario = schema.parse(await scenarioLoaders.register());
const commit: Scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const [rpcModule, registerModule] = [await loadProtocol('rpc'), await loadProtocol('register')];
const commitModule = await loadProtocol('two-phase-commit');

const border = ['B', 'C'].flatMap((far) => [
  { from: 'A', to: far },
  { from: far, to: 'A' },
]) as NonNullable<Scenario['explore']>['cut'];

/** Whoever is asked answers; Alice writes at A, and Bob reads at B, which never hears of it. */
const parted = (bobReads: number) =>
  ({
    params: { policy: 'available' },
    workload: [
      { at: 0, node: 'alice', op: { f: 'write', value: 1 } },
      ...Array.from({ length: bobReads }, (_, i) => ({ at: i, node: 'bob', op: { f: 'read' } })),
    ],
  }) as unknown as Variant;

/** What a judge can tell of a history: what was asked and answered, and what was over before what began. */
function order(operations: readonly OperationRecord[]): string {
  const history = historyOf('explored', operations, registerModule)?.operations ?? [];
  return history
    .map((op, i) => {
      const before = history.flatMap((other, j) =>
        other.end !== null && other.end < op.start ? [operations[j]?.id] : [],
      );
      return `${operations[i]?.id} ${op.type} ${JSON.stringify(op.value)} ${op.outcome} after ${before.sort().join(' ')}`;
    })
    .sort()
    .join('; ');
}

/** The obvious way: every path of the same world, from the start, and the histories at their ends. */
function everyHistory(variant: Variant): Set<string> {
  const params = { ...register.explore?.params, ...variant.params };
  const config = worldConfig(register, registerModule, { ...variant, params });
  const none = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 };
  const found = new Set<string>();
  const crosses = (choice: Choice) =>
    choice.do === 'deliver' &&
    border?.some(({ from, to }) => choice.message.from === from && choice.message.to === to);
  const walk = (path: readonly Choice[]) => {
    const world = new UntimedWorld(config, registerModule.protocol, none);
    for (const choice of path) world.take(choice);
    const open = world.choices().filter((choice) => !crosses(choice));
    if (open.length === 0) found.add(order(operationsOf(world.trace)));
    for (const choice of open) walk([...path, choice]);
  };
  walk([]);
  return found;
}

/** The module with one more property, which only listens. */
function listening(heard: (operations: readonly OperationRecord[], view: View) => void): ProtocolModule {
  const holds = (view: View, operations: readonly OperationRecord[]) => {
    heard(operations, view);
    return true;
  };
  return {
    ...registerModule,
    properties: { ...registerModule.properties, spy: { words: 'Listens.', holds } },
  };
}

describe('histories of explored runs', () => {
  it('are all there: two runs that end alike and lived through different orders are two', () => {
    const heard = new Set<string>();
    const states = new Set<string>();
    const spy = listening((operations, view) => {
      heard.add(order(operations));
      states.add(JSON.stringify(view.nodes.map((n) => [n.state, n.durable])));
    });
    const variant = parted(1);
    const found = exploreScenario(register, spy, { variant, bounds: { cut: border }, properties: ['spy'] });
    expect(found.complete).toBe(true);
    expect(heard).toEqual(everyHistory(variant));
    // Over before, during, over after: three histories, and at the end nobody can tell them apart.
    expect([heard.size, states.size]).toEqual([3, 1]);
  });

  it('so a promise about order is not lost where states meet', () => {
    const [variant, bounds] = [parted(1), { cut: border }];
    const blind = exploreScenario(register, registerModule, { variant, bounds });
    const found = exploreScenario(register, registerModule, {
      variant,
      bounds,
      properties: ['linearizable'],
    });
    expect(blind.ends).toBe(1);
    expect(found.ends).toBeGreaterThan(blind.ends);
    const bad = found.violations.linearizable?.count ?? 0;
    expect(bad).toBeGreaterThan(0);
    expect(bad).toBeLessThan(found.ends);
  });

  it('are in the order of the run, though nothing in it takes time', () => {
    const config = worldConfig(register, registerModule, {
      ...parted(1),
      params: { ...register.explore?.params, policy: 'available' },
    });
    const world = new UntimedWorld(config, registerModule.protocol, {
      maxLost: 0,
      maxDuplicated: 0,
      maxCrashes: 0,
    });
    const take = (wanted: string) => {
      const choice = world
        .choices()
        .find((c) => ('node' in c ? `${c.do} ${c.node}` : `${c.message.kind} to ${c.message.to}`) === wanted);
      if (!choice) throw new Error(`${wanted} is no choice.`);
      world.take(choice);
    };
    for (const step of ['invoke bob', 'invoke alice', 'write to A', 'answer to alice', 'read to B'])
      take(step);
    take('answer to bob');
    expect(order(operationsOf(world.trace))).toBe('alice/1 write 1 ok after ; bob/1 read 0 ok after ');
    world.restore(new UntimedWorld(config, registerModule.protocol, world.budgets).checkpoint(), []);
    for (const step of ['invoke alice', 'write to A', 'answer to alice', 'invoke bob', 'read to B'])
      take(step);
    take('answer to bob');
    expect(order(operationsOf(world.trace))).toBe('alice/1 write 1 ok after ; bob/1 read 0 ok after alice/1');
  });
});

/** The obvious way: a queue of whole states, and the set of their whole texts. */
function everyState(world: UntimedWorld): { states: number; edges: number; ends: number } {
  const keys = new Set([world.stateKey()]);
  const open = [world.checkpoint()];
  let [edges, ends] = [0, 0];
  for (const state of open) {
    const firsts = world.restore(state).choices();
    if (firsts.length === 0) ends++;
    const courses = [...firsts].reverse();
    for (let choice = courses.pop(); choice; choice = courses.pop()) {
      world.restore(state);
      const taken = world.take(choice);
      edges++;
      courses.push(...world.courses(choice, taken));
      if (keys.has(world.stateKey())) continue;
      keys.add(world.stateKey());
      open.push(world.checkpoint());
    }
  }
  return { states: keys.size, edges, ends };
}

describe('looking up what a handler did before finds what running it again finds', () => {
  const none = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0, redelivers: false };
  const every = { ...none, maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
  it.each([
    ['a call with every fault', call, rpcModule, every, { retries: 1 }],
    [
      'a call to either kind of account',
      call,
      rpcModule,
      { ...every, maxDuplicated: 0 },
      { account: 'either' },
    ],
    ['a register with every fault', register, registerModule, every, { policy: 'leader' }],
    ['a transaction, all of it delivered again', commit, commitModule, { ...none, redelivers: true }, {}],
  ] as const)('%s', (_, scenario, module, budgets, params) => {
    const workload = (scenario.explore?.workload ?? scenario.workload)?.slice(0, 2);
    const variant = { params: { ...scenario.explore?.params, ...params }, ...(workload ? { workload } : {}) };
    const config = worldConfig(scenario, module, variant);
    const world = new UntimedWorld(config, module.protocol, budgets, { trace: null });
    const bounds = { ...budgets, mayCrash: undefined, cut: undefined };
    const found = exploreScenario(scenario, module, { bounds, variant });
    expect(found.complete).toBe(true);
    const { states, edges, ends } = found;
    expect({ states, edges, ends }).toEqual(everyState(world));
    expect(states).toBeGreaterThan(20);
  });
});

describe('a cut', () => {
  const request = [{ from: 'browser', to: 'payment' }] as typeof border;
  const reply = [{ from: 'payment', to: 'browser' }] as typeof border;
  const ends = (cut: typeof border) => {
    const bounds = { cut, maxLost: 0, maxDuplicated: 0, maxCrashes: 0, params: { retries: 0 } };
    return Object.keys(exploreScenario(call, rpcModule, { bounds }).outcomes);
  };
  it('lets nothing through, in the direction in which it cuts', () => {
    expect(ends(undefined)).toEqual(['receipt, 1 charge', 'time-out, 1 charge']);
    expect(ends(request)).toEqual(['time-out, 0 charges']);
    expect(ends(reply)).toEqual(['time-out, 1 charge']);
  });
  it('of no link is refused', () => {
    expect(() => ends([{ from: 'browser', to: 'moon' }] as typeof border)).toThrow(/No link goes/);
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['luck', registerModule, register],
    ['linearizable', rpcModule, call],
    ['convergent', registerModule, register],
  ])('%s', (property, module, scenario) => {
    expect(() => exploreScenario(scenario, module, { properties: [property] })).toThrow(
      `has no property "${property}"`,
    );
  });
});
