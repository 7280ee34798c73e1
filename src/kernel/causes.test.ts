/** Happens-before, read from traces, against its definition; and patterns that point at moments. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { future, past, predecessors, relation } from './causes';
import { count, find, fits } from './pattern';
import { ring, ringConfig } from './testing/ring';
import { a, b, stage } from './testing/story';
import { World } from './world';

describe('causes', () => {
  const { trace } = stage(
    [
      [0, 'a', ['send', 'b', 'x', [['send', 'c', 'y']]]],
      [1_000, 'c', ['note', 'alone']],
    ],
    { nodes: 'abc' },
  ).run();
  const id = (type: string, kind?: string) =>
    trace.find((e) => e.type === type && (kind === undefined || ('kind' in e && e.kind === kind)))
      ?.id as number;

  it('run from a message to what its receiver does, over any number of hops', () => {
    expect(relation(trace, id('sent', 'x'), id('delivered', 'y'))).toBe('before');
    expect(relation(trace, id('delivered', 'y'), id('sent', 'x'))).toBe('after');
    expect(relation(trace, id('note'), id('sent', 'x'))).toBe('concurrent');
    expect(relation(trace, id('note'), id('delivered', 'y'))).toBe('before');
    expect(relation(trace, 3, 3)).toBe('same');
  });

  it('run from one hand on a message to the next, and to its end', () => {
    const hi = { from: a, to: b, kind: 'hi', nth: 1 };
    const world = stage([[0, 'a', ['send', 'b', 'hi']]]).run(0);
    const verbs = ['hold', 'release', 'duplicate'] as const;
    for (const [i, verb] of verbs.entries()) world.apply({ verb, message: hi }, 1_000 * (i + 1));
    const run = world.run().trace;
    const of = (type: string, copy: number) =>
      run.find((e) => e.type === type && 'copy' in e && e.copy === copy)?.id as number;
    expect(relation(run, of('held', 0), of('released', 0))).toBe('before');
    expect(relation(run, of('released', 0), of('duplicated', 1))).toBe('before');
    expect(relation(run, of('released', 0), of('delivered', 0))).toBe('before');
    expect(relation(run, of('duplicated', 1), of('delivered', 1))).toBe('before');
  });

  it('agree with the definition on any run: the transitive closure of cause and of order at a node', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(200), (seed, place) => {
        const run = new World(ringConfig(seed, 60), ring).run().trace;
        const before = predecessors(run);
        const target = place % run.length;
        // The slow way: grow the set until nothing is added.
        const slow = new Set<number>();
        for (let grew = true; grew; ) {
          grew = false;
          for (const e of run) {
            const reached = e.id === target || slow.has(e.id);
            for (const p of reached ? (before[e.id] ?? []) : []) {
              if (!slow.has(p)) grew = Boolean(slow.add(p));
            }
          }
        }
        expect(past(run, target, before)).toEqual(slow);
        for (const p of slow) expect(future(run, p, before)).toContain(target);
        expect(future(run, target, before).size + slow.size).toBeLessThan(run.length);
      }),
      { numRuns: 60 },
    );
  });

  it('never run backwards: each comes before what it causes', () => {
    for (const [i, list] of predecessors(trace).entries()) for (const p of list) expect(p).toBeLessThan(i);
  });
});

describe('a pattern', () => {
  const { trace } = stage([
    [0, 'a', ['send', 'b', 'x'], ['persist', 'k', 1], ['after', 't', 5]],
    [50, 'a', ['send', 'b', 'x'], ['stay open'], ['after', 'u', 5, [['complete', 'unknown']]]],
  ]).run();

  it('fits when all that it names is so', () => {
    expect(count({ type: 'sent' }, trace)).toBe(2);
    expect(count({ type: 'sent', kind: 'x', from: 'a', to: 'b' }, trace)).toBe(2);
    expect(count({ type: 'sent', to: 'a' }, trace)).toBe(0);
    expect(count({ type: 'persisted', key: 'k' }, trace)).toBe(1);
    expect(count({ type: 'timer fired', name: 'u' }, trace)).toBe(1);
    expect(count({ type: 'completed', outcome: 'unknown', seen: 'timeout' }, trace)).toBe(1);
    expect(count({ type: 'completed', outcome: 'unknown', seen: 'value' }, trace)).toBe(0);
    expect(count({ type: 'completed', op: 'a/1' }, trace)).toBe(1);
  });

  it('points at its nth fit, within a part of the trace if asked', () => {
    const first = find({ type: 'sent' }, trace);
    const second = find({ type: 'sent', nth: 2 }, trace);
    expect([first?.at, second?.at]).toEqual([0, 50]);
    expect(find({ type: 'sent', nth: 3 }, trace)).toBeNull();
    expect(find({ type: 'sent', nth: 2 }, trace, second?.id)).toBeNull();
    expect(count({ type: 'sent' }, trace, second?.id)).toBe(1);
  });

  it('may name the verb of a command', () => {
    const world = stage([]);
    world.apply({ verb: 'set', param: 'patience', value: 1 });
    const entry = world.trace.at(-1);
    expect(entry && fits({ type: 'command', verb: 'set' }, entry)).toBe(true);
    expect(entry && fits({ type: 'command', verb: 'cut' }, entry)).toBe(false);
  });
});
