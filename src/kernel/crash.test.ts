/** Crashes: what memory and disk are after one, and where exactly it cuts a handler short. */

import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import type { Protocol } from './protocol';
import { puppet } from './testing/puppet';
import { type Beat, b, type Staging, stage, staged, told } from './testing/story';
import type { Entry } from './trace';
import { World } from './world';

const crash = (disk: 'kept' | 'lost', more: object = {}): Command => ({
  verb: 'crash',
  node: b,
  disk,
  ...more,
});
const restart: Command = { verb: 'restart', node: b };
const nodeB = (world: World) => world.view().nodes[1];

function scripted(
  beats: readonly Beat[],
  commands: readonly (readonly [number, Command])[],
  more: Staging = {},
) {
  return stage(beats, { script: commands.map(([at, command]) => ({ at, command })), ...more }).run();
}

describe('a crash at once', () => {
  const beats: Beat[] = [[0, 'b', ['persist', 'x', 1], ['append', 'list', 'one'], ['remember', 'this']]];

  it('loses memory and keeps the disk, from which the node recovers', () => {
    const down = scripted(beats, [[1_000, crash('kept')]]);
    expect(nodeB(down)).toMatchObject({ status: 'crashed', words: 'down', state: null, durable: { x: 1 } });
    const up = scripted(beats, [
      [1_000, crash('kept')],
      [2_000, restart],
    ]);
    expect(nodeB(up)).toMatchObject({ status: 'running', state: { seen: [{ x: 1, list: ['one'] }] } });
  });

  it('may lose the disk too', () => {
    const up = scripted(beats, [
      [1_000, crash('lost')],
      [2_000, restart],
    ]);
    expect(nodeB(up)).toMatchObject({ durable: {}, state: { seen: [{}] } });
  });

  it('keeps what was on disk before the start', () => {
    const world = scripted(
      [],
      [
        [1_000, crash('kept')],
        [2_000, restart],
      ],
      { durable: { b: { old: true } } },
    );
    expect(nodeB(world)).toMatchObject({ state: { seen: [{ old: true }] } });
  });

  it('gives what it recovers from, and not the disk itself', () => {
    const careless: Protocol = {
      ...puppet,
      roles: {
        puppet: {
          init: () => ({}),
          onRecover: (_, durable) => durable,
          onInvoke: (_, state) => Object.assign(state, { scribbled: true }),
        },
      },
    };
    const config = staged([[5, 'b']], { durable: { b: { old: 1 } } });
    const world = new World(config, careless);
    world.apply(crash('kept'));
    world.apply(restart);
    expect(nodeB(world.run())).toMatchObject({ durable: { old: 1 }, state: { old: 1, scribbled: true } });
    expect(nodeB(world)?.durable).not.toHaveProperty('scribbled');
  });

  it('forgets its timers, and finds nobody to receive', () => {
    const world = scripted(
      [
        [0, 'b', ['after', 't', 5_000]],
        [0, 'a', ['send', 'b', 'hi']],
      ],
      [
        [1_000, crash('kept')],
        [20_000, restart],
      ],
    );
    expect(told(world.trace, 'timer fired', 'dropped')).toEqual([
      '10000 dropped hi 1 a>b reason=receiver down place=1',
    ]);
  });

  it('drops what waited in the inbox of a paused node', () => {
    const world = scripted(
      [[0, 'a', ['send', 'b', 'hi']]],
      [
        [1, { verb: 'pause', node: b }],
        [12_000, crash('kept')],
      ],
    );
    expect(told(world.trace, 'dropped')).toEqual(['12000 dropped hi 1 a>b reason=receiver down place=1']);
  });

  it('is refused when the node is down, as is a restart when it is not', () => {
    const world = scripted([], [[1, crash('kept')]]);
    expect(world.refusal(crash('kept'))).toBe('b is down already.');
    expect(scripted([], []).refusal(restart)).toBe('b is not down.');
  });
});

describe('a crash after effect k', () => {
  const persistThenSend: Beat[] = [
    [
      0,
      'a',
      [
        'send',
        'b',
        'do',
        [
          ['persist', 'done', true],
          ['send', 'a', 'ack'],
        ],
      ],
    ],
  ];
  const sendThenPersist: Beat[] = [
    [
      0,
      'a',
      [
        'send',
        'b',
        'do',
        [
          ['send', 'a', 'ack'],
          ['persist', 'done', true],
        ],
      ],
    ],
  ];

  /** Whether the write and the answer took place when the handler was cut after k effects. */
  function outcome(beats: readonly Beat[], k: number): string {
    const world = scripted(beats, [
      [0, crash('kept', { afterEffect: k })],
      [50_000, restart],
    ]);
    const written = nodeB(world)?.durable.done === true;
    const answered = told(world.trace, 'delivered').some((line) => line.includes('ack'));
    return `${written ? 'written' : 'not written'}, ${answered ? 'answered' : 'not answered'}`;
  }

  it('tells persist-then-send from send-then-persist', () => {
    expect([0, 1, 2, 3].map((k) => outcome(persistThenSend, k))).toEqual([
      'not written, not answered',
      'written, not answered',
      'written, answered',
      'written, answered',
    ]);
    expect([0, 1, 2, 3].map((k) => outcome(sendThenPersist, k))).toEqual([
      'not written, not answered',
      'not written, answered',
      'written, answered',
      'written, answered',
    ]);
  });

  it('says how many effects took place', () => {
    const world = scripted(persistThenSend, [[0, crash('kept', { afterEffect: 9 })]]);
    expect(told(world.trace, 'crashed')).toEqual(['10000 b crashed disk=kept afterEffect=2']);
  });

  it('waits for the message or timer it is armed for', () => {
    const beats: Beat[] = [[0, 'a', ['send', 'b', 'first'], ['send', 'b', 'second']]];
    const world = scripted(beats, [[0, crash('kept', { afterEffect: 0, on: 'second' })]]);
    expect(told(world.trace, 'delivered', 'crashed')).toEqual([
      '10000 delivered first 1 a>b',
      '10000 delivered second 1 a>b',
      '10000 b crashed disk=kept afterEffect=0',
    ]);
    const timers = scripted(
      [[0, 'b', ['after', 't', 100], ['after', 'u', 200]]],
      [[0, crash('kept', { afterEffect: 0, on: 'u' })]],
    );
    expect(told(timers.trace, 'timer fired')).toEqual([
      '100 b timer fired name=t',
      '200 b timer fired name=u',
    ]);
    expect(nodeB(timers)?.status).toBe('crashed');
  });

  it('strikes also a handler that asks for nothing, and once', () => {
    const world = scripted(
      [
        [0, 'a', ['send', 'b', 'hi']],
        [60_000, 'a', ['send', 'b', 'hi']],
      ],
      [
        [0, crash('kept', { afterEffect: 0 })],
        [50_000, restart],
      ],
    );
    expect(told(world.trace, 'crashed')).toHaveLength(1);
    expect(nodeB(world)).toMatchObject({ status: 'running', armed: null });
  });

  it('shows that it is armed, and can be disarmed', () => {
    const arm = [0, crash('lost', { afterEffect: 1, on: 'do' })] as const;
    expect(nodeB(scripted([], [arm]))?.armed).toEqual({ disk: 'lost', afterEffect: 1, on: 'do' });
    const world = scripted(persistThenSend, [arm, [5_000, { verb: 'disarm', node: b }]]);
    expect(nodeB(world)).toMatchObject({ status: 'running', armed: null });
    expect(world.refusal({ verb: 'disarm', node: b })).toBe('No crash is armed at b.');
  });

  it('writes nothing down of what the handler still says or chooses, and does not use up its chance', () => {
    const beats: Beat[] = [
      [
        0,
        'a',
        [
          'send',
          'b',
          'do',
          [
            ['persist', 'k', 1],
            ['choose', 9],
            ['note', 'never said'],
            ['choose', 9],
          ],
        ],
      ],
      [90_000, 'b', ['choose', 1_000]],
    ];
    const cut = scripted(beats, [
      [0, crash('kept', { afterEffect: 1 })],
      [50_000, restart],
    ]);
    const plain = scripted([[90_000, 'b', ['choose', 1_000]]], []);
    expect(told(cut.trace, 'note')).toEqual([]);
    expect(told(cut.trace, 'chose')).toEqual(told(plain.trace, 'chose'));
  });

  it.each([-1, 1.5])('is refused for %s effects', (afterEffect) => {
    expect(scripted([], []).refusal(crash('kept', { afterEffect }))).toMatch(/whole number of effects/);
  });
});

it('the trace gives every entry its cause', () => {
  const world = scripted(
    [[0, 'a', ['send', 'b', 'do', [['persist', 'k', 1]]]]],
    [[0, crash('kept', { afterEffect: 1 })]],
  );
  const chain = ['persisted', 'delivered', 'sent', 'invoked'];
  let entry: Entry | undefined = world.trace.find((e) => e.type === 'persisted');
  for (const type of chain) {
    expect(entry?.type).toBe(type);
    entry = world.trace[entry?.cause as number];
  }
  const crashed = world.trace.find((e) => e.type === 'crashed');
  expect(world.trace[crashed?.cause as number]).toMatchObject({ type: 'command' });
});
