import { describe, expect, it } from 'vitest';
import { type Command, operationsOf, World } from '#/kernel';
import { type ProtocolModule, scenarioLoaders } from '#/protocols';
import { worldConfig } from './build';
import { openRun } from './link/open';
import { loadProtocol } from './protocol';
import { type Scenario, scenario as schema } from './schema/scenario';
import { type Searched, type SearchOptions, searchedProperties, searchScenario } from './search';
import { searchedText, stepText } from './search-words';

type Name = keyof typeof scenarioLoaders;

async function worldNamed(name: Name): Promise<{ scenario: Scenario; module: ProtocolModule }> {
  const scenario = schema.parse(await scenarioLoaders[name]());
  return { scenario, module: await loadProtocol(scenario.protocol) };
}

function searched(scenario: Scenario, module: ProtocolModule, options: SearchOptions = {}): Searched {
  // The first that is found will do, unless a test asks for a smaller one.
  const looking = searchScenario(scenario, module, { more: 0, ...options });
  for (let next = looking.next(); ; next = looking.next()) if (next.done) return next.value;
}

const commit = await worldNamed('two-phase-commit');
const call = await worldNamed('call');
const store = await worldNamed('clock-store');
const register = await worldNamed('register');
const bank = await worldNamed('bank');

/** Whether a run with these commands breaks the property, made anew. */
function breaks(
  { module, scenario }: typeof commit,
  found: NonNullable<Searched['found']>,
  without = -1,
): boolean {
  const steps = found.steps.filter((_, i) => i !== without);
  const world = new World(worldConfig(scenario, module, found.variant), module.protocol);
  const property = module.properties[found.property] as NonNullable<ProtocolModule['properties'][string]>;
  let broken = false;
  const look = () => {
    broken ||= !property.holds(world.view(), operationsOf(world.trace));
  };
  const to = (until: number) => {
    for (let at = world.nextAt(); at !== null && at <= until; at = world.nextAt()) {
      world.next();
      if (property.always) look();
    }
  };
  for (const { at, command } of steps) {
    to(at);
    if (world.refusal(command) === null) world.apply(command, at);
  }
  to(Number.MAX_SAFE_INTEGER);
  look();
  return broken;
}

describe('what is wrong is found, under faults that the protocol assumes', () => {
  const mutants = Object.keys(commit.module.mutants ?? {});
  it.each(mutants)('two-phase commit: %s', (mutant) => {
    const { found } = searched(commit.scenario, commit.module, { mutant, seed: 3, schedules: 500 });
    expect(found?.property).toBe('consistent');
    if (!found) return;
    expect(found.steps.length).toBeLessThanOrEqual(2);
    // It is broken without the search, and without any one of its steps it is not.
    expect(breaks(commit, found)).toBe(true);
    found.steps.forEach((_, i) => {
      expect(breaks(commit, found, i)).toBe(false);
    });
  });
  it.each([
    ['a call that is charged twice', call, { properties: ['charged at most once'] }, 1, undefined],
    ['a store that trusts its clocks', store, {}, 0, 3],
    ['a register whose followers answer reads', register, {}, 0, 2],
    ['a bank in which whoever is asked may pay', bank, { variant: { knobs: { policy: 'available' } } }, 1, 1],
  ] as const)('%s', (_, world, options, steps, calls) => {
    const { found } = searched(world.scenario, world.module, options);
    expect(found?.steps.length).toBe(steps);
    expect(found?.variant.workload?.length).toBe(calls);
    if (found) expect(breaks(world, found)).toBe(true);
  });
});

describe('what is right survives', () => {
  const none: SearchOptions = { schedules: 150 };
  it.each([
    ['two-phase commit', commit, none],
    ['a call, of what it does promise', call, none],
    ['a register with one leader', register, { ...none, variant: { knobs: { 'follower-reads': false } } }],
    ['a register of majorities', register, { ...none, variant: { knobs: { policy: 'majority' } } }],
  ] as const)('%s', (_, { module, scenario }, options) => {
    expect(searched(scenario, module, options)).toMatchObject({ found: null, schedules: 150, undecided: [] });
  });
  it('but not a disk that is lost, which nobody promised', () => {
    // Drawn storms keep disks; by hand one is lost, and the same property fails.
    const crash: Command = { verb: 'crash', node: 'tm' as never, disk: 'lost' };
    const lost = {
      ...commit.scenario,
      script: [
        { at: 66_500, command: crash },
        { at: 67_000, command: { verb: 'restart', node: 'tm' } },
      ],
    };
    const { found } = searched(lost as never, commit.module, {
      schedules: 1,
      properties: ['everybody decides', 'consistent'],
    });
    expect(found?.property).toBe('consistent');
  });
});

describe('a counterexample', () => {
  const mutant = { mutant: 'forgets', schedules: 100 };
  it('is the same one whenever it is searched for', () => {
    const { module, scenario } = commit;
    expect(searched(scenario, module, mutant)).toEqual(searched(scenario, module, mutant));
    const other = searched(scenario, module, { ...mutant, seed: 2, schedules: 500 });
    expect(other.found?.nth).not.toBe(searched(scenario, module, mutant).found?.nth);
  });
  it('is a run that a link opens, at the moment from which on it fails', () => {
    const { module, scenario } = commit;
    const { found } = searched(scenario, module, mutant);
    if (!found) throw new Error('nothing was found');
    expect(openRun(found.payload, scenario, module).ok).toBe(true);
    expect(found.link).toMatch(/^#s=v1\./);
    expect(found.payload.cursor).toEqual({ index: found.index, at: found.at });
  });
  it('says why, as far as it can be told: what led to it, and that this is enough', () => {
    const { found } = searched(commit.scenario, commit.module, mutant);
    expect(found?.explains.sentence).toBe(commit.module.properties.consistent?.words);
    expect(found?.explains.past.at(-1)).toBe(found?.index);
    expect(found?.explains.steps).toBeLessThan(found?.index ?? 0);
    const read = searched(register.scenario, register.module).found?.explains;
    expect(read?.sentence).toMatch(/read/);
    expect(read?.past.length).toBeGreaterThan(1);
  });
  it('of a promise about the end is marked where it begins to fail for good', () => {
    const { found } = searched(register.scenario, register.module);
    // The follower answers from its copy: at that moment there is no way back.
    const world = new World(
      worldConfig(register.scenario, register.module, found?.variant),
      register.module.protocol,
    );
    world.run();
    const ends = world.trace.filter((entry) => entry.type === 'completed');
    expect(ends.map(({ event }) => event)).toContain(found?.index);
  });
});

describe('what is asked', () => {
  it('is what a mutant breaks; without one, all that the scenario checks and that must hold always', () => {
    expect(searchedProperties(commit.scenario, commit.module, 'forgets')).toEqual(['consistent']);
    expect(searchedProperties(commit.scenario, commit.module)).toEqual(['consistent']);
    expect(searchedProperties(store.scenario, store.module)).toContain('linearizable');
  });
  it('must be there', () => {
    const asking = () => searched(call.scenario, call.module, { properties: ['luck'] });
    expect(asking).toThrow('Protocol rpc has no property "luck".');
    const home = () => searched(call.scenario, { ...call.module, properties: {} }, { properties: [] });
    expect(home).toThrow('which property is to be broken?');
  });
});

describe('in words', () => {
  const quiet: Searched = {
    found: null,
    properties: ['consistent'],
    schedules: 5000,
    events: 1,
    undecided: [],
  };
  it('says how far it looked, and never that it is proved', () => {
    expect(searchedText(quiet, 5000)).toBe(
      'No violation of “consistent” in 5,000 schedules. That is no proof.',
    );
    expect(searchedText(quiet, 9000)).toContain('The budget ran out before the 9,000 asked for.');
    expect(searchedText({ ...quiet, undecided: ['too long'] }, 5000)).toContain(
      'Not all could be judged: too long',
    );
  });
  it('names what was done', () => {
    const [tm, rm1] = ['tm', 'rm1'] as never[] as [never, never];
    const message = { from: rm1, to: tm, kind: 'prepared', nth: 1, copy: 1 };
    const said = [
      stepText({ verb: 'crash', node: tm, disk: 'kept', afterEffect: 3, on: 'commit' }),
      stepText({ verb: 'delay', message, byUs: 20_000 }),
      stepText({ verb: 'rule', links: [{ from: rm1, to: tm }], rules: { loss: 1 } }),
      stepText({ verb: 'clock', node: tm, driftPpm: 500 }),
      stepText({ verb: 'pause', node: tm }),
    ];
    expect(said).toEqual([
      'crash tm after 3 effects of the next commit',
      'delay prepared 1, copy 1, from rm1 to tm by 20 ms',
      'set loss 1 on rm1 to tm',
      'the clock of tm drifts by 500 ppm',
      'pause tm',
    ]);
  });
});
