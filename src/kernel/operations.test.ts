/** Operations: what is known of their ends, who may call when, and what a late reply is. */

import { describe, expect, it } from 'vitest';
import { operationsOf } from './history';
import { shop, shopConfig } from './testing/shop';
import { a, type Beat, b, calls, stage, told } from './testing/story';
import type { Outcome } from './trace';
import { World } from './world';

/** An operation that stays open until a timer ends it. */
const open = (at: number, us: number, outcome: Outcome): Beat => [
  at,
  'a',
  ['stay open'],
  ['after', `end${at}`, us, [['complete', outcome]]],
];
const ends = (beats: readonly Beat[]) =>
  told(stage(beats).run().trace, 'invoked', 'waits', 'completed', 'late');
const brief = (lines: string[]) => lines.map((line) => line.replace(/ (f|seen)=.*$/, ''));

describe('an operation', () => {
  it('ends once, and each end says what is known', () => {
    for (const outcome of ['ok', 'failed', 'unknown'] as const) {
      expect(brief(ends([open(0, 5_000, outcome)]))).toEqual([
        '0 a invoked op=a/1 process=a',
        `5000 a completed op=a/1 outcome=${outcome}`,
      ]);
    }
  });

  it('that ends again is late, and its history keeps both', () => {
    const beats: Beat[] = [
      [
        0,
        'a',
        ['stay open'],
        ['after', 'x', 5, [['complete', 'unknown']]],
        ['after', 'y', 9, [['complete', 'ok', 'a/1']]],
      ],
    ];
    expect(brief(ends(beats)).slice(1)).toEqual([
      '5 a completed op=a/1 outcome=unknown',
      '9 a late op=a/1 outcome=ok',
    ]);
    expect(operationsOf(stage(beats).run().trace)).toMatchObject([
      {
        id: 'a/1',
        outcome: 'unknown',
        seen: { as: 'timeout' },
        completedAt: 5,
        late: [{ at: 9, seen: { as: 'value' } }],
      },
    ]);
  });

  it('that is unknown orders nothing after it: its client goes on as another process', () => {
    const told = brief(
      ends([open(0, 5_000, 'unknown'), open(6_000, 5_000, 'failed'), open(20_000, 1, 'ok')]),
    );
    expect(told.filter((line) => line.includes('invoked'))).toEqual([
      '0 a invoked op=a/1 process=a',
      '6000 a invoked op=a/2 process=a#1',
      '20000 a invoked op=a/3 process=a#1',
    ]);
  });

  it('that is not over is open in the history, also of a part of the trace', () => {
    const { trace } = stage([open(0, 5_000, 'ok')]).run();
    const invoked = trace.find((e) => e.type === 'invoked')?.id as number;
    expect(operationsOf(trace, invoked)).toEqual([]);
    expect(operationsOf(trace, invoked + 1)).toMatchObject([
      { outcome: 'open', seen: null, completedAt: null },
    ]);
    expect(operationsOf(trace)).toMatchObject([{ outcome: 'ok', completedAt: 5_000, invokedEntry: invoked }]);
  });
});

describe('a client', () => {
  it('that is busy lets calls wait, and takes them in their order', () => {
    expect(brief(ends([open(0, 10_000, 'ok'), open(1_000, 5, 'ok'), open(2_000, 5, 'ok')]))).toEqual([
      '0 a invoked op=a/1 process=a',
      '1000 a waits what=call name=do',
      '2000 a waits what=call name=do',
      '10000 a completed op=a/1 outcome=ok',
      '10000 a invoked op=a/2 process=a',
      '10005 a completed op=a/2 outcome=ok',
      '10005 a invoked op=a/3 process=a',
      '10010 a completed op=a/3 outcome=ok',
    ]);
  });

  it('does not let a call of the same instant overtake those that wait', () => {
    const world = stage([open(0, 10_000, 'ok'), [1_000, 'a', ['remember', 'first']]]).run(9_999);
    // At 10 ms the operation ends, and before the next event somebody calls by hand.
    world.next();
    world.apply({ verb: 'invoke', node: a, op: calls(['remember', 'second']) });
    expect(world.run().view().nodes[0]?.state).toMatchObject({ seen: ['first', 'second'] });
  });

  it('shows what it has open and how many wait', () => {
    const world = stage([open(0, 10_000, 'ok'), open(1_000, 5, 'ok')]).run(1_000);
    expect(world.view().nodes[0]).toMatchObject({ open: { id: 'a/1', f: 'do', invokedAt: 0 }, waiting: 1 });
  });

  it('that crashes knows nothing of what was open; calls wait, in order, until it is back', () => {
    const script = [
      { at: 3_000, command: { verb: 'crash', node: a, disk: 'kept' } },
      { at: 9_000, command: { verb: 'restart', node: a } },
    ] as const;
    const beats = [open(0, 10_000, 'ok'), open(1_000, 5, 'ok'), open(2_000, 7, 'ok'), open(4_000, 9, 'ok')];
    const world = stage(beats, { script }).run();
    expect(brief(told(world.trace, 'invoked', 'completed'))).toEqual([
      '0 a invoked op=a/1 process=a',
      '3000 a completed op=a/1 outcome=unknown',
      '9000 a invoked op=a/2 process=a#1',
      '9005 a completed op=a/2 outcome=ok',
      '9005 a invoked op=a/3 process=a#1',
      '9012 a completed op=a/3 outcome=ok',
      '9012 a invoked op=a/4 process=a#1',
      '9021 a completed op=a/4 outcome=ok',
    ]);
    expect(world.trace.find((e) => e.type === 'completed')).toMatchObject({ seen: { as: 'crash' } });
  });

  it('that is paused lets calls wait', () => {
    const script = [
      { at: 0, command: { verb: 'pause', node: a } },
      { at: 5_000, command: { verb: 'resume', node: a } },
    ] as const;
    const world = stage([[1_000, 'a', ['remember', 1]]], { script }).run();
    expect(
      told(world.trace, 'waits', 'invoked').map((line) => line.split(' ').slice(0, 3).join(' ')),
    ).toEqual(['1000 a waits', '5000 a invoked']);
  });

  it('can be called by hand, and the call is the cause of what follows', () => {
    const world = stage([]);
    world.apply({ verb: 'invoke', node: b, op: { f: 'do', value: [] } }, 700);
    const invoked = world.trace.find((e) => e.type === 'invoked');
    expect(invoked).toMatchObject({ at: 700, node: b, op: 'b/1' });
    expect(world.trace[invoked?.cause as number]).toMatchObject({ type: 'command' });
  });
});

it('in a shop, a reply after the time-out is late and the ledger has the write all the same', () => {
  const config = shopConfig(1, 1);
  const slow = { latency: { profile: 'constant', us: 40_000 }, loss: 0 } as const;
  const world = new World(
    {
      ...config,
      links: config.links.map((l) => ({ ...l, rules: slow })),
      params: { tries: 1 },
      workload: config.workload?.slice(0, 1) ?? [],
    },
    shop,
  ).run();
  expect(operationsOf(world.trace)).toMatchObject([{ outcome: 'unknown', late: [{ at: 80_000 }] }]);
  expect(world.view().nodes[0]?.durable).toEqual({ ledger: ['ida/1'] });
});
