import { expect, test } from 'vitest';
import { ACROSS, tickPlaces, ticksPath } from './ticks';

test('each event has a tick where there is room', () => {
  expect(tickPlaces([0, 10_000, 60_000, 110_000], 200_000)).toEqual([50, 300, 550]);
  expect(ticksPath([50, 300])).toBe('M50 0V12M300 0V12');
});

test('events at one moment share a tick, and the start has none', () => {
  expect(tickPlaces([0, 10_000, 10_000, 10_050, 60_000], 200_000)).toEqual([50, 300]);
  expect(tickPlaces([0], 200_000)).toEqual([]);
});

test('a hundred thousand events make no more ticks than can be told apart', () => {
  const times = Array.from({ length: 100_000 }, (_, i) => i * 20);
  const places = tickPlaces(times, 2_000_000);
  expect(places.length).toBeGreaterThan(60);
  expect(places.length).toBeLessThanOrEqual(ACROSS / 12 + 1);
  for (let i = 1; i < places.length; i++) {
    expect((places[i] as number) - (places[i - 1] as number)).toBeGreaterThanOrEqual(11.9);
  }
});

test('nothing is drawn beyond the end', () => {
  expect(Math.max(...tickPlaces([0, 100, 300], 200))).toBe(ACROSS);
});
