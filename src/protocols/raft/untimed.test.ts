/** Three servers without time: every schedule of one election, and the shortest ones that break who gets it wrong. */

import { describe, expect, it, vi } from 'vitest';
import type { NodeId } from '#/kernel';
import { exploreScenario, scenario as schema } from '#/scenarios';
import { raft } from '.';
import type { MutantName } from './mutants';
import three from './scenarios/raft-three';

vi.setConfig({ testTimeout: 60_000 });

const scenario = schema.parse(three);
const safety = Object.keys(raft.properties).filter((name) => raft.properties[name]?.always);

/** Nobody calls. */
const explored = (crashes: readonly string[], mutant: MutantName | 'none' = 'none') =>
  exploreScenario(scenario, raft, {
    bounds: crashes.length === 0 ? {} : { maxCrashes: 1, mayCrash: crashes as NodeId[] },
    variant: { params: { mutant }, workload: [] },
    properties: safety,
  });

describe('every schedule of one election', () => {
  it('ends with one leader or, if all stood at once, with none', () => {
    const found = explored([]);
    expect(found.complete).toBe(true);
    expect(found.violations).toEqual({});
    expect(Object.keys(found.outcomes)).toEqual(['S1 in term 1', 'S2 in term 1', 'S3 in term 1', 'nobody']);
  });
  it('with a crash anywhere in S3, whose vote is on its disk; without, two lead', () => {
    const real = explored(['S3']);
    expect(real.complete).toBe(true);
    expect(real.violations).toEqual({});
    const { violations, outcomes } = explored(['S3'], 'forgets-vote');
    expect(Object.keys(violations)).toEqual(['election safety']);
    expect(Object.keys(outcomes)).toContain('S1 in term 1, S2 in term 1');
  });
});
