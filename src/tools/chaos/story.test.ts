/** What is said of how small a counterexample became. */

import { expect, it } from 'vitest';
import type { Counterexample, Scenario } from '#/scenarios';
import { shrunk } from './Story';

const scenario = { workload: [{}, {}, {}, {}] } as unknown as Scenario;
const found = (foundSteps: number, steps: number, calls?: number) =>
  ({
    foundSteps,
    steps: Array.from({ length: steps }),
    variant: calls === undefined ? {} : { workload: Array.from({ length: calls }) },
  }) as unknown as Counterexample;

it.each([
  [
    found(12, 3),
    'It was found with 12 things done to it; 3 are left. Without any of these it does not break.',
  ],
  [found(2, 1), 'It was found with 2 things done to it; one is left. Without it it would not break.'],
  [found(1, 0), 'It was found with one thing done to it; none of them is needed.'],
  [
    found(12, 3, 0),
    'It was found with 12 things done to it; 3 are left. Without any of these it does not break. Nobody has to call for it: of 4 calls none is left.',
  ],
  [found(0, 0, 1), 'Nothing has to be done to the run: it breaks by itself. Of 4 calls one is left.'],
  [found(0, 0), 'Nothing has to be done to the run: it breaks by itself.'],
])('%#', (counterexample, words) => {
  expect(shrunk(counterexample, scenario)).toBe(words);
});
