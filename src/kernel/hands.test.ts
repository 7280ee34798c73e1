/** Single messages taken in hand: dropped, held and released, delayed, copied, each by its name. */

import { describe, expect, it } from 'vitest';
import type { Command, MessageRef } from './command';
import { a, type Beat, b, stage, told } from './testing/story';

const hi: MessageRef = { from: a, to: b, kind: 'hi', nth: 1 };
const one: Beat[] = [[0, 'a', ['send', 'b', 'hi']]];

/** The story of one message after some commands at some times. */
function story(...commands: readonly (readonly [at: number, command: Command])[]): string[] {
  const world = stage(one);
  for (const [at, command] of commands) {
    world.run(at);
    const refused = world.apply(command, at);
    if (refused !== null) return [refused];
  }
  return told(world.run().trace, 'delivered', 'dropped', 'held', 'released', 'delayed', 'duplicated');
}

describe('a message', () => {
  it('is dropped where it is', () => {
    expect(story([4_000, { verb: 'drop', message: hi }])).toEqual([
      '4000 dropped hi 1 a>b reason=dropped by hand place=0.4',
    ]);
  });

  it('is held, and goes on from where it was when released', () => {
    const world = stage(one);
    world.run(4_000);
    world.apply({ verb: 'hold', message: hi }, 4_000);
    expect(world.view().messages).toMatchObject([{ status: 'held', place: 0.4 }]);
    expect(world.nextAt()).toBeNull();
    world.apply({ verb: 'release', message: hi }, 90_000);
    expect(world.view().messages).toMatchObject([{ status: 'in flight', place: 0.4 }]);
    expect(told(world.run().trace, 'held', 'released', 'delivered')).toEqual([
      '4000 held hi 1 a>b',
      '90000 released hi 1 a>b',
      '96000 delivered hi 1 a>b',
    ]);
  });

  it('can be dropped while it is held', () => {
    expect(story([4_000, { verb: 'hold', message: hi }], [7_000, { verb: 'drop', message: hi }])).toEqual([
      '4000 held hi 1 a>b',
      '7000 dropped hi 1 a>b reason=dropped by hand place=0.4',
    ]);
  });

  it('is delayed without jumping back: it stays where it is and moves on more slowly', () => {
    const world = stage(one);
    world.run(5_000);
    world.apply({ verb: 'delay', message: hi, byUs: 10_000 }, 5_000);
    const [message] = world.view().messages;
    expect(message?.place).toBeCloseTo(0.5, 3);
    expect(message?.arrivesAt).toBe(20_000);
    expect(told(world.run().trace, 'delayed', 'delivered')).toEqual([
      '5000 delayed hi 1 a>b byUs=10000',
      '20000 delivered hi 1 a>b',
    ]);
  });

  it('is copied: each copy has its own number and takes one latency longer', () => {
    const copy: Command = { verb: 'duplicate', message: hi };
    expect(
      story([1_000, copy], [2_000, copy], [3_000, { verb: 'duplicate', message: { ...hi, copy: 1 } }]),
    ).toEqual([
      '1000 duplicated hi 1/1 a>b of=0',
      '2000 duplicated hi 1/2 a>b of=0',
      '3000 duplicated hi 1/3 a>b of=1',
      '10000 delivered hi 1 a>b',
      '20000 delivered hi 1/1 a>b',
      '20000 delivered hi 1/2 a>b',
      '30000 delivered hi 1/3 a>b',
    ]);
  });

  it('is copied under a new number though an earlier copy has gone', () => {
    const copy: Command = { verb: 'duplicate', message: hi };
    expect(
      story([1_000, copy], [2_000, { verb: 'drop', message: { ...hi, copy: 1 } }], [3_000, copy]),
    ).toContain('3000 duplicated hi 1/2 a>b of=0');
  });

  it('in the tray is copied, and the copy goes on from there', () => {
    const world = stage(one);
    world.run(4_000);
    world.apply({ verb: 'hold', message: hi }, 4_000);
    world.apply({ verb: 'duplicate', message: hi }, 50_000);
    const copy = world.view().messages.find((m) => m.copy === 1);
    expect(copy).toMatchObject({ status: 'in flight', leftAt: 46_000, arrivesAt: 66_000 });
  });

  it('that waits at a paused node can still be taken in hand', () => {
    const script = [{ at: 1, command: { verb: 'pause', node: b } }] as const;
    for (const verb of ['drop', 'hold', 'duplicate'] as const) {
      const world = stage(one, { script });
      world.run(10_000);
      expect(world.view().messages).toMatchObject([{ status: 'waiting', place: 1 }]);
      expect(world.apply({ verb, message: hi }), verb).toBeNull();
      const statuses = world.view().messages.map((m) => m.status);
      expect(statuses).toEqual({ drop: [], hold: ['held'], duplicate: ['waiting', 'in flight'] }[verb]);
    }
  });
});

describe('a command is refused, with the reason,', () => {
  it.each([
    [{ verb: 'drop', message: { ...hi, nth: 2 } }, 'hi 2 from a to b is not in flight now.'],
    [{ verb: 'hold', message: { ...hi, copy: 1 } }, 'hi 1, copy 1, from a to b is not in flight now.'],
    [{ verb: 'release', message: hi }, 'hi 1 from a to b is not being held.'],
    [
      { verb: 'drop', message: { ...hi, to: 'nobody' as typeof b } },
      'hi 1 from a to nobody is not in flight now.',
    ],
    [{ verb: 'delay', message: hi, byUs: 0.5 }, 'A delay wants whole microseconds, from 0 to two hours.'],
    [{ verb: 'delay', message: hi, byUs: -1 }, 'A delay wants whole microseconds, from 0 to two hours.'],
  ] as const)('%j', (command, reason) => {
    expect(story([1_000, command])).toEqual([reason]);
  });

  it('when the message is held already, or has arrived', () => {
    const held = [1_000, { verb: 'hold', message: hi }] as const;
    expect(story(held, [2_000, { verb: 'hold', message: hi }])).toEqual([
      'hi 1 from a to b is held already.',
    ]);
    expect(story(held, [2_000, { verb: 'delay', message: hi, byUs: 5 }])).toEqual([
      'hi 1 from a to b is held; release it first.',
    ]);
    expect(story([10_000, { verb: 'drop', message: hi }])).toEqual([
      'hi 1 from a to b is not in flight now.',
    ]);
  });

  it('and the refusal is written down and changes nothing', () => {
    const world = stage(one);
    world.run(10_000);
    const before = world.view();
    world.apply({ verb: 'drop', message: hi });
    expect(world.trace.at(-1)).toMatchObject({
      type: 'command',
      refused: 'hi 1 from a to b is not in flight now.',
    });
    const { index, entries, digest, ...rest } = world.view();
    expect(before).toMatchObject(rest);
  });
});

it('a message released onto a cut link is lost there', () => {
  const links = [{ from: a, to: b }];
  expect(
    story(
      [4_000, { verb: 'hold', message: hi }],
      [5_000, { verb: 'cut', links }],
      [6_000, { verb: 'release', message: hi }],
    ),
  ).toEqual(['4000 held hi 1 a>b', '6000 released hi 1 a>b', '7000 dropped hi 1 a>b reason=cut place=0.5']);
});
