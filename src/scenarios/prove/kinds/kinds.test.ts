import { describe, expect, it } from 'vitest';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import { scenarioProblems } from '../../catalogue/sense';
import { question } from '../../schema/quiz';
import { type Scenario, scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { Lab } from '../lab';
import * as fixtures from './kinds.fixture';
import { conflictIn, gradePoints, linearizationPointsKey } from './linearization-points';
import { type Broken, lab, prove, rpc, world } from './proving.fixture';
import { gradeStaleReads, staleReads } from './stale-reads';
import { shownHistory } from './subject';

it('stands on a scenario without problems', () => {
  expect(scenarioProblems(world, rpc)).toEqual([]);
});

describe('stale reads', () => {
  const reads = (change: (q: Broken) => void = () => {}) => {
    const copy = structuredClone(fixtures.stale) as Broken;
    change(copy.subject.operations);
    const { initial, operations } = copy.subject;
    const filled = operations.map((op: Broken) => ({ outcome: op.end === null ? 'unknown' : 'ok', ...op }));
    return staleReads({ name: 'test', initial, operations: filled });
  };

  it('counts the writes that began after the one that was read had ended, and ended before the read began', () => {
    expect(reads()).toEqual([
      { read: 4, of: 2, newer: [] },
      { read: 5, of: null, newer: [1, 2] },
      { read: 6, of: 3, newer: [] },
    ]);
  });

  it('counts no write that nobody saw end, and none that ran beside the read or the other write', () => {
    const seen = reads((ops) => {
      ops.splice(
        0,
        ops.length,
        { process: 'A', type: 'write', value: 1, start: 0, end: null },
        { process: 'B', type: 'read', value: 1, start: 10, end: 20 },
        { process: 'C', type: 'read', value: 0, start: 30, end: 40 },
        { process: 'B', type: 'write', value: 2, start: 30, end: 50 },
        { process: 'C', type: 'write', value: 3, start: 45, end: 60 },
        { process: 'D', type: 'read', value: 2, start: 70, end: 80 },
        { process: 'E', type: 'read', value: 1, start: 70, end: 80 },
        { process: 'F', type: 'read', value: 0, start: 55, end: 80 },
      );
    });
    expect(seen.map((r) => r.newer)).toEqual([[], [], [], [], [4]]);
  });

  it('keeps keys apart, and passes over writes that failed', () => {
    const seen = reads((ops) => {
      ops[1].key = 'x';
      ops[3].key = 'x';
      ops[2].outcome = 'failed';
      ops[5].value = 1;
    });
    expect(seen.map((r) => r.newer)).toEqual([[], [1], []]);
  });

  it.each<[string, (ops: Broken) => void, RegExp]>([
    ['a value written twice', (ops) => (ops[1].value = 1), /1 is written twice/],
    ['a value nobody wrote', (ops) => (ops[3].value = 9), /Operation 4 returns 9, which nobody wrote/],
    [
      'a value from the future',
      (ops) => Object.assign(ops[4], { start: 0, end: 5, value: 3 }),
      /before anybody/,
    ],
  ])('refuses %s', (_, change, words) => {
    expect(() => reads(change)).toThrow(words);
  });

  it('takes all of them and no other, or the word that there is none', () => {
    const key = { reads: reads() };
    expect(gradeStaleReads(key, { reads: [5], none: false })).toEqual({ right: true, missed: [], wrong: [] });
    expect(gradeStaleReads(key, { reads: [4], none: false })).toEqual({
      right: false,
      missed: [5],
      wrong: [4],
    });
    expect(gradeStaleReads(key, { reads: [], none: true })).toMatchObject({ right: false, missed: [5] });
    const calm = { reads: key.reads.filter((r) => r.read !== 5) };
    expect(gradeStaleReads(calm, { reads: [], none: true }).right).toBe(true);
    expect(gradeStaleReads(calm, { reads: [], none: false }).right).toBe(false);
  });

  it('are held by the definition and agree with the judge', () => {
    expect(prove(fixtures.stale)).toEqual({
      verdict: 'held',
      detail: 'Of 3 reads 5 are stale; linearizable: violated, which agrees.',
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    ['a wrong key', (q) => (q.expects = [4]), /words expect 4 to be stale; by the definition 5 are/],
    ['a key too small', (q) => (q.expects = []), /words expect none to be stale/],
    ['a note about a write', (q) => q.notes.push({ read: 1, because: 'x' }), /Operation 1 is no read/],
    [
      'no near miss',
      (q) => (q.notes = [{ read: 5, because: 'x' }]),
      /No note is about a read that looks stale/,
    ],
    ['one read', (q) => q.subject.operations.splice(3, 2), /fewer than two reads/],
    ['a run without a history', (q) => (q.subject = { run: {} }), /rpc has no history/],
  ])('the prover refuses %s', (_, change, words) => {
    expect(prove(fixtures.stale, change)).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(words),
    });
  });
});

describe('the strongest model', () => {
  it('is held by the judges', () => {
    expect(prove(fixtures.strongest)).toEqual({
      verdict: 'held',
      detail: 'The judges: linearizable violated, sequential ok, pram ok.',
    });
  });

  it('says none where none holds', () => {
    const detail = 'The judges: linearizable violated.*pram violated';
    const turned = (q: Broken) => {
      q.subject.operations.push(
        { process: 'B', type: 'read', value: 1, start: 60, end: 70 },
        { process: 'B', type: 'read', value: 0, start: 80, end: 90 },
      );
      q.expects = 'none';
    };
    expect(prove(fixtures.strongest, turned)).toMatchObject({
      verdict: 'held',
      detail: expect.stringMatching(detail),
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    [
      'a key too strong',
      (q) => (q.expects = 'linearizable'),
      /words expect linearizable; the judges say sequential/,
    ],
    ['a key too weak', (q) => (q.expects = 'pram'), /words expect pram; the judges say sequential/],
    ['a key of none', (q) => (q.expects = 'none'), /words expect none; the judges say sequential/],
    ['a model twice', (q) => q.options.push({ model: 'pram' }), /offered twice/],
    [
      'two that are strongest',
      (q) => {
        q.options = [{ model: 'causal' }, { model: 'causal-convergence' }];
        q.expects = 'causal';
      },
      /Neither of causal and causal-convergence is stronger/,
    ],
    [
      'a model for replicas nobody looked at',
      (q) => q.options.push({ model: 'convergent' }),
      /convergent does not apply/,
    ],
  ])('the prover refuses %s', (_, change, words) => {
    expect(prove(fixtures.strongest, change)).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(words),
    });
  });
});

describe('linearization points', () => {
  it('are held by the judge, where there are some and where there are none', () => {
    expect(prove(fixtures.points)).toMatchObject({
      verdict: 'held',
      detail: 'A placement works, as the judge says; 1 tempting ones do not.',
    });
    expect(prove(fixtures.nowhere)).toMatchObject({
      verdict: 'held',
      detail: expect.stringMatching(/^No placement works/),
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    ['a wrong key', (q) => (q.expects = 'none'), /words expect none; the judge says/],
    ['a decoy that works', (q) => (q.decoys[0].order = [2, 3, 1, 4]), /Decoy 1 works/],
    ['a decoy outside the bars', (q) => (q.decoys[0].order = [4, 2, 3, 1]), /Decoy 1 cannot be placed/],
    [
      'a decoy that leaves out what happened',
      (q) => (q.decoys[0].order = [2, 3]),
      /Decoy 1 cannot be placed/,
    ],
    [
      'an object without such an operation',
      (q) => (q.subject.object = 'queue'),
      /A queue begins with a list/,
    ],
    [
      'a bar without room',
      (q) => {
        Object.assign(q.subject.operations[3], { start: 71, end: 71 });
        q.subject.operations.push({ process: 'C', type: 'read', value: 1, start: 80, end: 100 });
      },
      /Operation 4 is too short/,
    ],
    [
      'a history in which anything goes',
      (q) => {
        q.subject.operations = q.subject.operations.slice(0, 2);
        q.decoys[0].order = [1, 2];
      },
      /nothing to find out\. Decoy 1 works/,
    ],
  ])('the prover refuses %s', (_, change, words) => {
    expect(prove(fixtures.points, change)).toMatchObject({
      verdict: 'failed',
      detail: expect.stringMatching(words),
    });
  });

  it('refuse a key of points where there are none', () => {
    expect(prove(fixtures.nowhere, (q) => (q.expects = 'points'))).toMatchObject({ verdict: 'failed' });
  });

  describe('as they are placed', () => {
    const placed = question.parse(fixtures.points) as QuestionOf<'linearization-points'>;
    const key = linearizationPointsKey(placed, rpc, (v) => lab.run(v));
    const grade = (points: Record<number, number>) => gradePoints(key, { points, none: false });
    it('must lie inside, be there, and be apart', () => {
      const [, second] = key.slots;
      expect(grade({ 1: 5, 2: 0, 3: 60, 4: 180 })).toMatchObject({
        why: 'outside',
        operation: second?.number,
      });
      expect(grade({ 1: 5, 2: 100, 3: 110 })).toMatchObject({ why: 'outside', operation: 4 });
      expect(grade({ 1: 100, 2: 100, 3: 110, 4: 200 })).toMatchObject({ why: 'tie', operations: [1, 2] });
    });
    it('name the first answer that is impossible, and what it would have been', () => {
      expect(grade({ 1: 50, 2: 60, 3: 110, 4: 200 })).toMatchObject({
        why: 'conflict',
        conflict: { operation: 4, would: 2, before: [1, 2, 3] },
      });
    });
    it('begin where they are not right', () => {
      expect(grade({ ...key.start })).toMatchObject({ right: false, why: 'conflict' });
    });
  });

  it('keep to the object, whatever it is', () => {
    const would = (object: string, initial: unknown, ops: [string, unknown, unknown?][]) => {
      const operations = ops.map(([type, value, result], i) => ({
        process: 'A',
        type,
        value,
        ...(result === undefined ? {} : { result }),
        start: i,
        end: i + 0.5,
        outcome: 'ok',
      }));
      const shown = { object, history: { name: 't', initial, operations } } as Broken;
      return conflictIn(
        shown,
        ops.map((_, i) => i + 1),
      );
    };
    expect(
      would('queue', null, [
        ['enqueue', 1],
        ['enqueue', 2],
        ['dequeue', 2],
      ]),
    ).toMatchObject({ operation: 3, would: 1 });
    expect(
      would('counter', 0, [
        ['add', 2],
        ['add', 3],
        ['read', 4],
      ]),
    ).toMatchObject({ operation: 3, would: 5 });
    expect(would('cas-register', 0, [['cas', [1, 2], true]])).toMatchObject({ operation: 1, would: false });
    expect(
      would('mutex', null, [
        ['acquire', null],
        ['acquire', null],
      ])?.would,
    ).toBeUndefined();
    expect(
      would('register', 0, [
        ['write', null],
        ['read', null],
      ]),
    ).toBeNull();
  });
});

const module = await loadProtocol('register');
const register = await scenarioLoaders.register();

describe('the history of a run', () => {
  const there = new Lab(scenario.parse(register) as Scenario, module);
  const calls = [
    { at: 100_000, node: 'alice', op: { f: 'write', value: 1 } },
    { at: 1_000_000, node: 'bob', op: { f: 'read' } },
    { at: 5_000_000, node: 'bob', op: { f: 'read' } },
  ];
  const shown = (workload: unknown) =>
    shownHistory({ run: { workload: workload as never } }, module, (variant) => there.run(variant));

  it('is told in milliseconds, and drawn evenly where its calls are short beside the time between them', () => {
    const { object, history, drawn, toScale } = shown(calls);
    expect(object).toBe('register');
    expect(history.operations.map((op) => op.start)).toEqual([100, 1000, 5000]);
    expect(toScale).toBe(false);
    expect(drawn.map((op) => [op.start, op.end])).toEqual([
      [0, 10],
      [20, 30],
      [40, 50],
    ]);
  });

  it('is too long to ask about beyond a dozen operations', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({
      at: i * 1_000_000,
      node: 'bob',
      op: { f: 'read' },
    }));
    expect(() => shown(many)).toThrow('13 operations; a question is about 12 at most');
  });
});
