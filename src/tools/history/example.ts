/** What the page begins with: a read that comes too late for the value it returns. */

import { type History, judge, modelNames, usualBudget } from '#/scenarios';
import { type Drawn, drawnOf } from './document/drawn';
import type { Verdicts } from './judging/job';

const staleRead: History = {
  name: 'a stale read',
  initial: 0,
  operations: [
    { process: 'C1', type: 'write', value: 1, start: 1, end: 4, outcome: 'ok' },
    { process: 'C2', type: 'read', value: 1, start: 2, end: 6, outcome: 'ok' },
    { process: 'C1', type: 'write', value: 2, start: 7, end: 10, outcome: 'ok' },
    { process: 'C3', type: 'read', value: 2, start: 8, end: 12, outcome: 'ok' },
    { process: 'C2', type: 'read', value: 1, start: 14, end: 17, outcome: 'ok' },
  ],
};

export const example: Drawn = drawnOf(staleRead, 'register');

let seen: Verdicts | null = null;

/** Small enough to be judged while the page is drawn, on a server as in a browser: the same sentences come out. */
export function exampleVerdicts(): Verdicts {
  seen ??= Object.fromEntries(
    modelNames.map((model) => [
      model,
      {
        judgement: judge(staleRead, example.object, model, { budget: usualBudget }),
        ids: example.operations.map(({ id }) => id),
      },
    ]),
  );
  return seen;
}
