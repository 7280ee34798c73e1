import { describe, expect, test } from 'vitest';
import { nodeId, Recording } from '#/kernel';
import type { Command, Entry, Micros, Scenario } from '#/scenarios';
import { loadProtocol, worldConfig } from '#/scenarios';
import { sample } from '../sample.fixture';
import { frame, recentDrops, shareAt, stillSeen } from './frame';
import { layoutOf, wayKey } from './layout';
import { distance, distanceTo } from './track';

const module = await loadProtocol('rpc');
const request = { from: 'browser', to: 'payment', kind: 'charge', nth: 1 };

function scene(changes: Partial<Scenario> = {}) {
  const scenario = { ...sample, ...changes };
  const recording = new Recording(worldConfig(scenario, module), module.protocol);
  const layout = layoutOf(scenario, 640);
  const act = (at: Micros, command: unknown) => {
    recording.advance(0, at);
    return recording.act(0, recording.indexAt(0, at), at, command as Command);
  };
  const see = (at: Micros) => {
    recording.advance(0, at);
    const index = recording.indexAt(0, at);
    const { trace, ends } = recording.branch(0);
    const past = trace.slice(0, ends.at(index)) as readonly Entry[];
    const drops = recentDrops(past, index, at, scenario.pace);
    return {
      index,
      drops,
      view: recording.viewAt(0, index),
      at,
      picture: frame(recording.viewAt(0, index), at, layout, drops),
    };
  };
  return { scenario, layout, act, see };
}

const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe('a message on its way', () => {
  test('moves in a straight line, evenly in simulated time', () => {
    const { see } = scene();
    const [a, b, c] = [15_000, 25_000, 35_000].map((at) => only(see(at).picture.tokens));
    if (!a || !b || !c) throw new Error('A token is missing.');
    expect(b.x - a.x).toBeCloseTo(c.x - b.x, 6);
    expect(b.x).toBeGreaterThan(a.x);
    expect(a.y).toBeCloseTo(c.y, 6);
    expect(a).toMatchObject({ shape: 'square', label: 'CHG', status: 'in flight', copy: 0, thread: null });
  });

  test('is where it is for a given time, however one came there', () => {
    const { see } = scene();
    const first = see(40_000).picture;
    see(200_000);
    expect(see(40_000).picture).toEqual(first);
  });

  test('keeps to its own side of the link, so that requests and replies pass each other', () => {
    const { see, layout } = scene();
    const there = only(see(30_000).picture.tokens);
    const back = only(see(80_000).picture.tokens);
    const line = layout.nodes[0]?.y ?? 0;
    expect((there.y - line) * (back.y - line)).toBeLessThan(0);
    expect(Math.abs(there.y - back.y)).toBeGreaterThanOrEqual(24);
  });

  test('that will be lost looks like one that will not, until it is lost', () => {
    const doomed = scene({
      knobs: [],
      links: [
        {
          between: [nodeId('browser'), nodeId('payment')],
          rules: { latency: { profile: 'constant', us: 50_000 }, loss: 1 },
        },
      ],
    });
    const fine = scene({ knobs: [] });
    for (const at of [10_000, 20_000, 34_000]) {
      expect(doomed.see(at).picture.tokens).toEqual(fine.see(at).picture.tokens);
    }
    expect(doomed.see(36_000).picture.tokens).not.toEqual(fine.see(36_000).picture.tokens);
    expect(only(doomed.see(36_000).picture.tokens).status).toBe('dropped');
  });

  test('shares of a span stay between its ends', () => {
    expect(shareAt({ leftAt: 10, arrivesAt: 30 }, 0)).toBe(0);
    expect(shareAt({ leftAt: 10, arrivesAt: 30 }, 20)).toBe(0.5);
    expect(shareAt({ leftAt: 10, arrivesAt: 30 }, 99)).toBe(1);
    expect(shareAt({ leftAt: 10, arrivesAt: 10 }, 10)).toBe(1);
  });
});

describe('a message that hands were laid on', () => {
  test('lies in the tray while held, tied to its place, and stays there as time passes', () => {
    const { act, see, layout } = scene();
    expect(act(34_000, { verb: 'hold', message: request }).refused).toBeNull();
    const held = only(see(34_000).picture.tokens);
    const way = layout.ways.get(wayKey('browser', 'payment'));
    if (!way) throw new Error('There is no way from browser to payment.');
    expect(held.status).toBe('held');
    expect(distance(held, way.tray)).toBeLessThan(1);
    expect(held.thread && distanceTo(way.link.line.points, held.thread)).toBeLessThan(0.5);
    expect(only(see(90_000).picture.tokens)).toEqual(held);
  });

  test('trails as a copy, tied to the original for as long as that is in flight', () => {
    const { act, see } = scene();
    act(30_000, { verb: 'duplicate', message: request });
    const [original, copy] = see(45_000).picture.tokens;
    if (!original || !copy) throw new Error('A token is missing.');
    expect([original.copy, copy.copy]).toEqual([0, 1]);
    expect(copy.x).toBeLessThan(original.x);
    expect(copy.thread).toEqual({ x: original.x, y: original.y });
    const alone = see(65_000).picture.tokens.find((t) => t.kind === 'charge');
    expect(alone?.copy).toBe(1);
    expect(alone?.thread).toBeNull();
  });

  test('queues at the door of a paused node', () => {
    const { act, see, layout } = scene();
    act(12_000, { verb: 'duplicate', message: request });
    act(15_000, { verb: 'pause', node: 'payment' });
    const [first, second] = see(150_000).picture.tokens;
    if (!first || !second) throw new Error('A token is missing.');
    expect([first.status, second.status]).toEqual(['waiting', 'waiting']);
    expect(first.x).toBeGreaterThan(second.x);
    expect(first.x).toBeLessThan((layout.nodes[1]?.x ?? 0) - layout.radius);
  });

  test('leaves a ghost where it was lost, which goes after a while', () => {
    const { act, see, scenario } = scene();
    act(30_000, { verb: 'drop', message: request });
    const ghost = only(see(30_000).picture.tokens);
    expect(ghost.status).toBe('dropped');
    const later = see(30_000 + scenario.pace);
    expect(later.drops).toHaveLength(1);
    // It is the latest event still; once another has passed and time with it, the ghost is gone.
    expect(stillSeen(later.drops, later.index + 1, later.at, scenario.pace)).toHaveLength(0);
  });
});

test('a timer runs from whole to nothing', () => {
  const { see } = scene();
  const left = (at: Micros) => see(at).picture.timers.find((t) => t.node === 'browser')?.left;
  expect(left(10_000)).toBe(1);
  expect(left(110_000)).toBe(undefined);
  const { act, see: lost } = scene();
  act(30_000, { verb: 'drop', message: request });
  expect(lost(110_000).picture.timers[0]?.left).toBeCloseTo(0.5, 6);
});
