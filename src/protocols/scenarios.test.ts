/** The scenarios that belong to no lesson: each is well formed, and runs to what it is there to show. */

import { expect, it } from 'vitest';
import {
  exploreScenario,
  finish,
  loadProtocol,
  type Scenario,
  scenarioLoaders,
  scenarioProblems,
  scenario as schema,
} from '#/scenarios';
import home from './ask/scenarios/home';
import cascading from './cascade/scenarios/cascading';
import bank from './register/scenarios/bank';
import register from './register/scenarios/register';
import call from './rpc/scenarios/call';
import service from './service/scenarios/service';

const read = (data: unknown): Scenario => schema.parse(data);

it('hands each out under its own name', async () => {
  for (const [name, load] of Object.entries(scenarioLoaders)) {
    expect(read(await load()).name).toBe(name);
  }
});

it.each([
  ['home', home],
  ['call', call],
  ['register', register],
  ['bank', bank],
  ['service', service],
  ['cascading', cascading],
])('%s is well formed', async (name, data) => {
  const scenario = read(data);
  expect(scenario.name).toBe(name);
  expect(scenarioProblems(scenario, await loadProtocol(scenario.protocol))).toEqual([]);
});

it.each([
  ['register', register],
  ['bank', bank],
])('%s says how to show every message of every policy', async (_, data) => {
  const scenario = read(data);
  const module = await loadProtocol(scenario.protocol);
  for (const policy of module.choices.policy ?? []) {
    const { trace } = finish(scenario, module, { knobs: { policy } });
    const sent = new Set(trace.flatMap((entry) => (entry.type === 'sent' ? [entry.kind] : [])));
    expect([...sent].filter((kind) => !Object.hasOwn(scenario.kinds, kind))).toEqual([]);
  }
});

it('home: cutting the link is the one obvious thing to do, and silence follows', async () => {
  const scenario = read(home);
  const module = await loadProtocol('ask');
  const cut = scenario.actions.find((a) => a.primary)?.command as never;
  const script = [{ at: 140_000, command: cut }];
  expect(finish(scenario, module, { script }).view.nodes[0]?.words).toMatch(
    /^B: no answer, since .*C answered$/,
  );
  expect(finish(scenario, module).view.nodes[0]?.words).toBe('B answered; C answered');
});

it('call: its bounds are wide enough to explore it all', async () => {
  const found = exploreScenario(read(call), await loadProtocol('rpc'), { properties: call.checks });
  expect(found.complete).toBe(true);
  expect(found.violations).toEqual({});
});

it.each([
  ['register', register, 'linearizable'],
  ['bank', bank, 'nobody overdraws'],
])('%s: its bounds are wide enough, and what it is there to show is found', async (_, data, property) => {
  const scenario = read(data);
  const found = exploreScenario(scenario, await loadProtocol(scenario.protocol), {
    properties: [property],
    variant: { params: { followerReads: true, policy: scenario.name === 'bank' ? 'available' : 'leader' } },
  });
  expect(found.complete).toBe(true);
  expect(found.states).toBeLessThan(5000);
  expect(Object.keys(found.violations)).toEqual([property]);
});
