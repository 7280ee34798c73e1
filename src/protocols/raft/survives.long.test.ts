/** Raft as it should be in the small worlds of those who get it wrong, for as long as anybody has the patience. */

import { expect, it, vi } from 'vitest';
import { loadProtocol, type Scenario, searchScenario, smallWorld } from '#/scenarios';
import { mutants } from './mutants';

vi.setConfig({ testTimeout: 600_000 });

const module = await loadProtocol('raft');
const worlds = new Map<string, { scenario: Scenario; params: object }>();
for (const mutant of Object.keys(mutants)) {
  const small = await smallWorld(module, mutant);
  if (!small) continue;
  const params = small.variant.params ?? {};
  worlds.set(`${small.scenario.name} ${JSON.stringify(params)}`, { scenario: small.scenario, params });
}

it.each([...worlds])('%s: three thousand storms', (_, { params, scenario }) => {
  const looking = searchScenario(scenario, module, { variant: { params: { ...params } }, schedules: 3_000 });
  let next = looking.next();
  while (!next.done) next = looking.next();
  expect(next.value).toMatchObject({ found: null, schedules: 3_000, undecided: [] });
});
