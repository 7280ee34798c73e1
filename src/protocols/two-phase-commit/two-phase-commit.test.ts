import { describe, expect, it } from 'vitest';
import {
  exploreScenario,
  finish,
  loadProtocol,
  type Scenario,
  scenarioProblems,
  scenario as schema,
  type Variant,
} from '#/scenarios';
import { MUTANTS } from './mutants';
import data from './scenarios/two-phase-commit';

const scenario: Scenario = schema.parse(data);
const module = await loadProtocol('two-phase-commit');
const ending = (variant: Variant) => module.observers.decision?.(finish(scenario, module, variant).view);

it('its scenario is well formed', () => {
  expect(scenarioProblems(scenario, module)).toEqual([]);
});

describe('in time', () => {
  it('everybody commits when everybody is willing', () => {
    expect(ending({})).toBe('all committed');
    expect(ending({ knobs: { 'resource-managers': 6 } })).toBe('all committed');
  });
  it('everybody aborts when one refuses, once the manager has lost patience', () => {
    expect(ending({ knobs: { refusing: 1 } })).toBe('all aborted');
  });
  it('everybody aborts when the manager never hears from one', () => {
    expect(ending({ knobs: { loss: 100 } })).toBe('prepared, and waiting');
    const links = [{ from: 'rm2', to: 'tm' }] as never;
    expect(ending({ script: [{ at: 0, command: { verb: 'cut', links } }] })).toBe('all aborted');
  });
  it('who is prepared waits while the manager is down, and hears from it when it is back', () => {
    const down = { at: 60_500, command: { verb: 'crash', node: 'tm', disk: 'kept' } } as never;
    const back = { at: 2_000_000, command: { verb: 'restart', node: 'tm' } } as never;
    expect(ending({ script: [down] })).toBe('prepared, and waiting');
    expect(ending({ script: [down, back] })).toBe('all aborted');
    // Between the decision's way to the disk and its way to everybody else.
    const decided = { verb: 'crash', node: 'tm', disk: 'kept', afterEffect: 3, on: 'commit' };
    const later = { at: 0, command: decided } as never;
    expect(ending({ script: [later] })).toBe('prepared, and waiting');
    expect(ending({ script: [later, back] })).toBe('all committed');
  });
});

/** What may go wrong, where it goes wrong for each mistake, and how many steps away. */
const faults = { redelivers: false, maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
const mistakes: readonly (readonly [keyof typeof MUTANTS, object, number])[] = [
  ['counts-copies', { redelivers: true }, 7],
  ['majority-is-enough', { redelivers: true }, 7],
  ['prepared-may-abort', { redelivers: true }, 9],
  ['forgets', faults, 10],
  ['says-before-writing', faults, 10],
];

describe('no resource manager commits while another aborts', () => {
  const asked = (mutant: string, bounds: object, resourceManagers = 3) =>
    exploreScenario(scenario, module, {
      bounds,
      properties: ['consistent'],
      variant: { params: { mutant, resourceManagers } },
      untilBroken: true,
    });
  it('whatever arrives again', () => {
    expect(asked('none', { redelivers: true })).toMatchObject({ complete: true, violations: {} });
  });
  it('whoever crashes, at whatever effect, and whatever is lost or copied', () => {
    expect(asked('none', faults, 2)).toMatchObject({ complete: true, violations: {} });
  });
  it('a mistake of every kind is tried', () => {
    expect(mistakes.map(([mutant]) => mutant)).toEqual(Object.keys(MUTANTS));
  });
  it.each(mistakes)('is broken when it %s', (mutant, bounds, steps) => {
    expect(asked(mutant, bounds).violations.consistent?.path).toHaveLength(steps);
  });
});
