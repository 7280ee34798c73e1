/** One order against all of them: the same ends, and as short a way to each. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budgets, type Choice, UntimedWorld, type View } from '#/kernel';
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { type Exploration, type ExploreOptions, explore } from './explore';
import { KINDS, LAST, peers, type Row, type Table } from './peers.fixture';
import * as tiny from './tiny-worlds.fixture';

type Made = Pick<ReturnType<typeof peers>, 'config' | 'protocol'>;
const world = ({ config, protocol }: Made, budgets: Partial<Budgets> = {}) =>
  new UntimedWorld(config, protocol, { ...tiny.NO_FAULTS, ...budgets }, { trace: null });
const stateText = (view: View) => JSON.stringify(view.nodes.map((n) => [n.state, n.durable, n.status]));
const asked: ExploreOptions = { ...tiny.UNBOUNDED, observe: stateText };

const endsOf = ({ complete, ends, outcomes }: Exploration) => ({
  complete,
  ends,
  outcomes: Object.entries(outcomes).map(([name, { count, path }]) => [name, count, path.length]),
});

const row = fc.record<Row>({
  grow: fc.integer({ min: 0, max: LAST }),
  send: fc.constantFrom('nothing', 'back', 'hub', 'peers', 'first'),
  kind: fc.constantFrom(...KINDS),
  remembers: fc.boolean(),
});
const table: fc.Arbitrary<Table> = fc.array(fc.array(row, { minLength: 3, maxLength: 3 }), {
  minLength: LAST,
  maxLength: LAST,
});
const budgets = fc.constantFrom<Partial<Budgets>>(
  {},
  { maxLost: 1 },
  { maxDuplicated: 1 },
  { maxCrashes: 1 },
  { maxLost: 1, maxDuplicated: 1 },
  { maxLost: 2, maxCrashes: 1 },
  { redelivers: true },
);

describe('protocols made up by the hundred', () => {
  it('end as they end in any order, as soon, and by a way that can be taken', () => {
    let fewer = 0;
    fc.assert(
      fc.property(table, table, budgets, (hub, peer, faults) => {
        const made = peers(2, hub, peer);
        const whole = explore(world(made, faults), asked);
        const found = explore(world(made, faults), { ...asked, order: true });
        expect(endsOf(found)).toEqual(endsOf(whole));
        if (found.states < whole.states) fewer++;
        for (const [name, { path }] of Object.entries(found.outcomes)) {
          const run = world(made, faults);
          for (const choice of path as readonly Choice[]) run.take(choice);
          expect(stateText(run.view())).toBe(name);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(fewer).toBeGreaterThan(30);
  });
});

it.each([
  ['marked', tiny.marked('a', 'b', 'c'), { maxLost: 1, maxDuplicated: 1 }],
  ['written', tiny.written(), { maxCrashes: 1, maxDuplicated: 1 }],
  ['thrown', tiny.thrown(), { maxDuplicated: 1 }],
])('every order of what one node does is kept: %s', (_, made, faults) => {
  const whole = explore(world(made, faults), asked);
  expect(endsOf(explore(world(made, faults), { ...asked, order: true }))).toEqual(endsOf(whole));
});

describe('two-phase commit on a network that delivers once', async () => {
  const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
  const module = await loadProtocol('two-phase-commit');
  const commit = (options: object) =>
    exploreScenario(scenario, module, { bounds: { redelivers: false }, ...options });

  it('ends as it does, in far fewer states', () => {
    const whole = commit({});
    const found = commit({ reduce: 'order' });
    expect(endsOf(found)).toEqual(endsOf(whole));
    expect(found.states * 2).toBeLessThan(whole.states);
    expect(found.standsFor).toBeNull();
  });
  it('is refused for what is asked of more than ends', () => {
    expect(() => commit({ reduce: 'order', properties: ['consistent'] })).toThrow(
      /^Order refused: "consistent" is asked of more than ends/,
    );
    const goals = ['the transaction can still end'];
    expect(() => commit({ reduce: 'order', goals })).toThrow(/^Order refused/);
  });
});

it('is refused where nodes can come to more and more', () => {
  expect(() => explore(world(tiny.ticking(true)), { ...asked, depth: 5, order: true })).toThrow(
    /^Order refused: its nodes can come to more/,
  );
});
