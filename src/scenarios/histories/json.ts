/**
 * JSON, with the place of everything in it: what `JSON.parse` reads, and where. It refuses in addition what would be
 * read wrongly without a word: a name given twice, and whole numbers too long to be kept apart.
 */

import type { Json } from '#/kernel';
import { DEEPEST, Stop } from './place';

export type Path = readonly (string | number)[];

/** Throws a Stop. */
export const parseJson = (text: string): Json => walk(text).value;

/** The offset of the value at a path of a text that was read before, or of what surrounds it where it is missing. */
export const offsetOf = (text: string, path: Path): number => walk(text, path).at;

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS: readonly (readonly [string, Json])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

/** How a place is named in a sentence. */
function found(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file';
  const word = /^[\w.+-]+/.exec(text.slice(at, at + 20))?.[0];
  return word ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function walk(text: string, path?: Path): { readonly value: Json; readonly at: number } {
  let at = 0;
  let wanted = 0;

  const match = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const hit = shape.exec(text);
    if (hit) at = shape.lastIndex;
    return hit;
  };
  const expected = (what: string): Stop => new Stop(at, `Expected ${what}, found ${found(text, at)}.`);
  const blank = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  };
  /** Whether the next character is this one; if so, it is taken. */
  const takes = (char: string): boolean => {
    blank();
    if (text[at] !== char) return false;
    at++;
    return true;
  };

  function string(): string {
    const start = at;
    at++;
    while (text[at] !== '"') {
      // Also at the end of the file, where there is no code.
      if (!(text.charCodeAt(at) >= 32)) {
        if (text[at] === '\t') throw new Stop(at, 'A tab within a text is written \\t.');
        throw new Stop(start, 'This text has no closing quotation mark on its line.');
      }
      if (text[at] !== '\\') at++;
      else if (!match(ESCAPE)) throw new Stop(at, 'JSON has no such escape.');
    }
    at++;
    return JSON.parse(text.slice(start, at)) as string;
  }

  function number(): number {
    const start = at;
    const hit = match(NUMBER);
    const value = Number(hit?.[0]);
    if (!hit) throw expected('a digit');
    if (!Number.isFinite(value)) throw new Stop(start, 'This number is larger than any that can be kept.');
    if (hit[1] === undefined && hit[2] === undefined && !Number.isSafeInteger(value)) {
      throw new Stop(start, 'This number is too long to be told from its neighbours: write it as a text.');
    }
    return value;
  }

  function list(depth: number, on: boolean): Json {
    const items: Json[] = [];
    if (takes(']')) return items;
    for (;;) {
      items.push(value(depth + 1, on && path?.[depth] === items.length));
      if (takes(']')) return items;
      if (!takes(',')) throw expected('a comma or ]');
    }
  }

  function object(depth: number, on: boolean): Json {
    const members: Record<string, Json> = {};
    if (takes('}')) return members;
    for (;;) {
      blank();
      const start = at;
      if (text[at] !== '"') throw expected('a name in quotation marks');
      const name = string();
      if (name === '__proto__') throw new Stop(start, 'No member may be called __proto__.');
      if (Object.hasOwn(members, name)) throw new Stop(start, `${JSON.stringify(name)} is given twice.`);
      if (!takes(':')) throw expected('a colon');
      members[name] = value(depth + 1, on && path?.[depth] === name);
      if (takes('}')) return members;
      if (!takes(',')) throw expected('a comma or }');
    }
  }

  function value(depth: number, on: boolean): Json {
    blank();
    if (on) wanted = at;
    if (depth > DEEPEST) throw new Stop(at, `This is nested deeper than ${DEEPEST} levels.`);
    const char = text[at] ?? '';
    if (char === '"') return string();
    if (char === '[' || char === '{') {
      at++;
      return char === '[' ? list(depth, on) : object(depth, on);
    }
    if (char === '-' || (char >= '0' && char <= '9')) return number();
    const word = WORDS.find(([name]) => text.startsWith(name, at));
    if (!word) throw expected('a value');
    at += word[0].length;
    return word[1];
  }

  const all = value(0, path !== undefined);
  blank();
  if (at < text.length) throw expected('the end of the file');
  return { value: all, at: wanted };
}
