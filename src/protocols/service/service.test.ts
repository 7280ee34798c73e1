import { describe, expect, it } from 'vitest';
import { type Command, nodeId, operationsOf, World } from '#/kernel';
import { service } from '.';
import type { ClientState } from './client';
import type { ServerState } from './server';

const [client, server] = [nodeId('client'), nodeId('service')];
const others = ['b', 'c', 'd'].map(nodeId);
const ms = (n: number) => n * 1000;
const holds = Object.keys(service.properties);

interface Given {
  readonly params?: Record<string, string | number | boolean>;
  /** Milliseconds. */
  readonly calls?: readonly number[];
  /** Each call from a client of its own, since a client that is asked for two makes one after the other. */
  readonly each?: boolean;
  readonly script?: readonly [number, Command][];
  readonly until?: number;
  readonly seed?: number;
}

/** A link of 5 ms each way, work of exactly 100 ms, and calls only when asked for, unless the test says otherwise. */
function run({ params = {}, calls = [], each = false, script = [], until = 10_000, seed = 1 }: Given) {
  const world = new World(
    {
      seed,
      nodes: [
        { id: client, role: 'client' },
        { id: server, role: 'service' },
        ...(each ? others.map((id) => ({ id, role: 'client' })) : []),
      ],
      links: [client, ...(each ? others : [])].map((from) => ({
        between: [from, server] as const,
        rules: { latency: { profile: 'constant', us: ms(5) } },
      })),
      params: {
        ...{ callsPerSecond: 0, workUs: ms(100), workShape: 'constant', workers: 1, retries: 0 },
        ...{ timeoutUs: ms(1000), ...params },
      },
      workload: calls.map((at, i) => ({
        at: ms(at),
        node: (each ? [client, ...others][i] : client) as typeof client,
        op: { f: 'call', value: null },
      })),
      script: script.map(([at, command]) => ({ at: ms(at), command })),
      stop: { atUs: ms(until) },
    },
    service.protocol,
    { freeze: true },
  ).run();
  const view = world.view();
  const operations = operationsOf(world.trace);
  return {
    operations,
    broken: holds.filter((p) => !service.properties[p]?.holds(view, operations)),
    view,
    asks: view.nodes[0]?.state as unknown as ClientState,
    asking: view.nodes.filter((n) => n.role === 'client').map((n) => n.state as unknown as ClientState),
    pool: (view.nodes.find((n) => n.role === 'service') as unknown as { state: ServerState }).state.pools.all,
    sent: world.trace.flatMap((e) => (e.type === 'sent' && e.kind === 'request' ? [e.at / 1000] : [])),
  };
}

const took = (operations: ReturnType<typeof run>['operations']) =>
  operations.map((op) => (op.seen?.as === 'value' ? (op.seen.value as number) / 1000 : op.outcome));

describe('a service of one worker', () => {
  it('makes the second call wait for the first, and two workers do not', () => {
    expect(took(run({ each: true, calls: [0, 20, 40] }).operations)).toEqual([110, 190, 270]);
    expect(took(run({ each: true, calls: [0, 20, 40], params: { workers: 3 } }).operations)).toEqual([
      110, 110, 110,
    ]);
  });
  it('turns away what finds no room: certainly not done', () => {
    const { operations, pool } = run({ each: true, calls: [0, 10, 20], params: { room: 1 } });
    expect(took(operations)).toEqual([110, 200, 'failed']);
    expect(pool.full).toBe(1);
  });
  it('last in, first out: the newest waits least', () => {
    const { operations } = run({ each: true, calls: [0, 10, 20], params: { order: 'last in, first out' } });
    expect(took(operations)).toEqual([110, 300, 190]);
  });
  it('slowed down, takes so much longer', () => {
    const slow: Command = { verb: 'set', param: 'slowdown', value: 2.5 };
    expect(took(run({ calls: [10], script: [[0, slow]] }).operations)).toEqual([260]);
  });
});

describe('a client', () => {
  const cut: [number, Command] = [0, { verb: 'cut', links: [{ from: client, to: server }] }];
  const hasty = { timeoutUs: ms(50), retries: 2, retryPauseUs: ms(20), backOff: 'exponential' };

  it('gives up when its tries are used, and what was done is unknown', () => {
    const { sent, operations } = run({ calls: [0], params: hasty, script: [cut] });
    expect(sent).toEqual([0, 70, 160]);
    expect(operations[0]).toMatchObject({ outcome: 'unknown', completedAt: ms(210) });
  });
  it('is not hurried by a refusal that comes after it stopped waiting for it', () => {
    const late = { ...hasty, room: 0, timeoutUs: ms(8), retryPauseUs: ms(40) };
    const { sent, asking } = run({ each: true, calls: [0, 20], params: late });
    expect(sent).toEqual([0, 20, 48, 68, 156]);
    expect(asking[1]).toMatchObject({ refusals: 2, tries: 3 });
  });
  it('multiplies the load of a service that is slower than its patience', () => {
    const { asks, pool } = run({ calls: [0], params: hasty });
    expect([asks.tries, asks.answered, asks.late]).toEqual([2, 1, 1]);
    expect(pool.finished).toBe(2);
  });
  it('retries no more than its budget has tokens for', () => {
    const budget = { budget: true, budgetPercent: 10, budgetBurst: 1 };
    const { asks } = run({ calls: [0, 500, 1000], params: { ...hasty, ...budget }, script: [cut] });
    expect([asks.called, asks.tries, asks.unaffordable]).toEqual([3, 4, 3]);
  });
  it('makes no try that its deadline would not let it wait for', () => {
    const { sent, operations } = run({
      calls: [0],
      params: { ...hasty, deadlineUs: ms(150) },
      script: [cut],
    });
    expect(sent).toEqual([0, 70]);
    expect(operations[0]?.completedAt).toBe(ms(120));
  });
});

describe('a client with a breaker', () => {
  const params = {
    ...{ breaker: true, breakerWindow: 4, breakerFailures: 2, breakerOpenUs: ms(1000), breakerProbes: 2 },
    ...{ callsPerSecond: 20, workUs: ms(10), timeoutUs: ms(100) },
  };
  const links = [{ from: client, to: server }];
  const down: readonly [number, Command][] = [
    [2000, { verb: 'cut', links }],
    [6000, { verb: 'mend', links }],
  ];
  it('asks a dependency that is down a few times only, and asks it again once it is well', () => {
    const { asks, sent, broken } = run({ params, script: down });
    expect(sent.filter((at) => at > 2000 && at < 6000).length).toBeLessThan(20);
    expect(sent.filter((at) => at > 8000).length).toBeGreaterThan(20);
    expect(asks.stopped).toBeGreaterThan(40);
    expect([asks.breaker.mode, broken]).toEqual(['closed', []]);
  });
  it('without it, goes on asking', () => {
    const { sent, asks } = run({ params: { ...params, breaker: false }, script: down });
    expect(sent.filter((at) => at > 2000 && at < 6000).length).toBeGreaterThan(50);
    expect(asks.stopped).toBe(0);
  });
  it('knows that what it did not let through did not happen', () => {
    const { operations } = run({
      params: { ...params, callsPerSecond: 0 },
      calls: [3000, 3500, 4000],
      script: down,
    });
    expect(operations.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'failed']);
  });
});

describe('a deadline that travels', () => {
  const params = { deadlineUs: ms(150), timeoutUs: ms(1000) };
  const calls = [0, 1, 2, 3];
  it('unheeded, has the worker do what nobody waits for', () => {
    const { pool, asking } = run({ each: true, calls, params });
    expect([pool.finished, pool.wasted]).toEqual([4, 3]);
    expect(asking.map(({ answered, late }) => [answered, late])).toEqual([
      [1, 0],
      ...others.map(() => [0, 1]),
    ]);
  });
  it('heeded, bounds the wasted work to what was begun in time', () => {
    const { pool } = run({ each: true, calls, params: { ...params, shedsLate: true } });
    expect([pool.finished, pool.wasted, pool.late]).toEqual([2, 1, 2]);
  });
});

describe('a bulkhead', () => {
  /** How long quick calls of the second client took, at worst, while the first makes heavy calls without end. */
  function slowestQuick(layout: string, workers = 2): number {
    const heavy = Array.from({ length: 40 }, (_, i) => 10 * i);
    const world = new World(
      {
        seed: 1,
        nodes: [
          ...heavy.map((at) => ({ id: nodeId(`heavy ${at}`), role: 'client' })),
          { id: client, role: 'client' },
          { id: server, role: 'service' },
        ],
        links: [...heavy.map((at) => nodeId(`heavy ${at}`)), client].map((from) => ({
          between: [from, server] as const,
        })),
        params: {
          ...{ callsPerSecond: 0, workUs: ms(10), workShape: 'constant', workers, room: 100, retries: 0 },
          ...{ timeoutUs: ms(60_000), heavyTimes: 20, layout },
        },
        workload: [
          ...heavy.map((at) => ({
            at: ms(at),
            node: nodeId(`heavy ${at}`),
            op: { f: 'call', value: 'heavy' },
          })),
          ...[500, 1000, 1500].map((at) => ({ at: ms(at), node: client, op: { f: 'call', value: 'quick' } })),
        ],
        stop: { atUs: ms(20_000) },
      },
      service.protocol,
    ).run();
    expect(holds.filter((p) => !service.properties[p]?.holds(world.view(), []))).toEqual([]);
    const quick = operationsOf(world.trace).filter(({ node }) => node === client);
    return Math.max(...took(quick).map(Number));
  }
  it('shared, heavy work takes every worker; split, the quick never wait for it', () => {
    expect(slowestQuick('shared')).toBeGreaterThan(1000);
    expect(slowestQuick('split')).toBe(30);
  });
  it('may be changed in the middle of a run, and nothing is stranded', () => {
    const split: Command = { verb: 'set', param: 'layout', value: 'split' };
    const { operations, broken, pool } = run({ each: true, calls: [0, 10, 20, 60], script: [[50, split]] });
    expect(took(operations)).toEqual([110, 200, 290, 110]);
    expect([pool.arrived, pool.finished, broken]).toEqual([3, 3, []]);
  });
});

describe('load', () => {
  it('open: as many calls as the rate says, however slow the answers', () => {
    const { asks } = run({ params: { callsPerSecond: 50, room: 0 }, until: 20_000 });
    expect(Math.abs(asks.called - 1000)).toBeLessThan(3 * Math.sqrt(1000));
  });
  it('closed: never more calls than users, and users may come and go', () => {
    const [more, fewer] = [30, 2].map((value) => ({ verb: 'set', param: 'users', value }) as const);
    const params = { arrivals: 'closed', users: 5, thinkUs: ms(10), timeoutUs: ms(60_000), room: 100 };
    expect(run({ params }).pool).toMatchObject({ busy: 1, full: 0 });
    const grown = run({ params, script: [[2000, more as Command]] });
    expect(grown.pool.queue.length).toBeGreaterThan(20);
    expect(grown.pool.queue.length).toBeLessThan(30);
    expect(run({ params, script: [[2000, fewer as Command]] }).asks.arrivals.users).toBe(2);
  });
  it('M/M/1 at half load: one in the system on average, within a tenth', () => {
    const params = { callsPerSecond: 50, workUs: ms(10), workShape: 'exponential', room: 100_000 };
    const { pool } = run({ params, until: 200_000 });
    expect(pool.areaUs / pool.countedUs).toBeGreaterThan(0.9);
    expect(pool.areaUs / pool.countedUs).toBeLessThan(1.1);
    expect(pool.busyUs / pool.countedUs).toBeCloseTo(0.5, 1);
  });
});

it('keeps its books under overload, crashes, copies and loss, on every seed tried', () => {
  const links = [{ from: client, to: server }];
  for (let seed = 1; seed <= 20; seed++) {
    const { broken, asks } = run({
      seed,
      params: {
        ...{ callsPerSecond: 40, workShape: 'long-tailed', retries: 3, room: 5, timeoutUs: ms(200) },
        ...{
          deadlineUs: ms(700),
          shedsLate: seed % 2 === 0,
          breaker: seed % 4 === 1,
          heavyPercent: seed,
          layout: seed % 5 === 0 ? 'split' : 'shared',
          arrivals: seed % 3 === 0 ? 'closed' : 'open',
        },
      },
      script: [
        [0, { verb: 'rule', links, rules: { loss: 0.1, duplicate: 0.1 } }],
        [2000, { verb: 'crash', node: server, disk: 'kept' }],
        [2500, { verb: 'restart', node: server }],
      ],
      until: 5000,
    });
    expect(asks.called).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  }
});

it('would notice books that miss one request, one call, or a microsecond', () => {
  const { view } = run({ params: { callsPerSecond: 20 }, until: 2000 });
  const wrong = (place: string, member: string) => {
    const copy = structuredClone(view);
    for (const { state } of copy.nodes) {
      const books = place === 'pool' ? (state as unknown as ServerState).pools?.all : state;
      const found = books as unknown as Record<string, number> | undefined;
      if (found?.[member] !== undefined) found[member] += 1;
    }
    return holds.filter((p) => !service.properties[p]?.holds(copy, []));
  };
  expect(wrong('pool', 'arrived')).toEqual(['every request is somewhere']);
  expect(wrong('client', 'called')).toEqual(['every call ends once']);
  expect(wrong('pool', 'spentUs')).toEqual(['Little’s law']);
});
