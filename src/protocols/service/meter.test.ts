/** What the meter counts is what the client and the service have in their books, on any parameters, under any fault. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Command, type NodeView, nodeId, type WorldConfig } from '#/kernel';
import { comparesBooks, type Metered, metered } from '../books.fixture';
import { BACK_OFFS } from '../policies/back-off';
import { LAYOUTS } from '../policies/bulkhead';
import { ORDERS, type Pool } from '../policies/pool';
import type { ClientState } from './client';
import { service } from './index';
import type { ServerState } from './server';

const [client, other, server] = [nodeId('client'), nodeId('other'), nodeId('service')];

const params = fc.record({
  arrivals: fc.constantFrom('open', 'closed'),
  callsPerSecond: fc.integer({ min: 20, max: 200 }),
  users: fc.integer({ min: 1, max: 40 }),
  thinkUs: fc.integer({ min: 20_000, max: 100_000 }),
  timeoutUs: fc.integer({ min: 1_000, max: 100_000 }),
  deadlineUs: fc.constantFrom(0, 50_000, 150_000),
  retries: fc.nat(3),
  backOff: fc.constantFrom(...BACK_OFFS),
  retryPauseUs: fc.nat(20_000),
  budget: fc.boolean(),
  budgetBurst: fc.nat(5),
  breaker: fc.boolean(),
  breakerWindow: fc.constant(8),
  breakerFailures: fc.constant(4),
  breakerOpenUs: fc.constant(100_000),
  workers: fc.integer({ min: 1, max: 4 }),
  workUs: fc.integer({ min: 100, max: 30_000 }),
  room: fc.nat(10),
  order: fc.constantFrom(...ORDERS),
  shedsLate: fc.boolean(),
  heavyPercent: fc.nat(30),
  layout: fc.constantFrom(...LAYOUTS),
});
type Given = typeof params extends fc.Arbitrary<infer T> ? T : never;

const links = [client, other].flatMap((id) => [
  { from: id, to: server },
  { from: server, to: id },
]);
const mild: readonly (readonly [number, Command])[] = [
  [300_000, { verb: 'set', param: 'slowdown', value: 4 }],
  [700_000, { verb: 'set', param: 'slowdown', value: 1 }],
  [800_000, { verb: 'set', param: 'workers', value: 3 }],
  [500_000, { verb: 'invoke', node: client, op: { f: 'call' } }],
];
const worse: typeof mild = [
  ...mild,
  [0, { verb: 'rule', links, rules: { loss: 0.05, duplicate: 0.05 } }],
  [400_000, { verb: 'crash', node: server, disk: 'kept' }],
  [450_000, { verb: 'restart', node: server }],
  [600_000, { verb: 'crash', node: client, disk: 'kept' }],
  [650_000, { verb: 'restart', node: client }],
  [700_000, { verb: 'pause', node: server }],
  [750_000, { verb: 'resume', node: server }],
];

function run(given: Given, seed: number, script: typeof mild) {
  const config: WorldConfig = {
    seed,
    nodes: [
      { id: client, role: 'client' },
      { id: other, role: 'client' },
      { id: server, role: 'service' },
    ],
    links: [client, other].map((id) => ({ between: [id, server] })),
    params: given,
    script: script.map(([at, command]) => ({ at, command })),
    stop: { atUs: 1_000_000 },
  };
  return metered(service, config);
}

const poolsOf = ([, , at]: readonly NodeView[]): Pool[] =>
  Object.values((at as unknown as { state: ServerState }).state.pools);

function compare({ world, counting }: Metered): void {
  const { nodes } = world.view();
  for (const { id, state } of nodes.slice(0, 2)) {
    const { called, tries, answered, gaveUp, breaker } = state as unknown as ClientState;
    const counted = counting.of(id);
    const ended = { ok: counted.ok, gaveUp: counted.failed + counted.unknown };
    expect({ called: counted.called, tries: counted.tries, ...ended, mode: counted.breaker }).toEqual({
      ...{ called, tries, ok: answered, gaveUp, mode: breaker.mode },
    });
  }
  const sum = (of: (pool: Pool) => number) => poolsOf(nodes).reduce((total, pool) => total + of(pool), 0);
  const { arrived, refused, started, finished, workers } = counting.of(server);
  expect({ arrived, refused, started, finished, workers }).toEqual({
    ...{ arrived: sum((p) => p.arrived), refused: sum((p) => p.full + p.late) },
    ...{ started: sum((p) => p.finished + p.busy), finished: sum((p) => p.finished), workers: 3 },
  });
}

comparesBooks('without faults on the network', params, (given, seed) => run(given, seed, mild), compare);
comparesBooks(
  'under loss, copies, crashes and pauses',
  params,
  (given, seed) => run(given, seed, worse),
  compare,
);

it('work is useful while its client waits', () => {
  let seen = 0;
  fc.assert(
    fc.property(params, fc.nat(), (given, seed) => {
      const { world, counting } = run(given, seed, mild);
      let useful = 0;
      for (let before = world.view(); world.index < 400 && world.next(); before = world.view()) {
        const was = before.nodes[2]?.state as unknown as ServerState;
        const is = world.view().nodes[2]?.state as unknown as ServerState;
        for (const [id, { from, call, pool }] of Object.entries(was.askers)) {
          if (id in is.askers || !(id in was.pools[pool].working)) continue;
          const asker = before.nodes.find((n) => n.id === from)?.state as unknown as ClientState;
          if (call in asker.calls) useful++;
        }
      }
      expect(counting.of(server).useful).toBe(useful);
      seen += useful;
    }),
    { numRuns: 10 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('would show one request more in the books', () => {
  const given = fc.sample(params, { numRuns: 1, seed: 1 })[0] as Given;
  const here = run(given, 1, mild);
  here.world.run();
  here.counting.arrived(server);
  expect(() => compare(here)).toThrow();
});
