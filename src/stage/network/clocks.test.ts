import { describe, expect, test } from 'vitest';
import { clockWords, handAngle, isOff, readingsAt, runningSkew, skewAt } from './clocks';
import { newClockView } from './clocks.fixture';

const second = { from: 0, at: 1_000_000 };
const start = { from: 0, at: 0 };

describe('how far a clock is off', () => {
  test('follows its drift and its slew, which ends by itself', () => {
    expect(skewAt(newClockView({ wall: 500 }), second)).toBe(500);
    expect(skewAt(newClockView({ driftPpm: -200 }), second)).toBe(-200);
    const slew = { leftUs: -1_000_000, ppm: 100_000 };
    expect(skewAt(newClockView({ slew }), second)).toBe(-100_000);
    expect(skewAt(newClockView({ slew }), { from: 0, at: 60_000_000 })).toBe(-1_000_000);
    expect(skewAt(newClockView({ slew: { leftUs: 3, ppm: 500 }, driftPpm: 100 }), second)).toBe(103);
  });
  test('is nothing only where it is right and stays so', () => {
    expect(isOff(newClockView({}), 0)).toBe(false);
    expect(isOff(newClockView({ wall: 1 }), 0)).toBe(true);
    expect(isOff(newClockView({ driftPpm: 1 }), 0)).toBe(true);
    expect(isOff(newClockView({ slew: { leftUs: 5, ppm: 500 } }), 0)).toBe(true);
  });
  test('is the wall clock less true time, and the offset less what the monotonic clock has drifted', () => {
    const node = { ...newClockView({ driftPpm: 200, slew: { leftUs: -1_000, ppm: 500 } }), monotonic: 0 };
    expect(readingsAt(node, second)).toEqual({
      wall: 999_699.9,
      monotonic: 1_000_200,
      offset: -500.1,
      slewLeft: -499.9,
    });
    expect(readingsAt(node, { from: 0, at: 10_000_000 })).toMatchObject({ offset: -1_000, slewLeft: 0 });
  });
  test('in words, with what is being done about it', () => {
    expect(clockWords(newClockView({}), start)).toBe('right');
    const all = { wall: 12_000, driftPpm: 200, slew: { leftUs: -80_000, ppm: 500 } };
    expect(clockWords(newClockView(all), start)).toBe(
      'off by +12 ms, drifting by 200 ppm, being slewed by −80 ms more',
    );
  });
});

describe('while it runs', () => {
  test('the digits can be read: a fast slew shows whole milliseconds, a drift all there are', () => {
    const slew = { leftUs: -1_000_000, ppm: 100_000 };
    const texts = [0, 1, 2, 3].map((i) =>
      runningSkew(newClockView({ slew }), { from: 0, at: i * 2_100 }, 100_000),
    );
    for (const text of texts) expect(text).toMatch(/^(?:0|−\d(?:\.\d)?) ms$/);
    expect(runningSkew(newClockView({ driftPpm: 200 }), { from: 0, at: 100_000 }, 100_000)).toBe('+0.02 ms');
  });
  test('the hand is upright when right, and leans towards what is ahead', () => {
    expect(handAngle(0, 100_000)).toBe(0);
    expect(handAngle(50_000, 100_000)).toBe(80);
    expect(handAngle(-50_000, 100_000)).toBe(-80);
    expect(handAngle(9e12, 100_000)).toBeLessThanOrEqual(160);
  });
});
