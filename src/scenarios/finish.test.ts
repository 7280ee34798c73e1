import { expect, it } from 'vitest';
import { loadProtocol } from '#/protocols';
import { finish, holds } from './finish';
import { checkText } from './prove/check-text';
import { small } from './prove/small.fixture';
import { type Check, check } from './schema/claim';
import { type Scenario, scenario } from './schema/scenario';

const world = scenario.parse(small.scenario) as Scenario;
const module = await loadProtocol(world.protocol);
const run = finish(world, module);
const first = run.operations[0];
const asked = (given: object) => {
  const read = check.parse(given) as Check;
  return { ...holds(read, run, world, module), wants: checkText(read) };
};

it('knows what an operation saw and how it ended, and says so when it is asked for something else', () => {
  const operation = first?.id;
  const saw = first?.seen?.value;
  expect(saw).toBeDefined();
  expect(asked({ operation, saw })).toMatchObject({ holds: true, wants: `${operation} sees ${saw}` });
  expect(asked({ operation, saw: 'nothing of the kind' })).toMatchObject({
    holds: false,
    said: `${operation} saw ${saw}`,
  });
  expect(asked({ operation, ended: first?.outcome }).holds).toBe(true);
  expect(asked({ operation, ended: 'unknown' }).holds).toBe(false);
  expect(asked({ operation: 'nobody/1', ended: 'open' })).toMatchObject({
    holds: false,
    said: 'there is no nobody/1',
  });
});
