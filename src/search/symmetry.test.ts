/** Symmetry against the whole exploration: the same verdicts, the same counts, and a way to each that can be taken. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, UntimedWorld, type View } from '#/kernel';
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { type Exploration, type ExploreOptions, explore } from './explore';
import { KINDS, LAST, peers, type Row, type Table } from './peers.fixture';
import * as tiny from './tiny-worlds.fixture';

const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const module = await loadProtocol('two-phase-commit');
const commit = (params: object, options: object = {}) =>
  exploreScenario(scenario, module, { variant: { params: params as never }, ...options });

/** What a reduction must leave as it is: all but how many states were looked at, and which of many ways is told. */
function verdicts({ standsFor, depth, complete, ends, outcomes, violations, goals }: Exploration) {
  const lengths = (of: Exploration['outcomes']) =>
    Object.entries(of).map(([name, { count, path }]) => [name, count, path.length]);
  const reach = Object.entries(goals).map(([name, { path, ...rest }]) => [name, rest, path?.length]);
  return {
    ...{ standsFor, depth, complete, ends, reach },
    ...{ outcomes: lengths(outcomes), violations: lengths(violations) },
  };
}

describe('two-phase commit', () => {
  it.each([
    [3, 288, 80],
    [4, 1568, 166],
    [5, 8832, 314],
    [6, 50_816, 553],
  ])('of %i stands for the %i states that are published with %i', (resourceManagers, all, states) => {
    const found = commit({ resourceManagers }, { reduce: 'symmetry' });
    expect(found).toMatchObject({ states, standsFor: all, complete: true });
    expect(found.interchangeable[0]).toHaveLength(resourceManagers);
  });
  const once = { redelivers: false, maxLost: 1, maxDuplicated: 1 };
  it.each([
    ['none', {}],
    ['none', once],
    ['counts-copies', { redelivers: false, maxDuplicated: 1 }],
    ['majority-is-enough', {}],
    ['prepared-may-abort', { redelivers: false }],
  ])('%s, within %o: every verdict and every count is that of the whole', (mutant, bounds) => {
    const asked = { bounds, properties: ['consistent'], goals: ['the transaction can still end'] };
    const params = { resourceManagers: bounds === once ? 2 : 3, mutant };
    const whole = commit(params, asked);
    const found = commit(params, { ...asked, reduce: 'symmetry' });
    expect(found.states).toBeLessThan(whole.states);
    expect(verdicts(found)).toEqual(verdicts(whole));
  });
  it('is refused when its manager may crash between one message and the next: which were sent goes by name', () => {
    const bounds = { maxCrashes: 1, mayCrash: ['tm'] };
    expect(() => commit({}, { bounds, reduce: 'symmetry' })).toThrow(
      /^Symmetry refused: what tm does by itself/,
    );
  });
});

it('one election of three Rafts, where Alice asks the first: the other two are alike, and every leader is found', async () => {
  const three = schema.parse(await scenarioLoaders['raft-three']());
  const found = exploreScenario(three, await loadProtocol('raft'), {
    variant: { workload: [] },
    reduce: 'symmetry',
  });
  expect(found.interchangeable).toEqual([['S2', 'S3']]);
  expect(found).toMatchObject({ states: 7072, standsFor: 14_023, complete: true });
  expect(Object.keys(found.outcomes)).toEqual(['S1 in term 1', 'S2 in term 1', 'S3 in term 1', 'nobody']);
  expect(found.outcomes['S2 in term 1']?.count).toBe(found.outcomes['S3 in term 1']?.count);
});

const row = fc.record<Row>({
  grow: fc.integer({ min: 0, max: LAST }),
  send: fc.constantFrom('nothing', 'back', 'hub', 'peers'),
  kind: fc.constantFrom(...KINDS),
  remembers: fc.boolean(),
});
const table: fc.Arbitrary<Table> = fc.array(fc.array(row, { minLength: 3, maxLength: 3 }), {
  minLength: LAST,
  maxLength: LAST,
});

type Made = ReturnType<typeof peers>;
const world = ({ config, protocol }: Pick<Made, 'config' | 'protocol'>, budgets = tiny.NO_FAULTS) =>
  new UntimedWorld(config, protocol, budgets, { trace: null });
const stateText = (view: View) => JSON.stringify(view.nodes.map((n) => n.state));
const cameTo = (view: View, i: number) => (view.nodes[i]?.state as { at?: number } | null)?.at ?? 0;

/** All sorts of questions, some of which tell the peers apart. */
const questions: ExploreOptions = {
  ...tiny.UNBOUNDED,
  observe: stateText,
  always: { 'p1 is not ahead': (view) => cameTo(view, 1) <= cameTo(view, 2) },
  goals: { 'all done': { holds: (view) => view.nodes.every((_, i) => cameTo(view, i) === LAST) } },
};

describe('protocols made up by the hundred', () => {
  it('come to the same ends, in the same numbers, and each can be reached as it says', () => {
    fc.assert(
      fc.property(table, table, (hub, peer) => {
        const made = peers(2, hub, peer);
        const whole = explore(world(made), questions);
        const found = explore(world(made), { ...questions, symmetry: { alike: [made.alike] } });
        expect(verdicts(found)).toEqual(verdicts(whole));
        for (const [name, { path }] of Object.entries(found.outcomes)) {
          const run = world(made);
          for (const choice of path as readonly Choice[]) run.take(choice);
          expect(stateText(run.view())).toBe(name);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('is refused', () => {
  const quiet: Row = { grow: 0, send: 'nothing', kind: 'a', remembers: false };
  const ticks = (timer: Row): Table => [
    [quiet, quiet, timer],
    [quiet, quiet, quiet],
  ];
  const tell = (send: Row['send']) => ticks({ grow: LAST, send, kind: 'a', remembers: false });
  const reduced = (made: Made, more: object = {}) =>
    explore(world(made), { ...tiny.UNBOUNDED, ...more, symmetry: { alike: [made.alike] } });

  it('where a handler goes by the order of names', () => {
    expect(reduced(peers(3, ticks(quiet), tell('peers'))).complete).toBe(true);
    const wrong = () => reduced(peers(3, ticks(quiet), tell('first')));
    expect(wrong).toThrow(/^Symmetry refused: what p\d does by itself depends on more of a name/);
  });
  it('where a goal tells the nodes apart', () => {
    const goals = { 'p1 is done': { holds: (view: View) => cameTo(view, 1) === LAST } };
    const made = peers(2, ticks(quiet), tell('hub'));
    expect(() => reduced(made, { goals })).toThrow('"p1 is done" tells interchangeable nodes apart');
  });
  it('where operations are judged', () => {
    const judges = { answered: () => true };
    expect(() => reduced(peers(2, ticks(quiet), tell('hub')), { judges })).toThrow(/"answered" is asked of/);
  });
  it('where the protocol declares nothing', async () => {
    const call = schema.parse(await scenarioLoaders.call());
    const rpc = await loadProtocol('rpc');
    expect(() => exploreScenario(call, rpc, { reduce: 'symmetry' })).toThrow(
      /says of no nodes that they are alike/,
    );
  });
});
