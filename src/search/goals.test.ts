import { describe, expect, it } from 'vitest';
import { type Budgets, UntimedWorld, type View } from '#/kernel';
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { explore } from './explore';
import * as tiny from './tiny-worlds.fixture';

const worldOf = ({ config, protocol }: ReturnType<typeof tiny.marked>, budgets: Partial<Budgets> = {}) =>
  new UntimedWorld(config, protocol, { ...tiny.NO_FAULTS, ...budgets }, { trace: null });

const marks = (view: View) => Object.keys((view.nodes[1]?.state ?? {}) as object).length;
const both = { both: { holds: (view: View) => marks(view) === 2 } };
const letters = (budgets: Partial<Budgets> = {}, bounds = {}, goals: object = both) =>
  explore(worldOf(tiny.marked('a', 'b'), budgets), { ...tiny.UNBOUNDED, ...bounds, goals: goals as never })
    .goals;

describe('whether a good state can still be reached', () => {
  it('it can from everywhere when nothing is lost', () => {
    expect(letters().both).toEqual({ holds: true, asked: 4, stuck: 0, undecided: 0, path: null });
  });
  it('it cannot once a letter is gone: losing one is no way of hope, and no state that lost one is good', () => {
    const { both: found } = letters({ maxLost: 1 });
    // Gone: one of two, with the other on its way or delivered.
    expect(found).toMatchObject({ holds: false, asked: 8, stuck: 4, undecided: 0 });
    expect(found?.path).toHaveLength(1);
    expect(found?.path?.[0]?.do).toBe('lose');
  });
  it('a fault is no way of hope, also where it would lead there', () => {
    const few = { few: { holds: (view: View) => marks(view) < 2 && view.messages.length === 0 } };
    const { states } = explore(worldOf(tiny.marked('a', 'b'), { maxLost: 1 }), tiny.UNBOUNDED);
    expect(letters({ maxLost: 1 }, {}, few).few).toMatchObject({ asked: states, stuck: 4 });
  });
  it('is asked only of the states it is to be asked of', () => {
    const from = (view: View) => marks(view) === 0;
    expect(letters({ maxLost: 1 }, {}, { both: { ...both.both, from } }).both).toMatchObject({
      asked: 3,
      stuck: 2,
    });
  });
  it('is not decided where the only ways left lead past a bound', () => {
    expect(letters({}, { depth: 1 }).both).toEqual({
      holds: null,
      asked: 3,
      stuck: 0,
      undecided: 3,
      path: null,
    });
    expect(letters({}, { states: 3 }).both).toMatchObject({ holds: null, undecided: 3 });
  });
  it('what is stuck is stuck, also where a bound was met', () => {
    const never = { never: { holds: () => false, from: (view: View) => marks(view) > 1 } };
    const world = worldOf(tiny.marked('a', 'b'), { maxDuplicated: 3 });
    const { complete, goals } = explore(world, { depth: 2, states: 1000, goals: never });
    expect(complete).toBe(false);
    expect(goals.never).toMatchObject({ holds: false, asked: 1, stuck: 1, undecided: 0 });
  });
  it('is not decided when it ended early', () => {
    const always = { few: (view: View) => marks(view) < 1 };
    const options = { ...tiny.UNBOUNDED, goals: both, always, untilBroken: true };
    expect(explore(worldOf(tiny.marked('a', 'b')), options).goals.both).toMatchObject({ holds: null });
  });
});

describe('two-phase commit blocks when its manager dies after somebody has prepared', async () => {
  const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
  const module = await loadProtocol('two-phase-commit');
  const goal = 'the transaction can still end';
  const asked = (bounds: object, options: object = {}) =>
    exploreScenario(scenario, module, { bounds, goals: [goal], ...options }).goals[goal];
  const managerDies = { maxCrashes: 1, mayCrash: ['tm'] };

  it('without a crash nobody waits in vain', () => {
    expect(asked({})).toMatchObject({ holds: true, asked: 288 });
  });
  it('with a crash neither, if the manager comes back with its disk', () => {
    expect(asked(managerDies)).toMatchObject({ holds: true, stuck: 0 });
  });
  it('if it stays down they wait for ever: one prepares, the manager goes down before it decides', () => {
    const found = asked(managerDies, { staysDown: true });
    expect(found?.holds).toBe(false);
    const steps = found?.path?.map((choice) => ('timer' in choice ? choice : null));
    expect(steps).toHaveLength(2);
    expect(steps).toContainEqual(expect.objectContaining({ node: 'tm', crashAfter: expect.any(Number) }));
    expect(steps).toContainEqual(expect.objectContaining({ timer: 'prepare' }));
  });
  it('a message lost for good is enough as well, since nobody asks again', () => {
    expect(asked({ redelivers: false })).toMatchObject({ holds: true });
    expect(asked({ redelivers: false, maxLost: 1 })).toMatchObject({ holds: false });
  });
});
