/** The splitter must not be fooled by quotes in comments, comments in quotes, or slashes in either. */
import { describe, expect, it } from 'vitest';
import { split, strings } from './code';

const bare = (text: string) => split(text).bare.replace(/\s+/g, ' ').trim();

describe('split', () => {
  it.each([
    ['a line comment', "a; // it's b\nc;", 'a; c;'],
    ['a block comment', "a; /* 'b' \n b */ c;", 'a; c;'],
    ['a comment inside a string', "a('// b'); c;", "a(' '); c;"],
    ['a quote inside a string', "a('it\\'s'); c;", "a(' '); c;"],
    ['a template with code in it', 'a(`b ${c({ d: `e` })} f`); g;', 'a(` ${c({ d: ` ` })} `); g;'],
    ['a regular expression with quotes', 'a.match(/[\'"`/]/); c;', 'a.match(/ ]/); c;'.replace(' ]', ' ')],
    ['division', 'a / b / c; // d', 'a / b / c;'],
    ['an apostrophe in JSX', "<p>it's</p>\nMath.random();", "<p>it's</p> Math.random();"],
  ])('%s', (_title, text, expected) => {
    expect(bare(text)).toBe(expected);
  });

  it('keeps every character in its place', () => {
    const text = "a('b'); // c\n`d${e}f`; /g/.test(h);";
    expect(split(text).code).toHaveLength(text.length);
    expect(split(text).bare).toHaveLength(text.length);
  });
});

it('finds what strings say, and nothing outside them', () => {
  const said = strings("const a = 'one two'; // 'three'\nconst b = `four ${c} five`;").map(({ value }) =>
    value.trim(),
  );
  expect(said).toEqual(expect.arrayContaining(['one two', 'four', 'five']));
  expect(said.join()).not.toContain('three');
});
