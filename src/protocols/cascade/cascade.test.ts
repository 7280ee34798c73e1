import { describe, expect, it } from 'vitest';
import { type Command, nodeId, World, type WorldConfig } from '#/kernel';
import { chainConfig, names } from './chain.fixture';
import { cascade } from './index';
import type { TierState } from './state';
import type { UserState } from './users';

const [users, web, orders, stock, database] = names.map(String) as [string, string, string, string, string];
const ms = (n: number): number => n * 1000;
const holds = Object.keys(cascade.properties);
/** Work of exactly 2 ms, 6 ms at the database, and links of half a millisecond: 16 ms when nothing is in the way. */
const exact = {
  callsPerSecond: 0,
  workShape: 'constant',
  retries: 0,
  backOff: 'fixed',
  retryPauseUs: ms(10),
};
const silent: Command = {
  verb: 'cut',
  links: [{ from: nodeId(database), to: nodeId(stock) }],
};

interface Given {
  readonly params?: NonNullable<WorldConfig['params']>;
  /** When calls are made, in milliseconds, each by a user of their own. */
  readonly calls?: readonly number[];
  readonly script?: readonly (readonly [number, Command])[];
  readonly until?: number;
  readonly seed?: number;
}

function run({ params = {}, calls = [], script = [], until = 5_000, seed = 1 }: Given) {
  const chain = chainConfig({
    params: { ...exact, ...params },
    script: script.map(([at, command]) => [ms(at), command] as const),
    seed,
    untilUs: ms(until),
  });
  const others = calls.map((_, i) => nodeId(`user ${i}`));
  const config: WorldConfig = {
    ...chain,
    nodes: [...chain.nodes, ...others.map((id) => ({ id, role: 'client' }))],
    links: [
      ...chain.links,
      ...others.map((id) => ({
        between: [id, nodeId(web)] as const,
        rules: { latency: { profile: 'constant', us: 500 } as const },
      })),
    ],
    workload: calls.map((at, i) => ({
      at: ms(at),
      node: others[i] as (typeof others)[0],
      op: { f: 'call' },
    })),
  };
  const world = new World(config, cascade.protocol, { freeze: true }).run();
  const view = world.view();
  const state = (id: string) => view.nodes.find((n) => n.id === id)?.state as unknown;
  return {
    view,
    trace: world.trace,
    tier: (id: string) => state(id) as TierState,
    users: state(users) as UserState,
    ends: world.trace.flatMap((e) =>
      e.type === 'completed' ? [`${e.at / 1000} ${e.seen.as === 'value' ? 'answered' : e.outcome}`] : [],
    ),
    broken: holds.filter((p) => !cascade.properties[p]?.holds(view, [])),
  };
}
const came = ({ tier }: ReturnType<typeof run>) =>
  [web, orders, stock, database].map((id) => tier(id).pool.arrived);

describe('a chain of four tiers', () => {
  it('does a call in the time that all its parts take', () => {
    const here = run({ calls: [0] });
    expect(here.ends).toEqual(['16 answered']);
    expect(came(here)).toEqual([1, 1, 1, 1]);
  });
  it('holds a worker of each tier while the tiers below it work', () => {
    expect(run({ calls: [0, 0], params: { workers: 1 } }).ends).toEqual(['16 answered', '31 answered']);
    expect(run({ calls: [0, 0] }).ends).toEqual(['16 answered', '16 answered']);
  });
  it('refuses all the way up what was certainly not done, and fails what may have been', () => {
    const full = run({ calls: [0, 0], params: { databaseWorkers: 1, room: 0 } });
    expect(full.ends).toEqual(['10 failed', '16 answered']);
    expect(run({ calls: [0], script: [[0, silent]] }).ends).toEqual(['59 unknown']);
  });
  it('slows down with its database', () => {
    const slow: Command = { verb: 'set', param: 'slowdown', value: 3 };
    expect(run({ calls: [1], script: [[0, slow]] }).ends).toEqual(['29 answered']);
  });
});

describe('a database that answers nothing', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
  ])(
    'is asked r³ times for a call where three tiers make %i tries each, and u times that with %i by users',
    (r, u) => {
      const params = {
        ...{ retries: r - 1, userRetries: u - 1, timeoutStepUs: ms(2_000) },
        ...{ userTimeoutUs: ms(10_000), workers: 1000, room: 1000 },
      };
      const { users: asks, ...here } = run({
        calls: [],
        params: { ...params, callsPerSecond: 20 },
        script: [
          [0, silent],
          [1000, { verb: 'set', param: 'callsPerSecond', value: 0 }],
        ],
        until: 60_000,
      });
      const calls = asks.last;
      expect(calls).toBeGreaterThan(5);
      expect(came(here as ReturnType<typeof run>)).toEqual(
        [u, u * r, u * r * r, u * r * r * r].map((times) => times * calls),
      );
      expect([asks.gaveUp, here.broken]).toEqual([calls, []]);
    },
  );
  it('is asked as often when every tier is as impatient as the one below: nobody’s retries take another’s back', () => {
    const params = { retries: 2, timeoutStepUs: 0, workers: 1000, room: 1000 };
    expect(came(run({ calls: [0], params, script: [[0, silent]] }))).toEqual([1, 3, 9, 27]);
  });
  it('is asked less where a budget forbids', () => {
    const params = {
      retries: 2,
      budget: true,
      budgetBurst: 1,
      timeoutStepUs: ms(1000),
      userTimeoutUs: ms(9000),
    };
    expect(came(run({ calls: [0], params, script: [[0, silent]] }))).toEqual([1, 2, 3, 4]);
  });
  it('is left alone by a breaker', () => {
    const params = {
      callsPerSecond: 100,
      breaker: true,
      breakerWindow: 10,
      breakerFailures: 5,
      breakerProbes: 1,
    };
    const asked = (breaker: boolean) =>
      came(run({ params: { ...params, breaker }, script: [[0, silent]] }))[3] as number;
    expect(asked(true)).toBeLessThan(60);
    expect(asked(false)).toBeGreaterThan(400);
  });
});

describe('requests that say how long their caller waits', () => {
  const slow = {
    callsPerSecond: 1000,
    databaseWorkers: 1,
    databaseWorkUs: ms(10),
    timeoutUs: ms(50),
    until: 2000,
  };
  const done = (params: object) =>
    run({ params: { ...slow, ...params } as never, until: 2000 }).tier(database);
  it('unheeded, the database works for nobody', () => {
    const { pool } = done({ deadlineTravels: true });
    expect(pool.wasted).toBeGreaterThan(0.9 * pool.finished);
    expect(pool.late).toBe(0);
  });
  it('heeded, it turns away what is too late, and wastes what it began in time', () => {
    const { pool } = done({ deadlineTravels: true, shedsLate: true });
    expect(pool.late).toBeGreaterThan(pool.finished);
    expect(pool.wasted).toBeLessThanOrEqual(pool.finished);
  });
});

it('takes no reply to a life before its crash for one to this', () => {
  const restart: readonly (readonly [number, Command])[] = [
    [8, { verb: 'crash', node: nodeId(stock), disk: 'kept' }],
    [8.1, { verb: 'restart', node: nodeId(stock) }],
  ];
  const here = run({ calls: [0, 6], script: restart, params: { timeoutUs: ms(50), timeoutStepUs: ms(50) } });
  expect(here.tier(stock).late).toBe(1);
  expect(here.ends).toEqual(['22 answered', '106 unknown']);
});

it('keeps its books under overload, crashes, copies and loss, on every seed tried', () => {
  const links = [
    { from: nodeId(web), to: nodeId(orders) },
    { from: nodeId(database), to: nodeId(stock) },
  ];
  for (let seed = 1; seed <= 12; seed++) {
    const { broken, users: asks } = run({
      seed,
      params: {
        ...{
          callsPerSecond: 400,
          workShape: 'long-tailed',
          retries: 3,
          userRetries: 1,
          room: 20,
          workers: 10,
        },
        ...{ databaseWorkers: 2, timeoutUs: ms(20), timeoutStepUs: ms(10), userTimeoutUs: ms(100) },
        ...{ breaker: seed % 4 === 1, budget: seed % 3 === 1, deadlineTravels: seed % 2 === 0 },
        ...{ shedsLate: seed % 4 === 2, deadlineUs: seed % 5 === 0 ? ms(150) : 0 },
        arrivals: seed % 6 === 0 ? 'closed' : 'open',
      },
      script: [
        [0, { verb: 'rule', links, rules: { loss: 0.1, duplicate: 0.1 } }],
        [500, { verb: 'crash', node: nodeId(stock), disk: 'kept' }],
        [600, { verb: 'restart', node: nodeId(stock) }],
      ],
      until: 1500,
    });
    expect(asks.last).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  }
});

it('would notice books that miss one request, one call, one try or a microsecond', () => {
  const { view } = run({ params: { callsPerSecond: 100, retries: 1 }, until: 1000, script: [[0, silent]] });
  const wrong = (role: string, change: (state: never) => void) => {
    const copy = structuredClone(view);
    for (const node of copy.nodes) if (node.role === role) change(node.state as never);
    return holds.filter((p) => !cascade.properties[p]?.holds(copy, []));
  };
  const tier = (change: (t: { -readonly [K in keyof TierState]: TierState[K] }) => void) =>
    wrong('tier', change as never);
  expect(tier((t) => t.pool.finished++)).toEqual(['every request is somewhere']);
  expect(tier((t) => t.pool.spentUs++)).toEqual(['Little’s law']);
  expect(
    tier((t) => {
      t.tries = 2 * t.called + 1;
    }),
  ).toEqual(['no more tries than allowed']);
  expect(
    wrong('client', (u: { answered: number }) => {
      u.answered++;
    }),
  ).toEqual(['every call ends once']);
});
