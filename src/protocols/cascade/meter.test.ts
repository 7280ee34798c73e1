/** What the meter counts is what the nodes have in their books, on any parameters, under any fault. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Command, type NodeView, World } from '#/kernel';
import { Counting, comparesBooks, type Metered, metered } from '../books.fixture';
import { BACK_OFFS } from '../policies/back-off';
import { ORDERS } from '../policies/pool';
import { chainConfig, names } from './chain.fixture';
import { cascade } from './index';
import { cascadeMeter } from './meter';
import type { TierState } from './state';
import type { UserState } from './users';

const params = fc.record({
  arrivals: fc.constantFrom('open', 'closed'),
  callsPerSecond: fc.integer({ min: 50, max: 400 }),
  users: fc.integer({ min: 1, max: 60 }),
  thinkUs: fc.integer({ min: 0, max: 100_000 }),
  userTimeoutUs: fc.integer({ min: 1_000, max: 200_000 }),
  userRetries: fc.nat(2),
  deadlineUs: fc.constantFrom(0, 50_000, 150_000),
  workers: fc.integer({ min: 1, max: 20 }),
  workUs: fc.integer({ min: 100, max: 20_000 }),
  databaseWorkers: fc.integer({ min: 1, max: 4 }),
  databaseWorkUs: fc.integer({ min: 100, max: 30_000 }),
  room: fc.nat(40),
  order: fc.constantFrom(...ORDERS),
  timeoutUs: fc.integer({ min: 1_000, max: 80_000 }),
  retries: fc.nat(3),
  backOff: fc.constantFrom(...BACK_OFFS),
  retryPauseUs: fc.integer({ min: 0, max: 20_000 }),
  budget: fc.boolean(),
  budgetBurst: fc.nat(10),
  breaker: fc.boolean(),
  breakerWindow: fc.constant(10),
  breakerFailures: fc.constant(5),
  breakerOpenUs: fc.constant(200_000),
  deadlineTravels: fc.boolean(),
  shedsLate: fc.boolean(),
});
type Given = typeof params extends fc.Arbitrary<infer T> ? T : never;

const [users, web, , , database] = names;
const faults: readonly (readonly [number, Command])[] = [
  [300_000, { verb: 'set', param: 'slowdown', value: 4 }],
  [700_000, { verb: 'set', param: 'slowdown', value: 1 }],
  [800_000, { verb: 'set', param: 'databaseWorkers', value: 2 }],
];
const links = names.slice(1).flatMap((to, i) => [
  { from: names[i] as typeof web, to },
  { from: to, to: names[i] as typeof web },
]) as { from: NonNullable<typeof web>; to: NonNullable<typeof web> }[];
const worse: readonly (readonly [number, Command])[] = [
  ...faults,
  [0, { verb: 'rule', links, rules: { loss: 0.05, duplicate: 0.05 } }],
  [400_000, { verb: 'crash', node: database as never, disk: 'kept' }],
  [450_000, { verb: 'restart', node: database as never }],
  [500_000, { verb: 'crash', node: web as never, disk: 'kept' }],
  [520_000, { verb: 'restart', node: web as never }],
  [600_000, { verb: 'crash', node: users as never, disk: 'kept' }],
  [610_000, { verb: 'restart', node: users as never }],
  [650_000, { verb: 'pause', node: 'orders' as never }],
  [700_000, { verb: 'resume', node: 'orders' as never }],
];

/** Whether every caller of a tier's job waits for it, up to the user: read in the nodes' own states. */
function isWanted(nodes: readonly NodeView[], at: { from: string; call: number; nth: number }): boolean {
  const state = nodes.find(({ id }) => id === at.from)?.state as unknown as (UserState & TierState) | null;
  if (state === null) return false;
  const own = state.calls ? state.calls[at.call] : state.pool.working[at.call];
  if (!own?.waits || own.tries !== at.nth) return false;
  return 'from' in own ? isWanted(nodes, own) : true;
}

const run = (given: Given, seed: number, script: typeof faults) =>
  metered(cascade, chainConfig({ params: given, script, seed, untilUs: 1_000_000 }));

function compare({ world, counting }: Metered): void {
  for (const { id, role, state } of world.view().nodes) {
    const counted = counting.of(id);
    if (role === 'client') {
      const { last, before, tries, answered, gaveUp } = state as unknown as UserState;
      const { called, ok, failed, unknown } = counted;
      expect({ called, tries: counted.tries, ok, gaveUp: failed + unknown }).toEqual({
        ...{ called: last - before, tries, ok: answered, gaveUp },
      });
      continue;
    }
    const { pool, tries, failed, breaker } = state as unknown as TierState;
    const { arrived, refused, started, finished, breaker: mode } = counted;
    expect({ arrived, refused, started, finished, tries: counted.tries, mode }).toEqual({
      ...{ arrived: pool.arrived, refused: pool.full + pool.late, finished: pool.finished },
      ...{ started: pool.finished + pool.busy, tries, mode: breaker.mode },
    });
    expect(counted.useful).toBeLessThanOrEqual(finished - failed);
    const inWork = Object.values(pool.working).length;
    expect(counted.started - counted.finished).toBe(inWork);
  }
}

comparesBooks('without faults on the network', params, (given, seed) => run(given, seed, faults), compare);
comparesBooks(
  'under loss, copies, crashes and pauses',
  params,
  (given, seed) => run(given, seed, worse),
  compare,
);

it('work is useful while all who asked for it still wait', () => {
  fc.assert(
    fc.property(params, fc.nat(), (given, seed) => {
      const { world, counting } = run(given, seed, faults);
      const useful = new Map(names.map((id) => [id as string, 0]));
      // The view before each event shows the state in which the work is finished.
      for (let before = world.view(); world.now < 400_000 && world.next(); before = world.view()) {
        for (const [i, { id, role, state }] of world.view().nodes.entries()) {
          if (role !== 'tier') continue;
          const was = (before.nodes[i] as NodeView).state as unknown as TierState;
          const is = state as unknown as TierState;
          if (is.pool.finished === was.pool.finished || is.failed !== was.failed) continue;
          const done = Object.values(was.pool.working).find((job) => !(job.id in is.pool.working));
          if (done && isWanted(before.nodes, done)) useful.set(id, (useful.get(id) ?? 0) + 1);
        }
      }
      for (const [id, n] of useful) expect(counting.of(id as never).useful).toBe(n);
    }),
    { numRuns: 5 },
  );
});

it('a copy of it goes its own way', () => {
  const config = chainConfig({ params: { callsPerSecond: 200 }, script: faults, untilUs: 1_000_000 });
  const trace = new World(config, cascade.protocol).run().trace;
  const [whole, halves] = [new Counting(), new Counting()];
  const meter = cascadeMeter(config);
  for (const entry of trace) meter.take(entry, whole);
  const first = cascadeMeter(config);
  const middle = trace.length >> 1;
  for (const entry of trace.slice(0, middle)) first.take(entry, halves);
  const second = first.copy();
  for (const entry of trace.slice(middle)) first.take(entry, new Counting());
  for (const entry of trace.slice(middle)) second.take(entry, halves);
  for (const id of names) expect(halves.of(id)).toEqual(whole.of(id));
  expect(whole.of(names[4] as never).finished).toBeGreaterThan(100);
});
