import { describe, expect, it } from 'vitest';
import { loadProtocol } from '#/protocols';
import { type Claim, claim } from '../schema/claim';
import { type Scenario, scenario } from '../schema/scenario';
import { proveClaim } from './claims';
import { threeNodes } from './kinds/kinds.fixture';
import { Lab } from './lab';

const lab = new Lab(scenario.parse(threeNodes) as Scenario, await loadProtocol('rpc'));

/** Bob reads 0 after the write of 1 has ended: as stale as can be, and in nobody's order of real time. */
const stale = [
  { process: 'alice', type: 'write', value: 1, start: 0, end: 10 },
  { process: 'bob', type: 'read', value: 0, start: 20, end: 30 },
];
const fresh = { process: 'bob', type: 'read', value: 1, start: 40, end: 50 };

function prove(operations: readonly object[], verdicts: Record<string, string>) {
  const given = {
    id: 'c',
    text: 'It is so.',
    kind: 'judged',
    subject: { object: 'register', initial: 0, operations },
    verdicts,
  };
  return proveClaim(lab, claim.parse(given) as Claim);
}

describe('a claim about a history', () => {
  it('holds when the judges say so, and names whom they blame', () => {
    expect(prove([...stale, fresh], { linearizable: 'violated', sequential: 'ok' })).toEqual({
      verdict: 'held',
      detail: 'Judged: linearizable violated, to blame 1, 2; sequential ok.',
    });
  });

  it('fails when they say otherwise', () => {
    const found = prove([...stale, fresh], { linearizable: 'ok' });
    expect(found.verdict).toBe('failed');
    expect(found.detail).toMatch(/^linearizable: wanted ok, and it is violated/);
  });

  it('fails when there is a second violation, since then no single operation is to blame', () => {
    const again = [
      { process: 'alice', type: 'write', value: 2, start: 60, end: 70 },
      { process: 'bob', type: 'read', value: 1, start: 80, end: 90 },
    ];
    const found = prove([...stale, fresh, ...again], { linearizable: 'violated' });
    expect(found.detail).toMatch(/which is blamed, it is violated all the same/);
  });

  it('fails when it asks nobody', () => {
    expect(prove(stale, {}).verdict).toBe('failed');
  });
});
