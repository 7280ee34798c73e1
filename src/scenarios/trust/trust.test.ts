import { describe, expect, it } from 'vitest';
import { type ProtocolModule, scenarioLoaders } from '#/protocols';
import { openLink } from '../link/open';
import { loadProtocol } from '../protocol';
import { type Scenario, scenario as schema } from '../schema/scenario';
import { heldTo } from './promised';
import { brokenPromises, type Trust, type TrustBudget, trustIn } from './trust';

const little: TrustBudget = { schedules: 40, events: 60_000, each: 5_000, states: 5_000 };

async function worldNamed(name: keyof typeof scenarioLoaders) {
  const scenario = schema.parse(await scenarioLoaders[name]());
  return { scenario, module: await loadProtocol(scenario.protocol) };
}

const commit = await worldNamed('two-phase-commit');
const trust = ({ scenario, module }: { scenario: Scenario; module: ProtocolModule }): Trust =>
  trustIn(scenario, module, little);
const wrong = (mutant: string): Trust => {
  const bounds = { ...commit.scenario.explore, params: { ...commit.scenario.explore?.params, mutant } };
  const scenario = { ...commit.scenario, params: { ...commit.scenario.params, mutant }, explore: bounds };
  return trust({ scenario: scenario as Scenario, module: commit.module });
};

describe('what a scenario is worth', () => {
  it('is how many storms it survived, and every state where all were tried', () => {
    const { tried, explored, followedUs } = trust(commit);
    expect(tried).toEqual([
      { property: 'consistent', promised: true, schedules: 40, brokenBy: null, undecided: false, link: null },
    ]);
    expect(explored).toMatchObject({ states: 288, complete: true, redelivers: true, broken: [] });
    expect(followedUs).toBeNull();
    expect(brokenPromises(trust(commit))).toEqual([]);
  });

  it('is the same whoever counts', () => {
    expect(trust(commit)).toEqual(trust(commit));
  });

  it('leaves out exploring where there is no world without time, and nothing else that goes wrong', async () => {
    const { scenario, module } = await worldNamed('raft-three');
    const explore = { ...scenario.explore, params: { ...scenario.explore?.params, reads: 'lease' } };
    const leases = { ...scenario, explore } as Scenario;
    expect(trustIn(leases, module, { ...little, schedules: 1 }).explored).toBeNull();
    const nobody = { ...scenario, observe: 'nobody' };
    expect(() => trustIn(nobody, module, { ...little, schedules: 1 })).toThrow('no observer');
  });

  it('is honest about what was not tried to the end', () => {
    const { scenario, module } = commit;
    const { explored } = trustIn(scenario, module, { ...little, states: 100 });
    expect(explored).toMatchObject({ states: 100, complete: false });
  });
});

describe('a protocol that does not do what is promised of it', () => {
  // No scenario says that it is wrong: as if somebody had changed the right one so.
  const planted = (mutant: string): ProtocolModule => {
    const { protocol, ...rest } = commit.module;
    return { ...rest, protocol: { ...protocol, params: { ...protocol.params, mutant } } };
  };

  it.each(['counts-copies', 'majority-is-enough', 'prepared-may-abort', 'forgets'])(
    'is refused: %s',
    (mutant) => {
      const { scenario } = commit;
      const refused = trustIn(scenario, planted(mutant), { ...little, schedules: 500, events: 500_000 });
      expect(brokenPromises(refused)).toEqual(['consistent']);
    },
  );

  it('is held to nothing where the scenario says that it is wrong, and told of all the same', () => {
    const [mutant = ''] = Object.keys(commit.module.mutants ?? {});
    const told = wrong(mutant);
    expect(told.tried.map(({ promised }) => promised)).toEqual([false]);
    expect(brokenPromises(told)).toEqual([]);
  });
});

describe('what nobody promises', () => {
  it('is asked, and told which schedule broke it', async () => {
    const register = await worldNamed('register');
    const { tried } = trust(register);
    expect(tried).toMatchObject([{ property: 'linearizable', promised: false, schedules: 0, brokenBy: 1 }]);
    const catalogue = { scenarios: { register: register.scenario } } as never;
    const opened = await openLink(tried[0]?.link as string, catalogue, loadProtocol);
    expect(opened).toMatchObject({ ok: true });
    expect(brokenPromises(trust(register))).toEqual([]);
  });

  it('does not shorten what the others survive', async () => {
    const { tried } = trust(await worldNamed('clock-store'));
    const schedules = Object.fromEntries(tried.map((one) => [one.property, one.schedules]));
    expect(schedules).toEqual({
      'replicas agree': 40,
      'no negative monotonic duration': 40,
      linearizable: 0,
    });
  });

  it('is nothing at all in a world without promises', async () => {
    const { scenario, module } = await worldNamed('home');
    expect(heldTo(scenario, module)).toEqual({ promised: [], asked: [] });
    expect(trust({ scenario, module })).toMatchObject({ tried: [], events: 0, explored: null });
  });
});

it('a small world that is there for a mistake is tried less than the world it is part of', async () => {
  const { tried } = trust(await worldNamed('raft-pair'));
  expect(tried.map(({ schedules, brokenBy }) => [schedules, brokenBy])).toEqual(tried.map(() => [8, null]));
});

it('a long run is followed for a while, and as often as the budget allows', async () => {
  const { scenario, module } = await worldNamed('cascading');
  const { tried, followedUs, events } = trust({ scenario, module });
  expect(followedUs).toBeGreaterThan(0);
  expect(followedUs).toBeLessThan(scenario.stop.atUs);
  expect(tried.map(({ schedules, brokenBy }) => [schedules, brokenBy])).toEqual(tried.map(() => [12, null]));
  expect(events).toBeLessThan(2 * little.events);
});
