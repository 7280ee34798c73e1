/** What must stay in reach: after a split vote somebody can still be elected, unless votes are kept for good. */

import { describe, expect, it, vi } from 'vitest';
import { exploreScenario, scenario as schema } from '#/scenarios';
import { raft } from '.';
import type { MutantName } from './mutants';
import three from './scenarios/raft-three';

vi.setConfig({ testTimeout: 60_000 });

const goal = 'a leader can still be elected';
const servers = ['S1', 'S2', 'S3'];
/** Each has voted for itself in term 1, and one more election may begin. */
const split = schema.parse({
  ...three,
  durable: {
    ...three.durable,
    ...Object.fromEntries(servers.map((id) => [id, { 'term and vote': { currentTerm: 1, votedFor: id } }])),
  },
});

const asked = (mutant: MutantName | 'none') =>
  exploreScenario(split, raft, {
    variant: { params: { mutant, maxTerm: 2 }, workload: [] },
    goals: [goal],
  });

describe('when the votes of a term are spent on three', () => {
  it('a leader of the next term is in reach', () => {
    const { complete, goals } = asked('none');
    expect(complete).toBe(true);
    expect(goals[goal]).toMatchObject({ holds: true, asked: 1 });
  });
  it('none is, ever, where a server keeps its vote', () => {
    const { complete, goals } = asked('keeps-its-vote');
    expect(complete).toBe(true);
    expect(goals[goal]).toMatchObject({ holds: false, asked: 1, stuck: 1, path: [] });
  });
});
