/** The small worlds that are named for the mistakes: in each the mistake is found, and Raft as it should be survives. */

import { describe, expect, it, vi } from 'vitest';
import {
  loadProtocol,
  type Searched,
  type SearchOptions,
  scenarioLoaders,
  scenarioProblems,
  scenario as schema,
  searchScenario,
  shortestWay,
  smallWorld,
} from '#/scenarios';
import { type MutantName, mutants } from './mutants';

vi.setConfig({ testTimeout: 60_000 });

// With the consistency models among its properties.
const module = await loadProtocol('raft');
const names = Object.keys(mutants) as MutantName[];
const worldOf = async (mutant: string) => {
  const world = await smallWorld(module, mutant);
  if (!world) throw new Error(`${mutant} names no world`);
  return world;
};

async function searched(mutant: MutantName, options: SearchOptions): Promise<Searched> {
  const { scenario, variant } = await worldOf(mutant);
  const looking = searchScenario(scenario, module, { variant, more: 0, ...options });
  for (let next = looking.next(); ; next = looking.next()) if (next.done) return next.value;
}

describe('the small world of each mistake', () => {
  it.each(names)('%s: is there, and well formed', async (mutant) => {
    const { scenario } = await worldOf(mutant);
    expect(Object.keys(scenarioLoaders)).toContain(scenario.name);
    expect(scenarioProblems(scenario, module)).toEqual([]);
    expect(schema.parse(scenario)).toEqual(scenario);
  });
  it.each(names)('%s: Raft as it should be survives twenty storms there', async (mutant) => {
    const quiet = await searched(mutant, {
      schedules: 20,
      properties: [...new Set([mutants[mutant].breaks, 'election safety', 'leader completeness'])],
    });
    expect(quiet).toMatchObject({ found: null, schedules: 20, undecided: [] });
  });
});

describe('soon found there', () => {
  it.each<[MutantName, string]>([
    ['votes-for-any-log', 'to lead term'],
    ['counts-reachable', 'As entry'],
    ['does-not-step-down', 'have both led term'],
    ['counts-late-votes', 'have both led term'],
    ['counts-votes-twice', 'have both led term 1'],
    ['counts-old-terms', 'of term 2 was committed'],
    ['commits-what-does-not-fit', 'As entry'],
    ['skips-the-no-op', 'read'],
    ['keeps-its-vote', 'A leader serves'],
  ])('%s, and it is said why: %s', async (mutant, words) => {
    const { found } = await searched(mutant, { mutant, schedules: 200 });
    expect(found?.property).toBe(mutants[mutant].breaks);
    expect(found?.explains.sentence).toContain(words);
    expect(found?.link).toMatch(/^#s=/);
  });
  it('and where the search goes on, a smaller one', async () => {
    const mutant = 'votes-for-any-log';
    const first = await searched(mutant, { mutant });
    const smaller = await searched(mutant, { mutant, more: 20_000 });
    const steps = smaller.found?.explains.steps ?? 0;
    expect(steps).toBeLessThan(first.found?.explains.steps ?? 0);
    expect(smaller.found?.nth).toBe(first.found?.nth);
    const least = shortestWay(await worldOf(mutant), module, mutant, 300_000);
    expect(least).toEqual({ choices: 8 });
    expect(steps).toBeGreaterThanOrEqual(8);
    expect(steps).toBeLessThanOrEqual(12);
  });
});
