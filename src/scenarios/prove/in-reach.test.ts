import { expect, it } from 'vitest';
import { scenarioLoaders } from '#/protocols';
import { loadProtocol } from '../protocol';
import { claim as schema } from '../schema/claim';
import { scenario as scenarioSchema } from '../schema/scenario';
import { proveClaim } from './claims';
import { Lab } from './lab';

const lab = new Lab(
  scenarioSchema.parse(await scenarioLoaders['two-phase-commit']()),
  await loadProtocol('two-phase-commit'),
);
const params = { resourceManagers: 2 };
const managerDies = { maxCrashes: 1, mayCrash: ['tm'] };

const prove = (claim: object) =>
  proveClaim(
    lab,
    schema.parse({
      id: 'blocks',
      kind: 'in-reach',
      text: 'With the manager down for good, whoever is prepared waits for ever.',
      goal: 'the transaction can still end',
      params,
      bounds: managerDies,
      ...claim,
    }),
  );

it('holds, with how far it was explored and a way to a state that is stuck', () => {
  expect(prove({ holds: true })).toMatchObject({
    verdict: 'held',
    detail: expect.stringMatching(/in reach from all \d+ states/),
  });
  const blocked = prove({ holds: false, staysDown: true });
  expect(blocked.verdict).toBe('held');
  expect(blocked.detail).toMatch(/^Explored all \d+ states.*: out of reach from \d+ of \d+ states/);
  expect(blocked.detail).toMatch(/; a shortest way: .*crashes/);
});

it('fails when it is the other way round', () => {
  expect(prove({ holds: false }).verdict).toBe('failed');
  expect(prove({ holds: true, staysDown: true }).verdict).toBe('failed');
});

it('is not known when a bound was met and nothing was found', () => {
  const short = prove({ holds: true, bounds: { ...managerDies, depth: 2 } });
  expect(short).toMatchObject({ verdict: 'unknown', detail: expect.stringMatching(/not decided: from \d+/) });
});

it('of a goal that there is not is refused', () => {
  expect(() => prove({ holds: true, goal: 'luck' })).toThrow('has no goal "luck"');
});
