/** A store that trusts its clocks, against the closed form of what that costs, and the same with hybrid stamps. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, type Json, nodeId, operationsOf, World, type WorldConfig } from '#/kernel';
import { finish, loadProtocol, type Scenario, scenarioProblems, scenario as schema } from '#/scenarios';
import { keys, values } from './lost';
import scenarioData from './scenarios/clock-store';
import ntpData from './scenarios/ntp';
import type { Measured } from './stopwatch';
import { clockStore } from './store';

const ms = (n: number) => n * 1_000;
const names = ['A', 'B', 'alice', 'bob'].map(nodeId);
const [A, B, alice, bob] = names as [
  (typeof names)[0],
  (typeof names)[0],
  (typeof names)[0],
  (typeof names)[0],
];

interface Setting {
  readonly skew?: number;
  readonly stamps?: 'wall clock' | 'hybrid';
  readonly between?: number;
  readonly params?: WorldConfig['params'];
  readonly calls?: readonly (readonly [at: number, client: typeof alice, f: string, value?: Json])[];
  readonly script?: readonly { at: number; command: Command }[];
  readonly rules?: WorldConfig['links'][number]['rules'];
  readonly seed?: number;
}

/** B's clock is `skew` ms behind that of A; 1 ms to a client, `between` ms from replica to replica. */
function run(setting: Setting) {
  const {
    skew = 0,
    stamps = 'wall clock',
    between = 500,
    params = {},
    calls = [],
    script = [],
    rules,
    seed = 1,
  } = setting;
  const near = rules ?? { latency: { profile: 'constant', us: ms(1) } };
  const config: WorldConfig = {
    seed,
    nodes: [
      { id: A, role: 'replica' },
      { id: B, role: 'replica', offsetUs: ms(-skew) },
      { id: alice, role: 'client' },
      { id: bob, role: 'client' },
    ],
    links: [
      ...[alice, bob].flatMap((client) =>
        [A, B].map((replica) => ({ between: [client, replica] as const, rules: near })),
      ),
      { between: [A, B], rules: rules ?? { latency: { profile: 'constant', us: ms(between) } } },
    ],
    durable: { [alice]: { home: 'A' }, [bob]: { home: 'B' } },
    params: { stamps, ...params },
    workload: calls.map(([at, node, f, value]) => ({ at: ms(at), node, op: { f, value: value ?? null } })),
    script,
    stop: { atUs: ms(20_000) },
  };
  const world = new World(config, clockStore.protocol).run();
  const [view, operations] = [world.view(), operationsOf(world.trace)];
  const holds = (name: string) => clockStore.properties[name]?.holds(view, operations);
  return { view, operations, trace: world.trace, holds };
}

/** Alice writes 1 at A, and `gap` ms after it was taken there, somebody writes 2 at B. */
const twoWrites = (gap: number, second = bob): Setting => ({
  calls: [
    [1_000, alice, 'write', 1],
    [1_000 + gap, second, 'write', 2],
  ],
  params: { roam: second === alice },
});

describe('by the wall clock', () => {
  it('an acknowledged write is lost exactly when the skew is more than the gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 400 }),
        fc.nat(800),
        fc.constantFrom(alice, bob),
        (gap, skew, second) => {
          const { view, operations, holds } = run({ ...twoWrites(gap, second), skew });
          expect(operations.map((op) => op.outcome)).toEqual(['ok', 'ok']);
          // With equal stamps the name decides, and B wins.
          const lost = skew > gap;
          expect(values(view)).toBe(lost ? 'A 1, B 1' : 'A 2, B 2');
          expect(holds('no acknowledged write is lost')).toBe(!lost);
          expect(holds('own writes in order')).toBe(!(lost && second === alice));
          expect(holds('replicas agree')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('one replica is enough, if its clock is stepped back', () => {
    const calls = [
      [1_000, alice, 'write', 1],
      [1_200, alice, 'write', 2],
    ] as const;
    const step = (by: number) => [
      { at: ms(1_100), command: { verb: 'clock', node: A, stepUs: ms(by) } as Command },
    ];
    expect(run({ calls, script: step(-201) }).holds('own writes in order')).toBe(false);
    expect(run({ calls, script: step(-199) }).holds('own writes in order')).toBe(true);
    expect(run({ calls, script: step(-201), stamps: 'hybrid' }).holds('own writes in order')).toBe(true);
  });
});

describe('by hybrid clocks', () => {
  it('no skew loses a write of a client that carries what it has seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 400 }), fc.nat(800), (gap, skew) => {
        const { view, holds } = run({ ...twoWrites(gap, alice), skew, stamps: 'hybrid' });
        expect(values(view)).toBe('A 2, B 2');
        expect(holds('no acknowledged write is lost')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  it('nor that of another client, once its replica has heard of the first; before, the skew decides as ever', () => {
    const lost = (between: number) =>
      !run({ ...twoWrites(100), skew: 300, stamps: 'hybrid', between }).holds(
        'no acknowledged write is lost',
      );
    expect([lost(90), lost(110)]).toEqual([false, true]);
  });
  it('keeps own writes in order through storms of losses, copies and clocks that jump; wall clocks do not', () => {
    const storm = (stamps: Setting['stamps']) =>
      fc.property(
        fc.integer(),
        fc.array(
          fc.record({
            at: fc.integer({ min: 100, max: 4_000 }),
            node: fc.constantFrom(A, B),
            by: fc.integer({ min: -900, max: 900 }),
          }),
          {
            maxLength: 8,
          },
        ),
        fc.array(
          fc.record({ at: fc.integer({ min: 100, max: 4_000 }), client: fc.constantFrom(alice, bob) }),
          {
            maxLength: 10,
          },
        ),
        (seed, jumps, writes) => {
          const { holds } = run({
            seed,
            stamps: stamps ?? 'hybrid',
            params: { roam: true },
            rules: {
              latency: { profile: 'uniform', minUs: ms(1), maxUs: ms(90) },
              loss: 0.15,
              duplicate: 0.2,
              reorder: 0.2,
            },
            calls: writes.map(({ at, client }, i) => [at, client, 'write', i + 1]),
            script: jumps.map(({ at, node, by }) => ({
              at: ms(at),
              command: { verb: 'clock', node, stepUs: ms(by) },
            })),
          });
          return holds('own writes in order') === true && holds('replicas agree') === true;
        },
      );
    fc.assert(storm('hybrid'), { numRuns: 150 });
    expect(fc.check(storm('wall clock'), { numRuns: 150, seed: 3 }).failed).toBe(true);
  });
});

describe('entries keyed by the time', () => {
  const collisions = (count: number, seed: number) => {
    const { view, operations, holds } = run({
      seed,
      calls: [[100, alice, 'add', count]],
      params: { timeoutUs: ms(5_000) },
    });
    expect(operations[0]?.outcome).toBe('ok');
    const kept = Number(/^\d+/.exec(keys(view))?.[0]);
    expect(holds('no entry is overwritten')).toBe(kept === count);
    return count - kept;
  };
  it('collide at the rate of birthdays: 20 entries in 1,000 milliseconds', () => {
    const runs = 400;
    let [hit, lost] = [0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const n = collisions(20, seed);
      lost += n;
      if (n > 0) hit++;
    }
    let free = 1;
    for (let i = 0; i < 20; i++) free *= 1 - i / 1000;
    // Within 2.58 standard errors, the 99 % interval, of 1 − Π(1 − i/m), and near n(n − 1)/2m of them on average.
    const error = Math.sqrt((free * (1 - free)) / runs);
    expect(Math.abs(hit / runs - (1 - free))).toBeLessThan(2.58 * error);
    expect(Math.abs(lost / runs - 0.19)).toBeLessThan(0.06);
  });
  it('always collide when there are more of them than keys', () => {
    expect(
      run({ calls: [[100, alice, 'add', 50]], params: { keyUs: ms(40) } }).holds('no entry is overwritten'),
    ).toBe(false);
  });
});

describe('asking the time', () => {
  it('begins when it is wanted, also in the middle of a run', () => {
    const scenario: Scenario = schema.parse(scenarioData);
    const asks = (given: object) =>
      finish(scenario, clockStore, given).trace.flatMap((e) =>
        e.type === 'sent' && e.kind === 'ask' ? [e.at] : [],
      );
    const on = { at: 4_500_000, command: { verb: 'set', param: 'discipline', value: 'watch' } };
    expect(asks({})).toEqual([]);
    expect(asks({ params: { discipline: 'watch' } })[0]).toBe(1_000_000);
    // At 5 s the replicas gossip, and begin; one interval later they ask.
    expect(asks({ script: [on] })[0]).toBe(6_000_000);
  });
});

describe('answers', () => {
  it('a copy of a request changes nothing', () => {
    const message = { from: alice, to: A, kind: 'write', nth: 1 };
    const script = [{ at: ms(1_000) + 500, command: { verb: 'duplicate', message } as Command }];
    const { trace } = run({ calls: [[1_000, alice, 'write', 1]], script });
    expect(trace.filter((e) => e.type === 'delivered' && e.kind === 'write')).toHaveLength(2);
    expect(trace.filter((e) => e.type === 'persisted' && e.node === A)).toHaveLength(1);
  });
  it('to what there is not is no, and to silence nobody knows', () => {
    const cut: Command = { verb: 'cut', links: [{ from: alice, to: A }] };
    const { operations } = run({
      calls: [
        [100, alice, 'fly'],
        [200, alice, 'read'],
        [300, alice, 'write', 5],
      ],
      script: [{ at: ms(250), command: cut }],
    });
    expect(operations.map(({ outcome, seen }) => [outcome, seen?.value ?? seen?.as])).toEqual([
      ['failed', 'there is no fly here'],
      ['ok', 0],
      ['unknown', 'timeout'],
    ]);
  });
});

describe('its scenarios', () => {
  it.each([
    ['clock-store', scenarioData],
    ['ntp', ntpData],
  ])('%s is well formed, and every switch has words for every message', async (name, data) => {
    const scenario: Scenario = schema.parse(data);
    const module = await loadProtocol(scenario.protocol);
    expect([scenario.name, scenarioProblems(scenario, module)]).toEqual([name, []]);
    for (const discipline of module.choices.discipline ?? []) {
      const { trace, view, operations } = finish(scenario, module, { params: { discipline } });
      const sent = new Set(trace.flatMap((entry) => (entry.type === 'sent' ? [entry.kind] : [])));
      expect([...sent].filter((kind) => !Object.hasOwn(scenario.kinds, kind))).toEqual([]);
      for (const check of scenario.checks ?? [])
        expect(module.properties[check]?.holds(view, operations)).toBe(true);
    }
  });
  it('clock-store: the write is lost, unless the clocks are right or the stamps are hybrid', async () => {
    const scenario: Scenario = schema.parse(scenarioData);
    const lost = (knobs: Record<string, string>) => {
      const { view, operations } = finish(scenario, clockStore, { knobs });
      return !clockStore.properties['no acknowledged write is lost']?.holds(view, operations);
    };
    expect(lost({})).toBe(true);
    expect(lost({ stamps: 'hybrid' })).toBe(false);
    expect(lost({ discipline: 'step' })).toBe(false);
    expect(lost({ discipline: 'slew' })).toBe(true);
  });
  it('ntp: the first measurement of A comes out negative, and the clock stays 20 ms wrong', async () => {
    const scenario: Scenario = schema.parse(ntpData);
    const { view } = finish(scenario, await loadProtocol('ntp'));
    const [first] = operationsOf(finish(scenario, await loadProtocol('ntp')).trace).map(
      ({ seen }) => seen?.value,
    );
    const { wallUs, monotonicUs } = first as unknown as Measured;
    // It drifts by a fifth of a millisecond in the second before.
    expect([Math.round(wallUs / 1000), monotonicUs]).toEqual([-20, 40_000]);
    expect((view.nodes[1]?.wall as number) - (view.nodes[0]?.wall as number)).toBeGreaterThanOrEqual(20_000);
  });
});
