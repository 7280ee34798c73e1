/** Each rule rejects its canaries, accepts what resembles them, and finds nothing wrong in the house itself. */
import { describe, expect, it } from 'vitest';
import { rules } from './house';
import { readHouse } from './read-house';
import { type Rule, tell } from './rule';
import { indebted } from './sizes';

const house = readHouse();

function examples(rule: Rule) {
  it.each(rule.rejects)('rejects $title', ({ files }) => {
    expect(rule.check(files)).not.toEqual([]);
  });
  it.each(rule.accepts)('accepts $title', ({ files }) => {
    expect(rule.check(files).map((violation) => tell(rule, violation))).toEqual([]);
  });
}

it('reads the house it judges', () => {
  const paths = house.map((file) => file.path);
  expect(paths).toContain('src/tidy/house.test.ts');
  expect(paths).toContain('.ci/run');
  expect(paths.filter((path) => path.includes('node_modules'))).toEqual([]);
  expect(house.find((file) => file.path === 'package.json')?.text).toContain('"faultline"');
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
  examples(rule);
  it('holds in the house', () => {
    expect(rule.check(house).map((violation) => tell(rule, violation))).toEqual([]);
  });
});

describe('debt only shrinks', () => examples(indebted()));
