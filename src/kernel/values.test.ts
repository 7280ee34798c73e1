/** Plain data: copies share nothing, and one value has one text. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestText } from './digest';
import { foldValue } from './digest-values';
import { canonical, clonePlain, type Json } from './values';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** The same value with the keys of every object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, v]) => [key, reversed(v as Json)]),
  );
}

function shares(x: unknown, y: unknown): boolean {
  if (x === null || typeof x !== 'object') return false;
  return x === y || Object.keys(x).some((key) => shares((x as never)[key], (y as never)[key]));
}

it('a copy keeps a member that is named like the prototype', () => {
  const odd = JSON.parse('{"a":{"__proto__":{"b":1}}}') as { a: object };
  const copy = clonePlain(odd);
  expect(JSON.stringify(copy)).toBe('{"a":{"__proto__":{"b":1}}}');
  expect(Object.getPrototypeOf(copy.a)).toBe(Object.prototype);
});

it('a copy is equal and shares nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      const copy = clonePlain(value);
      expect(copy).toEqual(value);
      expect(shares(copy, value)).toBe(false);
    }),
  );
});

it('a copy that shares an inner list would be noticed', () => {
  const value = { list: [1] };
  expect(shares({ ...value }, value)).toBe(true);
});

it('equal values have one text, whatever the order of their keys, and others have another', () => {
  fc.assert(
    fc.property(json, json, (x, y) => {
      expect(canonical(reversed(x))).toBe(canonical(x));
      expect(canonical(JSON.parse(JSON.stringify(x)))).toBe(canonical(x));
      const same = JSON.stringify(JSON.parse(canonical(x))) === JSON.stringify(JSON.parse(canonical(y)));
      expect(canonical(x) === canonical(y)).toBe(same);
    }),
  );
});

it('−0 is 0, and a member that is undefined is not there', () => {
  expect(canonical({ n: -0, left: undefined })).toBe('{"n":0}');
  expect(foldValue(1, -0)).toBe(foldValue(1, 0));
});

it('a digest tells types and nesting apart, and is shown as eight digits', () => {
  const values: Json[] = [
    0,
    '0',
    false,
    null,
    [],
    {},
    [0],
    [[0]],
    { a: 0 },
    { b: 0 },
    { a: { b: 0 } },
    'ab',
    ['a', 'b'],
    0.5,
    2 ** 40,
  ];
  const digests = values.map((value) => digestText(foldValue(0x811c9dc5 | 0, value)));
  expect(new Set(digests).size).toBe(values.length);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{8}$/);
});
