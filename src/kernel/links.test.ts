/** What a link does to messages by itself: how long they take, in which order, how many, and when it is cut. */

import { describe, expect, it } from 'vitest';
import type { LinkRules } from './command';
import { a, type Beat, b, c, type Staging, stage, told } from './testing/story';

const ends = (beats: readonly Beat[], staging: Staging = {}) =>
  told(stage(beats, staging).run().trace, 'delivered', 'dropped', 'duplicated');

const twelve: Beat[] = Array.from({ length: 12 }, (_, i) => [i * 1_000, 'a', ['send', 'b', 'm']]);
const arrivals = (rules: Partial<LinkRules>, beats = twelve, seed = 4) =>
  stage(beats, { rules, seed })
    .run()
    .trace.flatMap((e) => (e.type === 'delivered' ? [e.nth] : []));

describe('latency', () => {
  it('is 10 ms unless the rules say otherwise', () => {
    expect(ends([[500, 'a', ['send', 'b', 'hi']]])).toEqual(['10500 delivered hi 1 a>b']);
  });

  it('may differ on the way back', () => {
    const staging = { back: { latency: { profile: 'constant', us: 2_000 } } } as const;
    expect(ends([[0, 'a', ['send', 'b', 'ping', [['send', 'a', 'pong']]]]], staging)).toEqual([
      '10000 delivered ping 1 a>b',
      '12000 delivered pong 1 b>a',
    ]);
  });

  it('counts messages by kind and direction', () => {
    const beats: Beat[] = [
      [0, 'a', ['send', 'b', 'x'], ['send', 'b', 'y'], ['send', 'c', 'x'], ['send', 'b', 'x']],
    ];
    expect(ends(beats, { nodes: 'abc' })).toEqual([
      '10000 delivered x 1 a>b',
      '10000 delivered y 1 a>b',
      '10000 delivered x 1 a>c',
      '10000 delivered x 2 a>b',
    ]);
  });
});

describe('order', () => {
  const latency = { profile: 'uniform', minUs: 1_000, maxUs: 20_000 } as const;
  const sorted = Array.from({ length: 12 }, (_, i) => i + 1);

  it('is not kept when latencies differ', () => {
    expect(arrivals({ latency })).not.toEqual(sorted);
  });

  it('is kept by a first-in, first-out link', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(arrivals({ latency, fifo: true }, twelve, seed)).toEqual(sorted);
  });

  it('is broken by detours, which take one more latency', () => {
    const rules = { reorder: 0.3 } as const;
    expect(arrivals({})).toEqual(sorted);
    expect(arrivals(rules)).not.toEqual(sorted);
    const times = stage(twelve, { rules, seed: 4 }).run().trace;
    for (const e of times) {
      if (e.type === 'delivered') expect([10_000, 20_000]).toContain(e.at - (e.nth - 1) * 1_000);
    }
  });
});

describe('loss and duplication', () => {
  it('a lost message is gone halfway, and nothing says so before', () => {
    const world = stage([[0, 'a', ['send', 'b', 'hi']]], { rules: { loss: 1 } });
    world.next();
    const [message] = world.view().messages;
    expect(message).toMatchObject({ status: 'in flight', leftAt: 0, arrivesAt: 10_000 });
    expect(message).not.toHaveProperty('doom');
    expect(told(world.run().trace, 'delivered', 'dropped')).toEqual([
      '5000 dropped hi 1 a>b reason=lost place=0.5',
    ]);
  });

  it('a copy takes one latency longer, and carries the number of its original', () => {
    expect(ends([[0, 'a', ['send', 'b', 'hi']]], { rules: { duplicate: 1 } })).toEqual([
      '0 duplicated hi 1/1 a>b of=0',
      '10000 delivered hi 1 a>b',
      '20000 delivered hi 1/1 a>b',
    ]);
  });

  it('a copy may arrive though its original is lost', () => {
    expect(ends([[0, 'a', ['send', 'b', 'hi']]], { rules: { duplicate: 1, loss: 1 } })).toEqual([
      '0 duplicated hi 1/1 a>b of=0',
      '5000 dropped hi 1 a>b reason=lost place=0.5',
      '20000 delivered hi 1/1 a>b',
    ]);
  });

  it('loses about as many as it says', () => {
    const many: Beat[] = Array.from({ length: 2_000 }, (_, i) => [i * 10, 'a', ['send', 'b', 'm']]);
    const lost = 2_000 - arrivals({ loss: 0.3 }, many).length;
    expect(lost).toBeGreaterThan(520);
    expect(lost).toBeLessThan(680);
  });
});

describe('bandwidth', () => {
  const rules = { bandwidth: { bytesPerSecond: 100_000, queueLimit: 3 } };
  const burst = (n: number): Beat => [
    0,
    'a',
    ...Array.from({ length: n }, () => ['send', 'b', 'm'] as const),
  ];

  it('puts messages on their way one after the other: 100 bytes at 100 kB/s take 1 ms', () => {
    expect(ends([burst(3)], { rules })).toEqual([
      '11000 delivered m 1 a>b',
      '12000 delivered m 2 a>b',
      '13000 delivered m 3 a>b',
    ]);
  });

  it('drops what finds the queue full, at the sender', () => {
    expect(ends([burst(5)], { rules }).slice(0, 2)).toEqual([
      '0 dropped m 4 a>b reason=queue full place=0',
      '0 dropped m 5 a>b reason=queue full place=0',
    ]);
  });

  it('has room again once messages have left', () => {
    const told = ends([burst(5), [1_000, 'a', ['send', 'b', 'm']]], { rules });
    expect(told).toContain('14000 delivered m 6 a>b');
  });

  it('takes as long as a message is big', () => {
    expect(ends([[0, 'a', ['send', 'b', 'big', [], 1_000]]], { rules })).toEqual([
      '20000 delivered big 1 a>b',
    ]);
  });
});

describe('a cut', () => {
  const both = [
    { from: a, to: b },
    { from: b, to: a },
  ];

  it('loses what leaves while it lasts, halfway, and nothing after it is mended', () => {
    const script = [
      { at: 1_000, command: { verb: 'cut', links: both } },
      { at: 50_000, command: { verb: 'mend', links: both } },
    ] as const;
    const beats: Beat[] = [
      [2_000, 'a', ['send', 'b', 'hi']],
      [60_000, 'a', ['send', 'b', 'hi']],
    ];
    expect(ends(beats, { script })).toEqual([
      '7000 dropped hi 1 a>b reason=cut place=0.5',
      '70000 delivered hi 2 a>b',
    ]);
  });

  it('takes what is on the link with it, where it is', () => {
    const script = [{ at: 2_500, command: { verb: 'cut', links: both } }] as const;
    const beats: Beat[] = [
      [0, 'a', ['send', 'b', 'hi']],
      [1_000, 'b', ['send', 'a', 'yo']],
    ];
    expect(ends(beats, { script })).toEqual([
      '2500 dropped hi 1 a>b reason=cut place=0.25',
      '2500 dropped yo 1 b>a reason=cut place=0.15',
    ]);
  });

  it('may be one way', () => {
    const script = [{ at: 0, command: { verb: 'cut', links: [{ from: a, to: b }] } }] as const;
    const beats: Beat[] = [
      [1_000, 'a', ['send', 'b', 'hi']],
      [1_000, 'b', ['send', 'a', 'yo']],
    ];
    expect(ends(beats, { script })).toEqual([
      '6000 dropped hi 1 a>b reason=cut place=0.5',
      '11000 delivered yo 1 b>a',
    ]);
  });

  it('leaves other links alone', () => {
    const script = [{ at: 0, command: { verb: 'cut', links: both } }] as const;
    expect(ends([[1_000, 'a', ['send', 'c', 'hi']]], { nodes: 'abc', script })).toEqual([
      '11000 delivered hi 1 a>c',
    ]);
  });

  it('is refused where there is no link', () => {
    const world = stage([], { nodes: 'ab' });
    expect(world.apply({ verb: 'cut', links: [{ from: a, to: c }] })).toBe('No link goes from a to c.');
    // Nor is the link of another pair taken for it.
    expect(world.apply({ verb: 'cut', links: [{ from: b, to: c }] })).toBe('No link goes from b to c.');
    expect(world.view().links.map((link) => link.cut)).toEqual([false, false]);
    expect(world.apply({ verb: 'cut', links: [] })).toBe('No link is named.');
  });
});

it('a standing rule holds for what leaves after it', () => {
  const rules = { latency: { profile: 'constant', us: 1_000 } } as const;
  const script = [{ at: 500, command: { verb: 'rule', links: [{ from: a, to: b }], rules } }] as const;
  const beats: Beat[] = [
    [0, 'a', ['send', 'b', 'old']],
    [600, 'a', ['send', 'b', 'new']],
  ];
  expect(ends(beats, { script })).toEqual(['1600 delivered new 1 a>b', '10000 delivered old 1 a>b']);
});
