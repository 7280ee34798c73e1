import { describe, expect, it } from 'vitest';
import { type Budgets, type Choice, UntimedWorld, type View } from '#/kernel';
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { explore } from './explore';
import { peers, type Row, type Table } from './peers.fixture';
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

/** The obvious way: all states by their whole texts, and from each a walk along the ways of hope. */
function stuckStates(start: UntimedWorld, isGood: (view: View) => boolean, staysDown: boolean): number {
  const hopeful = (choice: Choice) =>
    choice.do === 'restart'
      ? !staysDown
      : choice.do !== 'lose' && choice.do !== 'duplicate' && choice.crashAfter === undefined;
  const onward = new Map<string, { good: boolean; hope: string[] }>();
  const open = [start.checkpoint()];
  onward.set(start.stateKey(), { good: isGood(start.view()), hope: [] });
  for (const state of open) {
    const from = onward.get(start.restore(state).stateKey());
    const courses = [...start.choices()];
    for (let choice = courses.pop(); choice; choice = courses.pop()) {
      const taken = start.restore(state).take(choice);
      courses.push(...start.restore(state).courses(choice, taken));
      start.take(choice);
      const key = start.stateKey();
      if (hopeful(choice)) from?.hope.push(key);
      if (onward.has(key)) continue;
      onward.set(key, { good: isGood(start.view()), hope: [] });
      open.push(start.checkpoint());
    }
  }
  const reaches = (key: string) => {
    const [seen, todo] = [new Set([key]), [key]];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      const { good, hope } = onward.get(at) as { good: boolean; hope: string[] };
      if (good) return true;
      for (const next of hope) if (!seen.has(next)) todo.push(next);
      for (const next of hope) seen.add(next);
    }
    return false;
  };
  return [...onward.keys()].filter((key) => !reaches(key)).length;
}

describe('agrees with a walk from every state', () => {
  const quiet: Row = { grow: 0, send: 'nothing', kind: 'a', remembers: false };
  const tell = (send: Row['send'], timer = quiet): Table => [
    [{ grow: 1, send, kind: 'b', remembers: true }, { ...quiet, grow: 1 }, timer],
    [quiet, { grow: 1, send: 'nothing', kind: 'a', remembers: false }, timer],
  ];
  const starts = tell('back', { grow: 1, send: 'peers', kind: 'a', remembers: false });
  const done = (view: View) => view.nodes.every((n) => (n.state as { at?: number } | null)?.at === 2);
  const some = (view: View) => view.nodes.some((n) => (n.state as { at?: number } | null)?.at === 2);
  it.each([
    [{}, false],
    [{ maxLost: 1 }, false],
    [{ maxDuplicated: 1 }, false],
    [{ maxCrashes: 1 }, false],
    [{ maxCrashes: 1 }, true],
  ])('%o, who is down stays down: %s', (budgets, staysDown) => {
    const make = () => worldOf(peers(2, starts, tell('hub')), budgets);
    const goals = { done: { holds: done }, some: { holds: some } };
    const found = explore(make(), { ...tiny.UNBOUNDED, goals, staysDown }).goals;
    const counts = [stuckStates(make(), done, staysDown), stuckStates(make(), some, staysDown)];
    expect([found.done?.stuck, found.some?.stuck]).toEqual(counts);
    expect(counts[0]).toBeGreaterThan(0);
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
