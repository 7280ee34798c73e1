/** All schedules of small worlds: what is counted, what breaks, and that no more is said than was looked at. */

import { expect, it } from 'vitest';
import { loadProtocol, type Scenario, scenarioLoaders, scenario as schema } from '#/scenarios';
import { boundsText } from './EverySchedule';
import { type Every, everyText, exploreEvery, worldOf } from './every';

const scenario: Scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const named = (name: string) => name;

it('two-phase commit has as many states as were published, and keeps its promise in each', async () => {
  const every = await exploreEvery({ scenario });
  expect(every).toMatchObject({ states: 288, depth: 10, complete: true, broken: null });
  expect(everyText(every, named)).toBe(
    'These are all: 288 states, up to 10 steps deep. In each of them it keeps “consistent”.',
  );
  expect(every.goals.map(({ holds }) => holds)).toEqual([true]);
});

it('one that is wrong is broken on a shortest way, told step by step', async () => {
  const every = await exploreEvery({ scenario, mutant: 'prepared-may-abort' });
  expect(every.broken?.property).toBe('consistent');
  expect(every.broken?.steps.length).toBeGreaterThan(3);
  expect(every.goals).toEqual([]);
  expect(everyText(every, named)).toMatch(/^“consistent” is broken after \d+ steps; \d+ states had/);
});

it('a mistake that has a small world is explored within the bounds of it', async () => {
  const row = schema.parse(await scenarioLoaders['raft-row']());
  const every = await exploreEvery({ scenario: row, mutant: 'counts-reachable' });
  expect(every.broken).toMatchObject({ property: 'state-machine safety' });
  const halves = schema.parse(await scenarioLoaders['raft-halves']());
  const module = await loadProtocol('raft');
  expect(worldOf(module, row, 'forgets-vote').bounds.maxCrashes).toBe(1);
  expect(worldOf(module, halves, 'forgets-vote').bounds.maxCrashes).toBe(halves.explore?.maxCrashes);
});

it('what is not there is refused with a sentence', async () => {
  await expect(exploreEvery({ scenario, property: 'luck' })).rejects.toThrow('no property "luck"');
});

it('one that asks its clock is left to storms, and told so', async () => {
  const leases = schema.parse(await scenarioLoaders['raft-row-leases']());
  const asked = exploreEvery({ scenario: leases, mutant: 'lease-without-margin' });
  await expect(asked).rejects.toThrow('no clock says anything; storms have time');
});

it('where a bound was met, what lies beyond is not spoken of', () => {
  const every: Every = {
    properties: ['p'],
    states: 5000,
    depth: 7,
    complete: false,
    broken: null,
    goals: [],
  };
  expect(everyText(every, named)).toBe(
    'A bound was met after 5,000 states. In each of them it keeps “p”. Beyond them nobody has looked.',
  );
});

it('bounds are told as what may go wrong', () => {
  expect(boundsText({ maxLost: 0, maxDuplicated: 2, maxCrashes: 1 })).toBe(
    'no lost messages, at most 2 doubled messages, at most one crash',
  );
  expect(boundsText({ redelivers: true })).toBe(
    'no lost messages, any message again at any time, no crashes',
  );
});
