/** Five servers serve clients through a cut and a crash, whichever way they read, vote and keep their logs. */

import { describe, expect, it } from 'vitest';
import { operationsOf } from '#/kernel';
import { historyOf, judge, objectOf } from '#/scenarios';
import { raft } from '.';
import { border, crash, cut, mend, type Params, restart, run } from './five.fixture';

const minority = border(['S1', 'S2']);
const trouble = [cut(950, minority), mend(1500, minority), crash(1600, 'S3'), restart(1900, 'S3')];

describe('a register on five servers', () => {
  it.each<[string, Params]>([
    ['as it comes', {}],
    ['with pre-vote', { preVote: true }],
    ['with lease reads', { reads: 'lease' }],
    ['with reads through the log', { reads: 'log' }],
    ['with snapshots', { snapshotEvery: 2 }],
  ])('%s', (_, params) => {
    const { world, saw, broken } = run({
      params,
      calls: [
        [400, 'alice', 'write', 1],
        [460, 'bob', 'read'],
        [800, 'alice', 'cas', [1, 2]],
        [900, 'bob', 'read'],
        [1000, 'bob', 'write', 7],
        [1800, 'alice', 'read'],
        [1800, 'bob', 'cas', [8, 9]],
      ],
      orders: trouble,
    });
    const values = ['1', '1', 'true', '2', '7', '7', 'false'];
    expect(saw).toEqual(values.map((value) => `ok value ${value}`));
    expect(broken).toEqual([]);
    const history = historyOf('run', operationsOf(world.trace), raft);
    expect(history && judge(history, objectOf(raft) ?? 'register', 'linearizable').verdict).toBe('ok');
  });
});
