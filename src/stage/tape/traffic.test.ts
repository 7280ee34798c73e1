import { describe, expect, test } from 'vitest';
import type { Entry } from '#/scenarios';
import type { Run } from '../run';
import { frameOf, type Lanes } from './frame';
import { BUSY, Reader } from './reading';
import { Traffic } from './traffic';
import { SKY, trafficDrawing } from './traffic-drawing';

/** A message to b every 100 µs; each tenth is lost. */
const trace: readonly Entry[] = Array.from({ length: 30_000 }, (_, id) => {
  const common = { id, event: id + 1, at: id * 100, local: id * 100, node: 'b', cause: -1 };
  const message = { from: 'a', to: 'b', kind: 'ping', nth: id + 1, copy: 0 };
  const how =
    id % 10 === 9 ? { type: 'dropped', reason: 'lost', place: 0.5 } : { type: 'delivered', body: 0 };
  return { ...common, ...message, ...how } as unknown as Entry;
});
const PACE = 1_000_000;
const counted = (part: Traffic, from: number, to: number) => [
  part.sum('heard', 'b', from, to),
  part.sum('lost', 'b', from, to),
];
const whole = () => new Traffic(PACE).readOn(trace);

describe('traffic', () => {
  test('is the same however the trace comes, and nothing is counted twice', () => {
    const pieces = new Traffic(PACE);
    for (const [from, to] of [
      [0, 100],
      [0, 5_000],
      [20_000, 21_000],
      [4_000, 8_000],
      [7_000, 20_500],
      [3, 9],
      [19_000, 30_000],
    ] as const) {
      pieces.readOn(trace.slice(from, to));
    }
    for (const [from, to] of [
      [0, 1_500],
      [17, 18],
      [200, 1_044],
    ] as const) {
      expect(counted(pieces, from, to)).toEqual(counted(whole(), from, to));
    }
    expect(counted(whole(), 0, 1_500)).toEqual([27_000, 3_000]);
    expect(pieces.unknown(3_000_000)).toEqual([]);
  });

  test('knows of what it knows nothing', () => {
    const part = new Traffic(PACE).readOn(trace.slice(20_000));
    expect(part.unknown(3_000_000)).toEqual([[0, 2_000_000]]);
    expect(part.unknown(500_000)).toEqual([[0, 500_000]]);
    part.readOn(trace.slice(5_000, 10_000));
    expect(part.unknown(3_000_000)).toEqual([
      [0, 500_000],
      [999_900, 2_000_000],
    ]);
    expect(counted(part, 500, 1_000)).toEqual([0, 0]);
  });

  test('of a branch is that of its parent up to where it left', () => {
    const fork = whole().fork(12_000, 1_200_000);
    expect(counted(fork, 0, 600)).toEqual(counted(whole(), 0, 600));
    expect(counted(fork, 600, 1_500)).toEqual([0, 0]);
    fork.readOn(trace.slice(11_000, 13_000));
    expect(counted(fork, 600, 1_500)).toEqual([900, 100]);
  });
});

const lanes: Lanes = {
  lanes: [
    { id: 'a', name: 'a', y: 40, calls: false },
    { id: 'b', name: 'b', y: 100, calls: false },
  ],
  top: 6,
  axis: 126,
  height: 172,
};

describe('skylines', () => {
  const frame = frameOf(1_000, 80, { from: 1_000_000, length: 2_000_000 });
  const heights = (d: string) => [...d.matchAll(/V(\S+?)H/g)].map(([, y]) => 100 - Number(y));

  test('are to one scale, within the room of a lane, and nothing where nothing came', () => {
    const { skylines, most, columnUs } = trafficDrawing(whole(), frame, lanes, 3_000_000);
    const [a, b] = skylines;
    expect(a?.heard).toBe('');
    const mean = (columnUs / 100) * 0.9;
    expect(most).toBeGreaterThanOrEqual(mean);
    for (const height of heights(b?.heard ?? '').slice(1, -1)) {
      expect(height).toBeLessThanOrEqual(SKY);
      expect(height).toBeCloseTo((mean / most) * SKY, 0);
    }
    expect(heights(b?.lost ?? '').length).toBeGreaterThan(100);
  });

  test('say nothing of what is still to come', () => {
    const { skylines } = trafficDrawing(whole(), frame, lanes, 2_000_000);
    const xs = [...(skylines[1]?.heard ?? '').matchAll(/H(\S+?)(?=V)/g)].map(([, x]) => Number(x));
    expect(Math.max(...xs)).toBeLessThan(frame.x(2_000_000) + 4);
    const never = trafficDrawing(whole(), frame, lanes, 900_000);
    expect(never.skylines.map((line) => line.heard)).toEqual(['', '']);
  });

  test('leave out what is no longer kept, and say so', () => {
    const part = new Traffic(PACE).readOn(trace.slice(20_000));
    const { gaps } = trafficDrawing(part, frame, lanes, 3_000_000);
    expect(gaps).toEqual([{ x1: frame.left, x2: frame.x(2_000_000) }]);
  });
});

describe('reading', () => {
  const run = (landmarks: readonly Entry[] = []) =>
    ({
      scenario: { pace: PACE },
      store: { getState: () => ({ run: 0, branch: 0 }) },
      branches: [{ id: 0, parent: null }],
      landmarks: () => landmarks,
    }) as unknown as Run;

  test('is of the whole, of what is in sight, or of traffic', () => {
    const reader = new Reader();
    const few = trace.slice(0, BUSY);
    expect(reader.read(run(), few, { from: 0 }).traffic).toBeNull();
    expect(reader.read(run(), trace, { from: 0 }).traffic).not.toBeNull();
    const near = reader.read(run(), trace, { from: 2_900_000 });
    expect(near.traffic).toBeNull();
    expect(near.story).not.toBe(near.lasting);
    const cut = trace.slice(15_000);
    expect(reader.read(run(), cut, { from: 1_000_000 }).traffic).not.toBeNull();
    expect(reader.read(run(), cut, { from: 2_950_000 }).traffic).toBeNull();
  });

  test('knows what lasts however little of the trace it reads', () => {
    const crashed = { ...(trace[3] as Entry), type: 'crashed', disk: 'kept' } as unknown as Entry;
    const { lasting } = new Reader().read(run([crashed]), trace.slice(15_000), { from: 0 });
    expect(lasting.idle).toMatchObject([{ node: 'b', how: 'crashed', end: null }]);
  });

  test('counts on while one is close, so that nothing is missing from further off', () => {
    const reader = new Reader();
    const one = run();
    for (let end = 8_000; end <= 30_000; end += 2_000) {
      reader.read(one, trace.slice(Math.max(0, end - 9_000), end), { from: end * 100 - 1_000 });
    }
    const { traffic } = reader.read(one, trace.slice(21_000), { from: 0 });
    expect(traffic?.unknown(3_000_000)).toEqual([]);
    expect(counted(traffic as Traffic, 0, 1_500)).toEqual([27_000, 3_000]);
  });
});
