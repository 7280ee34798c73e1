/** Whatever happened to a file: it is read or refused, with a place in it and a sentence, and soon. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { harmed } from './damage.fixture';
import { readHistories } from './read';

vi.setConfig({ testTimeout: 60_000 });

const harms = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(40), fc.nat()), { minLength: 1, maxLength: 4 });

const log = Array.from({ length: 30 }, (_, i) => {
  const type = ['invoke', 'ok', 'invoke', 'info', 'invoke', 'fail'][i % 6];
  return `INFO  jepsen.util - ${Math.floor(i / 2) % 5}\t:${type}\t:${i % 6 < 2 ? 'read' : 'cas'}\t${i % 6 < 2 ? '3' : '[1 2]'}`;
}).join('\n');
const edn = `; a run\n[${Array.from({ length: 20 }, (_, i) => `{:type ${i % 2 === 0 ? ':invoke' : ':ok'}, :process ${i >> 1}N, :f :write, :value "v${i >> 1}"}`).join('\n')}]`;
const own = JSON.stringify(
  Array.from({ length: 3 }, (_, i) => ({
    name: `h${i}`,
    initial: null,
    ops: Array.from({ length: 5 }, (_, j) => ({
      process: 'a',
      type: 'write',
      key: 'x',
      value: { a: [j] },
      start: 2 * j,
      end: 2 * j + 1,
    })),
  })),
  null,
  1,
);

it.each([
  ['the log of a Jepsen run', log],
  ['EDN', edn],
  ['history JSON', own],
])('%s, damaged 2,000 times', (_, text) => {
  expect(readHistories(text)).toMatchObject({ ok: true });
  let refused = 0;
  fc.assert(
    fc.property(harms, (list) => {
      const worse = harmed(text, list);
      const read = readHistories(worse);
      if (read.ok) return;
      refused++;
      const lines = worse.split('\n');
      expect(read.line).toBeGreaterThanOrEqual(1);
      expect(read.line).toBeLessThanOrEqual(lines.length);
      expect(read.column).toBeGreaterThanOrEqual(1);
      expect(read.column).toBeLessThanOrEqual((lines[read.line - 1] ?? '').length + 1);
      expect(read.reason).toMatch(/^.{10,300}[.…]$/s);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(500);
});

it('reads any text at all without a throw', () => {
  const parts = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '(',
    '#{',
    '#_',
    '#a',
    ':',
    ';',
    '"',
    '\\',
    ',',
    '\n',
    ' ',
    '1',
    'nil',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 3 }))), (list) => {
      for (const format of ['json', 'edn', 'jepsen-log'] as const) readHistories(list.join(''), { format });
    }),
    { numRuns: 2000 },
  );
});

it('is done soon with what was made to take long', () => {
  const long = 400_000;
  for (const part of [
    '"',
    '[',
    '{',
    '{:a ',
    '\\',
    ';',
    '#_',
    '\n',
    ' ',
    'INFO  jepsen.util - ',
    'INFO ',
    '1',
    '[1 ',
  ])
    for (const format of ['json', 'edn', 'jepsen-log'] as const) {
      const text = part.repeat(long / part.length);
      expect(readHistories(text, { format }).ok && part.trim() !== ';').toBe(false);
    }
});
