import { expect, it } from 'vitest';
import type { Check } from '../schema/claim';
import { checksText, checkText } from './check-text';

const said: readonly (readonly [Check, string])[] = [
  [{ outcome: 'time-out, 1 charge' }, 'it ends as “time-out, 1 charge”'],
  [{ operation: 'alice/1', ended: 'ok' }, 'alice/1 ends ok'],
  [{ operation: 'bob/1', saw: 'red', ended: 'ok' }, 'bob/1 ends ok and sees "red"'],
  [{ count: { type: 'dropped' }, is: 0 }, 'never: a message dropped'],
  [
    { count: { type: 'sent', from: 'S4' as never, kind: 'RequestVote' }, is: 1 },
    'once: RequestVote from S4 sent',
  ],
  [{ count: { type: 'late' }, atLeast: 2, atMost: 5 }, 'at least twice and at most 5 times: a late answer'],
  [
    {
      earlier: { type: 'persisted', node: 'S5' as never, key: 'led', nth: 2 },
      later: { type: 'completed', op: 'alice/1' as never },
    },
    'led written by S5 for the second time, before alice/1 ended',
  ],
  [{ count: { type: 'dropped', reason: 'loss' as never }, is: 2 }, 'twice: a message dropped (reason loss)'],
  [{ node: 'a' as never, list: 'log', length: 11 }, 'the log of a has length 11'],
  [{ property: 'linearizable', holds: false }, '“linearizable” fails'],
];

it.each(said)('%j is a clause', (check, words) => {
  expect(checkText(check)).toBe(words);
});

it('promises that are kept are told together, and so are those that are broken, after all else', () => {
  const kept = ['election safety', 'log matching'].map((property) => ({ property, holds: true }));
  const checks = [{ property: 'linearizable', holds: false }, ...kept, { outcome: 'a leader' }];
  expect(checksText(checks)).toBe(
    'it ends as “a leader”; “election safety” and “log matching” hold; “linearizable” fails',
  );
  expect(checksText(checks.slice(0, 1))).toBe('“linearizable” fails');
});
