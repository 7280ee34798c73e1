/** The search against brute force, on histories that are small enough for it. */
import { describe, expect, it } from 'vitest';
import { type ObjectName, objectNames } from '../names';
import { filled, randomHistory, type Shape } from '../random-histories.fixture';
import { linearizable } from '.';
import { linearizableByForce } from './brute-force';

const EACH = 2_500;

const shapes: readonly Partial<Shape>[] = [
  {},
  { operations: 9, processes: 2, unknown: 5, reads: 60 },
  { operations: 7, processes: 6, values: 1, unknown: 40, false: 60 },
  { operations: 9, processes: 3, keys: 2, together: 30 },
  { operations: 6, processes: 5, failed: 0, false: 60 },
];

const drawn = (name: ObjectName, seed: number) =>
  randomHistory(name, seed, {
    ...shapes[seed % shapes.length],
    initial: seed % 7 === 0 ? filled[name] : null,
  });

describe.each(objectNames)('agrees with brute force on a %s', (name) => {
  it(`${EACH} histories`, () => {
    const tally = { ok: 0, violated: 0 };
    for (let seed = 0; seed < EACH; seed++) {
      const history = drawn(name, seed);
      const { verdict } = linearizable(history, name);
      const right = linearizableByForce(history, name) ? 'ok' : 'violated';
      if (verdict !== right) expect({ history, verdict }).toEqual({ history, verdict: right });
      tally[right]++;
    }
    expect(Math.min(tally.ok, tally.violated)).toBeGreaterThan(EACH / 20);
  });
});
