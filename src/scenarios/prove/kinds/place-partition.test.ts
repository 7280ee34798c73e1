import { describe, expect, it } from 'vitest';
import { question } from '../../schema/quiz';
import type { QuestionOf } from '../answer-key';
import * as fixtures from './kinds.fixture';
import { allPartitions, gradePartition, linksAcross, partitionText, unitsOf } from './place-partition';
import { type Broken, lab, prove, rpc, world } from './proving.fixture';

describe('place the partition', () => {
  const asked = question.parse(fixtures.partition) as QuestionOf<'place-partition'>;

  it('knows every partition into two or three sides, each once', () => {
    const units = [['a'], ['b'], ['c'], ['d']];
    const all = allPartitions(units, 3).map(partitionText);
    // The Stirling numbers of the second kind for four: seven in two parts, six in three.
    expect(all).toHaveLength(13);
    expect(new Set(all).size).toBe(13);
    expect(allPartitions(units, 2)).toHaveLength(7);
    expect(
      allPartitions(
        Array.from({ length: 7 }, (_, i) => [`${i}`]),
        3,
      ),
    ).toHaveLength(364);
  });

  it('cuts every link between two sides, both ways, and no other', () => {
    expect(linksAcross(world, [['browser', 'payment'], ['spare']])).toEqual([
      { from: 'browser', to: 'spare' },
      { from: 'spare', to: 'browser' },
      { from: 'payment', to: 'spare' },
      { from: 'spare', to: 'payment' },
    ]);
  });

  it('keeps together what stays together', () => {
    expect(unitsOf({ together: [['browser', 'spare'] as never] }, world)).toEqual([
      ['browser', 'spare'],
      ['payment'],
    ]);
  });

  it('lets the run decide, and says what it said', () => {
    const grade = (sides: string[][]) => gradePartition(asked, sides, world, rpc, (v) => lab.run(v));
    expect(grade([['payment'], ['browser', 'spare']]).met).toBe(true);
    const wrong = grade([['payment', 'browser'], ['spare']]);
    expect(wrong).toMatchObject({ met: false, checked: [{ said: 'receipt, 1 charge' }] });
  });

  it('is proved by running every one of them', () => {
    expect(prove(fixtures.partition)).toEqual({
      verdict: 'held',
      detail:
        'All 4 partitions were run; 3 meet the goal: browser spare | payment; browser | payment spare; browser | payment | spare.',
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    [
      'a wrong key',
      (q) => (q.solution = [['browser', 'payment'], ['spare']]),
      /solution does not meet.*receipt, 1 charge/,
    ],
    [
      'a solution that misses a node',
      (q) => (q.solution = [['browser'], ['payment']]),
      /solution is no partition/,
    ],
    [
      'a decoy that works',
      (q) => (q.decoys[0].sides = [['payment'], ['browser', 'spare']]),
      /Decoy 1 meets the goal/,
    ],
    [
      'a decoy that cannot be drawn',
      (q) => (q.decoys[0].sides = [['payment'], ['moon']]),
      /Decoy 1 is no partition/,
    ],
    [
      'a goal that nothing meets',
      (q) => (q.goal = [{ outcome: 'receipt, 9 charges' }]),
      /No partition meets/,
    ],
    [
      'a goal that all meet',
      (q) => (q.goal = [{ count: { type: 'sent', kind: 'charge' }, is: 1 }]),
      /Every partition meets/,
    ],
    ['a group of strangers', (q) => (q.together = [['browser', 'moon']]), /moon are no nodes/],
    [
      'a node in two groups',
      (q) =>
        (q.together = [
          ['browser', 'spare'],
          ['payment', 'spare'],
        ]),
      /in two groups/,
    ],
    ['words for another goal', (q) => (q.says = ['One.', 'Two.']), /1 checks, and 2 sentences/],
    ['all in one group', (q) => (q.together = [['browser', 'payment', 'spare']]), /nothing to part/],
  ])('the prover refuses %s', (_, change, words) => {
    expect(prove(fixtures.partition, change)).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(words),
    });
  });
});
