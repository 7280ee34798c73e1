/** Mistakes that need more than a storm: for each a schedule, told step by step, which the real Raft survives. */

import { describe, expect, it } from 'vitest';
import { type Command, type LinkRef, nodeId, operationsOf } from '#/kernel';
import { historyOf, judge } from '#/scenarios';
import { raft } from '.';
import { cut, mend, type Order, restart, run, type Setting } from './five.fixture';
import { type MutantName, mutants } from './mutants';

/** One way, from each of some to each of others. */
const oneWay = (some: readonly string[], others: readonly string[]): LinkRef[] =>
  some.flatMap((a) => others.map((b) => ({ from: nodeId(a), to: nodeId(b) })));
const both = (some: readonly string[], others: readonly string[]): LinkRef[] => [
  ...oneWay(some, others),
  ...oneWay(others, some),
];

function outcome(setting: Setting, params: Setting['params'] = {}) {
  const ran = run({ ...setting, params: { ...setting.params, ...params } });
  const operations = operationsOf(ran.world.trace);
  const history = historyOf('schedule', operations, raft);
  const verdict = history && judge(history, 'cas-register', 'linearizable').verdict;
  const safety = ran.broken.filter((name) => raft.properties[name]?.always);
  return { saw: ran.saw, broken: verdict === 'violated' ? [...safety, 'linearizable'] : safety };
}

const drift = (at: number, node: string, driftPpm: number): Order => [
  at,
  { verb: 'clock', node: nodeId(node), driftPpm } as Command,
];

/** S2 acknowledges Alice's entry and crashes before, or after, it is on its disk; then S2 and S3 go on alone. */
const acknowledged: Setting = {
  servers: 3,
  seed: 5,
  durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
  calls: [
    [820, 'alice', 'write', 1],
    [1500, 'bob', 'read'],
  ],
  script: [
    {
      when: { type: 'persisted', node: 'S1', key: 'log', nth: 2 },
      command: { verb: 'crash', node: nodeId('S2'), disk: 'kept', afterEffect: 2, on: 'AppendEntries' },
    },
  ],
  orders: [cut(700, both(['S3'], ['S1'])), cut(900, both(['S1'], ['S2'])), restart(950, 'S2')],
  untilMs: 4000,
};

/** Answers to S1 take long. It is cut off one way, and those on their way to it go on prolonging its lease. */
const slowAnswers: Setting = {
  servers: 3,
  seed: 17,
  params: { electionMinUs: 300_000, electionMaxUs: 360_000, retryUs: 50_000 },
  durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
  calls: [
    [600, 'bob', 'write', 1],
    [1250, 'bob', 'write', 2],
    [1690, 'alice', 'read'],
  ],
  orders: [
    [
      800,
      {
        verb: 'rule',
        links: oneWay(['S2', 'S3'], ['S1']),
        rules: { latency: { profile: 'constant', us: 250_000 } },
      },
    ],
    cut(1200, [...oneWay(['S1'], ['S2', 'S3']), ...both(['alice'], ['S2', 'S3'])]),
  ],
  untilMs: 3000,
};

/** Within the bound of 20 %, S1's clock is slow and the others' are fast. */
const unlikeClocks: Setting = {
  servers: 3,
  seed: 5,
  params: { electionMinUs: 600_000, electionMaxUs: 660_000, retryUs: 50_000, driftBoundPercent: 20 },
  durable: { alice: { home: 'S1' }, bob: { home: 'S2' } },
  calls: [
    [1500, 'bob', 'write', 1],
    [2010, 'bob', 'write', 2],
    [2640, 'alice', 'read'],
  ],
  orders: [
    drift(1900, 'S1', -190_000),
    drift(1900, 'S2', 190_000),
    drift(1900, 'S3', 190_000),
    cut(2000, both(['S1', 'alice'], ['S2', 'S3'])),
  ],
  untilMs: 4000,
};

/**
 * Ongaro's counterexample (raft-dev, 10 July 2015), with S1 to S4 as the members at first. S1 adds S5 and reaches only
 * S5; S2 or S3 is elected, removes S1 and reaches only the other. Two majorities that do not meet.
 */
const halves: Setting = {
  seed: 5,
  durable: {
    ...Object.fromEntries(
      ['S1', 'S2', 'S3', 'S4', 'S5'].map((id) => [id, { members: ['S1', 'S2', 'S3', 'S4'] }]),
    ),
    alice: { home: 'S1' },
    bob: { home: 'S2' },
  },
  calls: [
    [810, 'alice', 'add', 'S5'],
    [1500, 'bob', 'remove', 'S1'],
    [1800, 'bob', 'write', 7],
    [3300, 'alice', 'write', 9],
  ],
  script: [
    {
      when: { type: 'persisted', key: 'led', nth: 2 },
      command: { verb: 'cut', links: both(['S4'], ['S2', 'S3']) },
    },
  ],
  orders: [
    cut(800, both(['S1', 'S5', 'alice'], ['S2', 'S3', 'S4'])),
    cut(800, both(['bob'], ['S1', 'S4', 'S5'])),
    mend(2300, both(['S1', 'S5', 'alice'], ['S4'])),
  ],
  untilMs: 6000,
};

describe('a schedule within what Raft assumes shows what is wrong with', () => {
  it.each<[MutantName, Setting]>([
    ['answers-before-storing', acknowledged],
    ['lease-from-the-answer', slowAnswers],
    ['lease-without-margin', unlikeClocks],
    ['changes-members-at-once', halves],
  ])('%s', (mutant, setting) => {
    const params = raft.mutants?.[mutant]?.params ?? {};
    expect(outcome(setting, params).broken).toEqual([]);
    expect(outcome(setting, { ...params, mutant }).broken).toContain(mutants[mutant].breaks);
  });
});
