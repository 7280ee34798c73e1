import { expect, it } from 'vitest';
import type { Command } from '#/kernel';
import type { Trial } from './shrink';
import { varied } from './varied';

const squall = (at: number) => ({ at, command: { verb: 'restart', node: `n${at}` } as unknown as Command });
const trial: Trial = { seed: 7, squalls: [squall(0), squall(1_000), squall(500_000)], calls: [] };
const tries = Array.from({ length: 50 }, (_, nth) => varied(trial, 1, nth));

it('does the same things, each once, in the order of time and never before the start', () => {
  const done = ({ squalls }: Trial) =>
    squalls.map((it) => ('command' in it ? JSON.stringify(it.command) : '')).sort();
  for (const one of tries) {
    expect(done(one)).toEqual(done(trial));
    const times = one.squalls.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(0);
    expect(one.calls).toBe(trial.calls);
  }
});

it('follows from its seed and number, and draws other luck and other moments for others', () => {
  expect(varied(trial, 1, 3)).toEqual(tries[3]);
  expect(new Set(tries.map(({ seed }) => seed)).size).toBeGreaterThan(45);
  expect(new Set(tries.map(({ squalls }) => JSON.stringify(squalls))).size).toBeGreaterThan(25);
});
