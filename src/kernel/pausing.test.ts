/** A node that stands still, or is slow: what comes to it waits, and its timers know no other clock than its own. */

import { describe, expect, it } from 'vitest';
import { a, type Beat, b, stage, told } from './testing/story';

const pause = (at: number) => ({ at, command: { verb: 'pause', node: b } }) as const;
const resume = (at: number) => ({ at, command: { verb: 'resume', node: b } }) as const;

describe('a paused node', () => {
  const beats: Beat[] = [
    [0, 'b', ['after', 'soon', 5_000], ['after', 'later', 40_000]],
    [0, 'a', ['send', 'b', 'x']],
    [1_000, 'a', ['send', 'b', 'y']],
  ];

  it('lets messages wait, and timers, and handles them in the order in which they came', () => {
    const world = stage(beats, { script: [pause(1_000), resume(30_000)] }).run();
    expect(told(world.trace, 'waits', 'timer fired', 'delivered', 'resumed')).toEqual([
      '5000 b waits what=timer name=soon',
      '10000 b waits what=message name=x',
      '11000 b waits what=message name=y',
      '30000 b resumed',
      '30000 b timer fired name=soon',
      '30000 delivered x 1 a>b',
      '30000 delivered y 1 a>b',
      '40000 b timer fired name=later',
    ]);
  });

  it('counts what waits at its door as in flight', () => {
    const world = stage(beats, { script: [pause(1_000)] }).run();
    expect(world.view().ledger).toEqual({
      sent: 2,
      duplicated: 0,
      delivered: 0,
      inFlight: 2,
      held: 0,
      dropped: 0,
    });
    expect(world.view().messages.map((m) => m.status)).toEqual(['waiting', 'waiting']);
  });

  it('goes on waiting if it is paused again at once', () => {
    const world = stage(beats, {
      script: [pause(1_000), resume(30_000), pause(30_000), resume(50_000)],
    }).run();
    const times = world.trace.flatMap((e) => (e.type === 'delivered' ? [e.at] : []));
    expect(times).toEqual([50_000, 50_000]);
  });

  it('keeps a timer overdue when its clock changes meanwhile', () => {
    const drift = { at: 20_000, command: { verb: 'clock', node: b, driftPpm: 500_000 } } as const;
    const world = stage(beats, { script: [pause(1_000), drift, resume(30_000)] }).run();
    expect(told(world.trace, 'timer fired')[0]).toBe('30000 b timer fired name=soon');
    expect(told(world.trace, 'waits').filter((line) => line.includes('timer'))).toHaveLength(1);
  });

  it('that crashes and restarts has forgotten', () => {
    const crash = { at: 20_000, command: { verb: 'crash', node: b, disk: 'kept' } } as const;
    const restart = { at: 25_000, command: { verb: 'restart', node: b } } as const;
    const world = stage(beats, { script: [pause(1_000), crash, restart] }).run();
    expect(told(world.trace, 'timer fired', 'delivered')).toEqual([]);
  });

  it('is refused a second pause, and a running one a resume', () => {
    const world = stage([], { script: [pause(0)] }).run();
    expect(world.refusal({ verb: 'pause', node: b })).toBe('b is paused already.');
    expect(world.refusal({ verb: 'resume', node: a })).toBe('a is not paused.');
  });
});

describe('a slow node', () => {
  const slow = (at: number, factor: number) => ({ at, command: { verb: 'slow', node: b, factor } }) as const;
  const beats: Beat[] = [[0, 'b', ['after', 't', 10_000]]];

  it('takes that many times as long for what remains', () => {
    const world = stage(beats, { script: [slow(4_000, 3)] }).run();
    expect(told(world.trace, 'timer fired')).toEqual(['22000 b timer fired name=t']);
  });

  it('is itself again at full speed', () => {
    const world = stage(beats, { script: [slow(0, 10), slow(20_000, 1)] }).run();
    expect(told(world.trace, 'timer fired')).toEqual(['28000 b timer fired name=t']);
  });

  it('has a wall clock that is none the slower', () => {
    const world = stage([...beats, [30_000, 'b', ['read clocks']]], { script: [slow(0, 10)] }).run(30_000);
    expect(world.view().nodes[1]?.state).toMatchObject({ seen: [[30_000, 30_000]] });
  });

  it.each([0, 0.5, 1_001])('cannot be slowed by %s', (factor) => {
    expect(stage([]).refusal({ verb: 'slow', node: b, factor })).toMatch(/whole factor from 1 to 1000/);
  });
});
