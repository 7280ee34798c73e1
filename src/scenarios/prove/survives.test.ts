import { describe, expect, it } from 'vitest';
import { scenarioLoaders } from '#/protocols';
import { loadProtocol } from '../protocol';
import type { Claim } from '../schema/claim';
import { claim as schema } from '../schema/claim';
import { scenario } from '../schema/scenario';
import { Lab } from './lab';
import { proveSurvives } from './survives';

const lab = new Lab(scenario.parse(await scenarioLoaders['raft-three']()), await loadProtocol('raft'));

const claim = (change: object = {}) =>
  schema.parse({
    id: 'storms',
    kind: 'survives',
    text: 'It comes through.',
    properties: ['election safety', 'log matching', 'leader completeness', 'state-machine safety'],
    storms: 20,
    seed: 1,
    ...change,
  }) as Extract<Claim, { kind: 'survives' }>;

describe('storms survived', () => {
  it('are held as so many, and as no proof', () => {
    expect(proveSurvives(lab, claim())).toEqual({
      verdict: 'held',
      detail: expect.stringMatching(/in 20 storms from seed 1: .* That is no proof\.$/),
    });
  });
  it('fail where a storm breaks something, and say which', () => {
    const { verdict, detail } = proveSurvives(
      lab,
      claim({
        variant: { params: { mutant: 'does-not-step-down' } },
        properties: ['election safety'],
        storms: 100,
      }),
    );
    expect(verdict).toBe('failed');
    expect(detail).toMatch(/“election safety” is broken in storm \d+\./);
  });
  it('want a promise that there is', () => {
    expect(() => proveSurvives(lab, claim({ properties: ['luck'] }))).toThrow(/no property "luck"/);
  });
});
