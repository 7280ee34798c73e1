/** Metrics of runs of real protocols, against the books that their nodes keep themselves. */

import { describe, expect, it } from 'vitest';
import { LAST_MOMENT, Recording, type View } from '#/kernel';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import { worldConfig } from '../build';
import { finish } from '../finish';
import { type Scenario, scenario as schema, type Variant } from '../schema/scenario';
import { metricsAt, metricsFold, usualWidth } from './fold';
import { totalsOf } from './totals';
import { Computation, wholeRun } from './whole-run';

interface Pool {
  readonly [book: string]: number;
}
interface Books {
  readonly client: Record<'called' | 'tries' | 'answered' | 'gaveUp', number>;
  readonly pool: Pool;
}

const service: Scenario = schema.parse(await scenarioLoaders.service());
const module = await loadProtocol('service');

function booksOf({ nodes }: View): Books {
  const [client, server] = ['client', 'service'].map(
    (id) => nodes.find((n) => n.id === id)?.state as unknown,
  );
  const { pools } = server as { pools: Record<string, Pool> };
  const pool: Record<string, number> = {};
  for (const books of Object.values(pools)) {
    for (const [name, value] of Object.entries(books)) pool[name] = (pool[name] ?? 0) + value;
  }
  return { client: client as Books['client'], pool };
}

const storms: readonly Variant[] = [1, 2, 3, 4, 5, 6].map((seed) => ({
  seed,
  params: {
    callsPerSecond: 8 * seed,
    workShape: seed % 2 ? 'exponential' : 'long-tailed',
    breaker: seed === 4,
  },
  script: [{ at: 4_000_000, command: { verb: 'set' as const, param: 'workers', value: 1 + (seed % 4) } }],
}));

describe('the metrics of a service', () => {
  it.each(storms)('are the books of its nodes, at seed $seed', (variant) => {
    const { metrics, view } = wholeRun(service, module, variant);
    if (!metrics) throw new Error('A service has a meter.');
    const { users, nodes } = totalsOf(metrics, 0, service.stop.atUs);
    const { client, pool } = booksOf(view);
    const server = nodes['service' as keyof typeof nodes];
    expect(users.called).toBe(client.called);
    expect(users.tries).toBe(client.tries);
    expect([users.ok, users.failed + users.unknown]).toEqual([client.answered, client.gaveUp]);
    expect(server?.arrived).toBe(pool.arrived);
    expect(server?.finished).toBe(pool.finished);
    expect(server?.refused).toBe((pool.full ?? 0) + (pool.late ?? 0));
    // The pool has summed up to its last event; who was at work then is so to the end of the run.
    const rest = service.stop.atUs - (pool.countedUs ?? 0);
    expect(server?.busyUs).toBe((pool.busyUs ?? 0) + rest * (pool.busy ?? 0));
    const inService = (pool.areaUs ?? 0) + rest * ((pool.arrived ?? 0) - left(pool));
    const queueUs = Math.round((server?.queueMean ?? 0) * service.stop.atUs);
    expect(queueUs + (server?.busyUs ?? 0)).toBe(inService);
  });

  const left = ({ finished = 0, full = 0, late = 0 }: Pool): number => finished + full + late;

  it('have the very times that users’ calls took', () => {
    const calls = Array.from({ length: 50 }, (_, i) => ({
      at: i * 200_000,
      node: 'client',
      op: { f: 'call' },
    }));
    const variant = schema.shape.workload.parse(calls);
    const { metrics, operations } = wholeRun(service, module, {
      params: { callsPerSecond: 0 },
      ...(variant ? { workload: variant } : {}),
    });
    const took = operations.flatMap((op) =>
      op.outcome === 'ok' ? [Number(op.completedAt) - op.invokedAt] : [],
    );
    const found = metrics?.stretches.flatMap(({ nodes }) => Object.values(nodes).flatMap((n) => n.tookUs));
    const ascending = (list: readonly number[] = []) => [...list].sort((a, b) => a - b);
    expect(took.length).toBeGreaterThan(10);
    expect(ascending(found)).toEqual(ascending(took));
  });
});

describe('a whole run', () => {
  it('is the run that a trace is kept of, and the same again', () => {
    const kept = finish(service, module);
    const whole = wholeRun(service, module);
    expect(whole.view).toEqual(kept.view);
    expect(whole.operations).toEqual(kept.operations);
    expect(wholeRun(service, module)).toEqual(whole);
  });

  it('taken on bit by bit comes to the same, and what it said on the way stays true', () => {
    const computation = new Computation(service, module);
    const heard: ReturnType<Computation['metrics']>[] = [];
    let share = 0;
    while (computation.go(100)) {
      expect(computation.share).toBeGreaterThanOrEqual(share);
      share = computation.share;
      heard.push(computation.metrics());
    }
    const { metrics } = computation.result();
    expect(metrics).toEqual(wholeRun(service, module).metrics);
    expect(computation.share).toBe(1);
    expect(heard.length).toBeGreaterThan(5);
    for (const some of heard) {
      expect(some?.stretches).toEqual(metrics?.stretches.slice(0, some?.stretches.length));
    }
  });

  it('does what was done to it, as a recording does', () => {
    const recording = new Recording(worldConfig(service, module), module.protocol);
    const index = recording.advance(0, 2_000_000);
    recording.act(0, index, 2_000_000, { verb: 'crash', node: 'service' as never, disk: 'kept' });
    const later = recording.advance(0, 3_000_000);
    recording.act(0, later, 3_000_000, { verb: 'restart', node: 'service' as never });
    const end = recording.advance(0, LAST_MOMENT);
    const { steps } = recording.branch(0);
    const whole = wholeRun(service, module, {}, steps);
    expect(whole.view.digest).toBe(recording.viewAt(0, end).digest);
    const down = totalsOf(whole.metrics as never, 2_200_000, 3_000_000).users;
    expect([down.arrived, down.finished, down.busyUs, down.called > 0]).toEqual([0, 0, 0, true]);
    const beyond = { ...steps[0], index: 1_000_000 } as (typeof steps)[number];
    expect(() => wholeRun(service, module, {}, [beyond])).toThrow('The run ends before its step');
  });

  it('has no metrics where there is no load, and ends where its events do', async () => {
    const { meter: _, ...without } = module;
    expect(wholeRun(service, without).metrics).toBeNull();
    const short: Scenario = { ...service, stop: { ...service.stop, events: 500 } };
    const { view, metrics } = wholeRun(short, module);
    expect(view.index).toBe(500);
    expect(metrics?.stretches).toHaveLength(Math.floor(view.at / usualWidth(service.stop.atUs)));
  });
});

it('a fold that is copied at any event of a run ends as one that never was', () => {
  const { trace } = finish(service, module, { params: { callsPerSecond: 40 } });
  const fold = metricsFold(module, worldConfig(service, module), 250_000);
  if (!fold) throw new Error('A service has a meter.');
  const straight = fold.begin();
  let winding = fold.begin();
  trace.forEach((entry, i) => {
    fold.take(straight, entry);
    fold.take(winding, entry);
    if (i % 7 === 0) {
      const copy = fold.copy(winding);
      // What the left one hears from here on is not heard by the copy.
      fold.take(winding, entry);
      winding = copy;
    }
  });
  const [one, other] = [straight, winding].map((state) => metricsAt(state, service.stop.atUs));
  expect(one).toEqual(other);
  expect(one?.stretches).toHaveLength(60);
});

describe('the metrics of a cascade', async () => {
  const minute: Scenario = schema.parse(await scenarioLoaders.cascading());
  const tiers = await loadProtocol('cascade');
  const script = (seed: number): Scenario['script'] => [
    { at: 500_000, command: { verb: 'set', param: 'slowdown', value: 1 + seed } },
    { at: 2_000_000, command: { verb: 'set', param: 'workers', value: 8 * seed } },
  ];
  it.each([1, 2, 3, 4])('are the books of its tiers, at seed %i', (seed) => {
    const scenario: Scenario = { ...minute, script: script(seed), stop: { atUs: 4_000_000 } };
    const variant = { seed, params: { callsPerSecond: 150 * seed, userRetries: seed % 2 } };
    const { metrics, view } = wholeRun(scenario, tiers, variant);
    const { users, nodes } = totalsOf(metrics as never, 0, scenario.stop.atUs);
    expect(users.called).toBeGreaterThan(300);
    let sent = 0;
    for (const { id, role, state } of view.nodes) {
      const found = nodes[id];
      if (role !== 'tier') {
        const { tries, answered, gaveUp } = state as unknown as Books['client'];
        expect([found?.tries, found?.ok, (found?.failed ?? 0) + (found?.unknown ?? 0)]).toEqual([
          tries,
          answered,
          gaveUp,
        ]);
        sent += tries;
        continue;
      }
      const { pool, tries } = state as unknown as { pool: Pool; tries: number };
      const { arrived, finished, full = 0, late = 0, busy = 0, busyUs = 0, countedUs = 0 } = pool;
      const rest = scenario.stop.atUs - countedUs;
      expect(found).toMatchObject({ arrived, finished, refused: full + late, tries });
      expect(found?.busyUs).toBe(busyUs + rest * busy);
      sent += tries;
    }
    expect(users.tries).toBe(sent);
  });
});
