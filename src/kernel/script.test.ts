/** Scenarios that do things by themselves, the bounds of a run, and what is refused before or while it runs. */

import { describe, expect, it } from 'vitest';
import type { LinkRules } from './command';
import type { WorldConfig } from './config';
import { KernelError } from './errors';
import type { Protocol } from './protocol';
import { puppet } from './testing/puppet';
import { a, type Beat, b, c, stage, staged, told } from './testing/story';
import { nodeId } from './values';
import { World } from './world';

const pings: Beat[] = [0, 20_000, 40_000].map((at) => [at, 'a', ['send', 'b', 'ping']]);

describe('a script', () => {
  it('gives commands at a time', () => {
    const world = stage(pings, { script: [{ at: 15_000, command: { verb: 'pause', node: b } }] }).run();
    expect(told(world.trace, 'paused', 'waits')).toEqual([
      '15000 b paused',
      '30000 b waits what=message name=ping',
      '50000 b waits what=message name=ping',
    ]);
  });

  it('gives commands when a pattern has fitted often enough, some time after', () => {
    const when = { type: 'delivered', kind: 'ping', to: 'b', nth: 2 } as const;
    const script = [{ when, afterUs: 5_000, command: { verb: 'pause', node: b } }] as const;
    expect(told(stage(pings, { script }).run().trace, 'paused')).toEqual(['35000 b paused']);
  });

  it('is set off once, and also when nobody keeps the trace', () => {
    const script = [{ when: { type: 'delivered' }, command: { verb: 'clock', node: b, stepUs: 7 } }] as const;
    const watched = stage(pings, { script }).run();
    const silent = stage(pings, { script }, { trace: null }).run();
    expect(watched.view().nodes[1]?.offsetUs).toBe(7);
    expect(silent.digest).toBe(watched.digest);
    expect(silent.entries).toBe(watched.entries);
    expect(silent.trace).toEqual([]);
  });

  it('whose command has become impossible goes on, and says why', () => {
    const script = [{ at: 1, command: { verb: 'resume', node: b } }] as const;
    expect(told(stage([], { script }).run().trace, 'command')[0]).toContain('refused=b is not paused.');
  });
});

describe('a parameter', () => {
  it('is set within its kind, and only if the protocol has it', () => {
    const world = stage([]);
    expect(world.apply({ verb: 'set', param: 'patience', value: 5 })).toBeNull();
    expect(world.view().params).toEqual({ patience: 5, mode: 'calm', eager: false });
    expect(world.apply({ verb: 'set', param: 'patience', value: 'long' })).toBe('patience wants a number.');
    expect(world.apply({ verb: 'set', param: 'patience', value: Number.NaN })).toBe(
      'patience wants a number.',
    );
    expect(world.apply({ verb: 'set', param: 'eager', value: 1 })).toBe('eager wants a boolean.');
    expect(world.apply({ verb: 'set', param: 'toString', value: 'x' })).toBe(
      'There is no parameter called toString.',
    );
  });

  it('is what the scenario says at the start', () => {
    const config = { ...staged([]), params: { mode: 'wild' } };
    expect(new World(config, puppet).view().params).toMatchObject({ mode: 'wild', patience: 1000 });
  });
});

describe('a run', () => {
  it('ends at its bound, in time or in events, and may be run up to a moment', () => {
    expect(stage(pings, { stop: { atUs: 29_999 } }).run().now).toBe(20_000);
    expect(stage(pings, { stop: { events: 4 } }).run().index).toBe(4);
    expect(stage(pings).run(10_000).now).toBe(10_000);
    expect(stage([]).next()).toBe(false);
  });

  it('lasts two hours at most', () => {
    const beats: Beat[] = [[0, 'a', ['after', 'never', 7_200_000_000], ['after', 'late', 7_199_999_999]]];
    const world = stage([...beats, [1, 'a', ['after', 'never', 7_200_000_000]]]).run();
    expect(told(world.trace, 'timer fired')).toEqual(['7199999999 a timer fired name=late']);
  });

  it('takes a command only between its last event and the next', () => {
    const world = stage(pings).run(10_000);
    expect(() => world.apply({ verb: 'pause', node: b }, 9_999)).toThrow(KernelError);
    expect(() => world.apply({ verb: 'pause', node: b }, 20_001)).toThrow(KernelError);
    expect(() => world.apply({ verb: 'pause', node: b }, 10_000.5)).toThrow(KernelError);
    expect(world.apply({ verb: 'pause', node: b }, 20_000)).toBeNull();
  });

  it('that answers itself with no latency is stopped with a sentence', () => {
    const echo: Protocol = {
      ...puppet,
      roles: {
        puppet: {
          init: (ctx) => (ctx.self === a ? ctx.send(b, 'again') : undefined),
          onMessage: (ctx, _, message) => ctx.send(message.from, 'again'),
        },
      },
    };
    const rules = { latency: { profile: 'constant', us: 0 } } as const;
    const world = new World(staged([], { rules }), echo);
    expect(() => world.run()).toThrow(
      'More than 10000 events at 0 µs: something answers itself with no latency.',
    );
  });

  it('is busy at one instant without being stopped', () => {
    const beats: Beat[] = Array.from({ length: 900 }, () => [5, 'a', ['send', 'b', 'm']]);
    expect(stage(beats).run().view().ledger.delivered).toBe(900);
  });
});

describe('a protocol is stopped with a sentence when it', () => {
  const doing =
    (...actions: Parameters<typeof staged>[0][number][2][]) =>
    () =>
      stage([[0, 'a', ...actions]], { nodes: 'abc' }).run();

  it.each([
    [
      'sends to a node that is not there',
      ['send', 'nobody', 'm'],
      'a sends m to nobody, which is not a node.',
    ],
    ['sends to itself', ['send', 'a', 'm'], 'a sends m to a, but no link joins them.'],
    ['chooses among none', ['choose', 0], 'a chooses among 0; it must be a whole number from 1 to 2^20.'],
  ] as const)('%s', (_, action, sentence) => {
    expect(doing(action)).toThrow(sentence);
  });

  it('appends to what is not a list', () => {
    expect(doing(['persist', 'k', 1], ['append', 'k', 2])).toThrow('a appends to k, which is not a list.');
  });

  it('sends where no link joins two nodes', () => {
    const config = staged([[0, 'a', ['send', 'c', 'm']]], { nodes: 'abc' });
    const parted = {
      ...config,
      links: config.links.filter((l) => !(l.between[0] === a && l.between[1] === c)),
    };
    expect(() => new World(parted, puppet).run()).toThrow('a sends m to c, but no link joins them.');
  });
});

describe('a scenario is refused with a sentence when', () => {
  const base = staged([]);
  const odd: readonly (readonly [string, Partial<WorldConfig>, string])[] = [
    [
      'two nodes share a name',
      { nodes: [...base.nodes, { id: a, role: 'puppet' }] },
      'Two nodes are called a.',
    ],
    [
      'a role is unknown',
      { nodes: [{ id: a, role: 'king' }], links: [] },
      'Protocol puppet has no role king.',
    ],
    ['a link leads nowhere', { links: [{ between: [a, c] }] }, 'A link joins a and c; one is not a node.'],
    ['a link leads back', { links: [{ between: [a, a] }] }, 'A link joins a with itself.'],
    [
      'a call names nobody',
      { workload: [{ at: 0, node: nodeId('z'), op: { f: 'do' } }] },
      'The workload names z',
    ],
    [
      'a call comes at half a microsecond',
      { workload: [{ at: 0.5, node: a, op: { f: 'do' } }] },
      'whole microseconds',
    ],
    [
      'a clock stands still',
      { nodes: [{ id: a, role: 'puppet', driftPpm: -1_000_000 }], links: [] },
      'A clock drifts',
    ],
  ];
  it.each(odd)('%s', (_, patch, sentence) => {
    expect(() => new World({ ...base, ...patch }, puppet)).toThrow(sentence);
  });

  const rules: readonly (readonly [string, Partial<LinkRules>, string])[] = [
    ['a chance is above one', { loss: 1.01 }, 'loss wants a chance from 0 to 1.'],
    ['a chance is no number', { duplicate: Number.NaN }, 'duplicate wants a chance from 0 to 1.'],
    [
      'a latency is negative',
      { latency: { profile: 'constant', us: -1 } },
      'A latency wants whole microseconds',
    ],
    [
      'a latency is upside down',
      { latency: { profile: 'uniform', minUs: 2, maxUs: 1 } },
      'above the greatest',
    ],
    [
      'a latency has no such profile',
      { latency: { profile: 'psychic' } as never },
      'There is no such latency profile.',
    ],
    ['a link carries nothing', { bandwidth: { bytesPerSecond: 0, queueLimit: 1 } }, 'whole bytes per second'],
    ['a queue has no room', { bandwidth: { bytesPerSecond: 1, queueLimit: 0 } }, 'at least one message'],
  ];
  it.each(rules)('%s, and so is the command', (_, wrong, sentence) => {
    expect(() => new World({ ...base, links: [{ between: [a, b], rules: wrong }] }, puppet)).toThrow(
      sentence,
    );
    expect(() => new World({ ...base, links: [{ between: [a, b], back: wrong }] }, puppet)).toThrow(sentence);
    expect(stage([]).refusal({ verb: 'rule', links: [{ from: a, to: b }], rules: wrong })).toContain(
      sentence,
    );
  });
});

it('a choice in a run is drawn from the seed and the node, and is written down', () => {
  const beats: Beat[] = [
    [0, 'a', ['choose', 6], ['choose', 6]],
    [0, 'b', ['choose', 6]],
  ];
  const values = (seed: number) =>
    stage(beats, { seed })
      .run()
      .trace.flatMap((e) => (e.type === 'chose' ? [`${e.node}${e.value}`] : []));
  expect(values(1)).toEqual(values(1));
  expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => values(seed).join())).size).toBeGreaterThan(3);
});
