import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmed } from './damage.fixture';
import { offsetOf, parseJson } from './json';
import { DEEPEST, placeOf, reading } from './place';

const harms = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(40), fc.nat()), { minLength: 1, maxLength: 4 });

const read = (text: string) => reading(text, (all) => ({ ok: true, value: parseJson(all) }));
const refusal = (text: string) => {
  const said = read(text);
  return said.ok ? null : `${said.line}:${said.column} ${said.reason}`;
};

/** What JSON.parse makes of it; undefined where it throws. */
function native(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

it('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      fc.pre(!text.includes('__proto__'));
      const value = read(text);
      const long = !value.ok && /number/.test(value.reason);
      if (!long) expect(value).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

it('refuses what JSON.parse refuses, and says where', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), harms, (whole, list) => {
      const text = harmed(whole, list);
      const said = read(text);
      if (native(text) === undefined) expect(said.ok).toBe(false);
      else if (!said.ok) expect(said.reason).toMatch(/given twice|number|__proto__|nothing in it/);
      if (!said.ok) {
        expect(said.line).toBeGreaterThan(0);
        expect(said.column).toBeGreaterThan(0);
        expect(said.reason).toMatch(/\.$/);
      }
    }),
    { numRuns: 3000 },
  );
});

describe('a refusal names its place', () => {
  it.each([
    ['', '1:1 There is nothing in it.'],
    ['{"a": 1,}', '1:9 Expected a name in quotation marks, found }.'],
    ['[1,\n 2\n 3]', '3:2 Expected a comma or ], found 3.'],
    ['[1,\r\n nul]', '2:2 Expected a value, found nul.'],
    ['{"a" 1}', '1:6 Expected a colon, found 1.'],
    ['[1] true', '1:5 Expected the end of the file, found true.'],
    ['["a]', '1:2 This text has no closing quotation mark on its line.'],
    ['["a\n"]', '1:2 This text has no closing quotation mark on its line.'],
    ['["\\x"]', '1:3 JSON has no such escape.'],
    ['[1', '1:3 Expected a comma or ], found the end of the file.'],
    ['[01]', '1:3 Expected a comma or ], found 1.'],
    ['[-]', '1:2 Expected a digit, found -.'],
    ['[1e999]', '1:2 This number is larger than any that can be kept.'],
    ['[9007199254740993]', '1:2 This number is too long to be told from its neighbours: write it as a text.'],
    ['{"a":1,"a":2}', '1:8 "a" is given twice.'],
    ['{"__proto__":1}', '1:2 No member may be called __proto__.'],
    ['["\u0000"]', '1:3 This is not text: it holds a control character.'],
  ])('%j', (text, said) => {
    expect(refusal(text)).toBe(said);
  });
});

it('refuses what is nested without end', () => {
  expect(refusal('['.repeat(100_000))).toBe(`1:${DEEPEST + 2} This is nested deeper than ${DEEPEST} levels.`);
});

it('knows the place of every value, and of what surrounds a missing one', () => {
  const text = '{\n  "a": [1,\n    {"b": true}]\n}';
  const at = (...path: (string | number)[]) => placeOf(text, offsetOf(text, path));
  expect(at('a', 1, 'b')).toEqual({ line: 3, column: 11 });
  expect(at('a', 0)).toEqual({ line: 2, column: 9 });
  expect(at('a', 1, 'c')).toEqual({ line: 3, column: 5 });
  expect(at('z')).toEqual({ line: 1, column: 1 });
});

it('passes over a byte order mark', () => {
  expect(read('\uFEFF[1]')).toEqual({ ok: true, value: [1] });
});
