/**
 * EDN, with the place of every form. `edn-data` makes the values, but it reads nonsense in silence; so each form is
 * checked here first, and handed over without its comments. Keywords come out as texts with their colon, and whole
 * numbers that JSON would round as texts. Leaves out characters, ratios and symbolic numbers.
 */

import { parseEDNString } from 'edn-data';
import type { Json } from '#/kernel';
import { DEEPEST, MOST_OPERATIONS, Stop } from './place';

export interface Form {
  /** Offset in the text. */
  readonly at: number;
  /** Maps are objects, by the names of their keywords; lists and sets are lists. */
  readonly value: Json;
}

/** How a bracket ends. */
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '#{': '}' };
const TOKEN = /#_|#\{|[()[\]{}]|"|\\|[^\s,;"()[\]{}\\]+/y;
const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:N|(?:\.\d+)?(?:[eE][+-]?\d+)?M?)$/;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Takes the tokens of a text one by one; `base` is where the text begins in the whole. */
function scanner(text: string, base: number) {
  let at = 0;
  const stop = (where: number, reason: string) => new Stop(base + where, reason);

  function string(start: number): string {
    for (at = start + 1; at < text.length; at++) {
      if (text[at] === '"') return text.slice(start, ++at);
      if (text[at] !== '\\') continue;
      if (!/^(?:[trnbf\\"]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6))) {
        throw stop(at, 'EDN has no such escape.');
      }
      at++;
    }
    throw stop(start, 'This text has no closing quotation mark.');
  }

  /** The next token, or null at the end. */
  return function next(): Token | null {
    for (; at < text.length; at++) {
      const char = text[at] as string;
      if (char === ';') while (at < text.length && text[at] !== '\n') at++;
      else if (!/[\s,]/.test(char)) break;
    }
    if (at >= text.length) return null;
    const start = at;
    if (text[at] === '"') return { text: string(start), at: base + start };
    TOKEN.lastIndex = at;
    const hit = TOKEN.exec(text)?.[0];
    if (hit === undefined || hit === '\\') throw stop(start, 'The lab reads no characters here, only texts.');
    at += hit.length;
    return { text: hit, at: base + start };
  };
}

/** An atom as `edn-data` should see it. */
function atom({ text, at }: Token): string {
  if (/^[-+]?\d/.test(text)) {
    if (!NUMBER.test(text)) throw new Stop(at, `${text} is no number.`);
    if (!Number.isFinite(Number.parseFloat(text))) throw new Stop(at, `${text} is too large.`);
    // With an N at its end a whole number keeps all its digits.
    return /^[-+]?\d{16,}$/.test(text) ? `${text}N` : text;
  }
  if (/^(?::+|##.*|#)$/.test(text)) throw new Stop(at, `${text} stands for nothing.`);
  return text;
}

/**
 * Every form of a text, one after another. `base` is where the text begins in the whole; with `within`, a vector or
 * list around them all is opened.
 */
export function readForms(text: string, base = 0, within = false): readonly Form[] {
  const next = scanner(text, base);
  const ends = (token: Token | null, open: Token): Token => {
    if (token) return token;
    throw new Stop(open.at, `This ${open.text} is never closed.`);
  };

  /** The rest of a form that begins with a token: its tokens, none for a comment. */
  function form(token: Token, depth: number, into: string[]): boolean {
    if (depth > DEEPEST) throw new Stop(token.at, `This is nested deeper than ${DEEPEST} levels.`);
    if (token.text === '#_') {
      form(ends(next(), token), depth + 1, []);
      return false;
    }
    if (/^#[A-Za-z]/.test(token.text)) {
      into.push(token.text);
      // What a tag belongs to comes after the comments, if there are any.
      while (!form(ends(next(), token), depth + 1, into));
      return true;
    }
    if (/^[)\]}]$/.test(token.text)) throw new Stop(token.at, `This ${token.text} closes nothing.`);
    const closing = CLOSING[token.text];
    into.push(closing === undefined && !token.text.startsWith('"') ? atom(token) : token.text);
    if (closing === undefined) return true;
    let items = 0;
    for (let inner = ends(next(), token); inner.text !== closing; inner = ends(next(), token)) {
      if (form(inner, depth + 1, into)) items++;
    }
    if (token.text === '{' && items % 2 === 1) throw new Stop(token.at, 'A name in this map has no value.');
    into.push(closing);
    return true;
  }

  const forms: Form[] = [];
  const add = (token: Token, depth: number) => {
    // Each operation begins and ends, and a nemesis may have its say as well.
    const most = 3 * MOST_OPERATIONS;
    if (forms.length === most) throw new Stop(token.at, `More than ${most} forms.`);
    const tokens: string[] = [];
    if (form(token, depth, tokens)) forms.push({ at: token.at, value: asJson(tokens.join(' '), token.at) });
  };
  const first = next();
  const around = within && first && /^[[(]$/.test(first.text) ? first : null;
  if (first && !around) add(first, 0);
  for (let token = next(); token || around; token = next()) {
    const here: Token = around ? ends(token, around) : (token as Token);
    if (around && here.text === CLOSING[around.text]) {
      const more = next();
      if (more) throw new Stop(more.at, `Nothing may follow the closing ${here.text}.`);
      break;
    }
    add(here, around ? 1 : 0);
  }
  return forms;
}

/** The one form of a text. */
export function readForm(text: string, base: number): Json {
  const [one, more] = readForms(text, base);
  if (!one) throw new Stop(base, 'A value is missing.');
  if (more) throw new Stop(more.at, 'One value is enough.');
  return one.value;
}

const asJson = (form: string, at: number): Json =>
  plain(parseEDNString(form, { tagHandlers: { inst: (text: unknown) => text } }), at);

/** As JSON what `edn-data` made. */
function plain(value: unknown, at: number): Json {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value === null || typeof value !== 'object') return value as Json;
  if (Array.isArray(value)) return value.map((item) => plain(item, at));
  const { key, sym, map, list, set, val } = value as Record<string, unknown>;
  if (typeof key === 'string') return `:${key}`;
  if (typeof sym === 'string') return sym;
  if (Array.isArray(list ?? set)) return plain(list ?? set, at);
  if (!Array.isArray(map)) return plain(val ?? null, at);
  const members = (map as [unknown, unknown][]).map(([name, of]): [string, Json] => {
    const word = plain(name, at);
    return [typeof word === 'string' ? word.replace(/^:/, '') : JSON.stringify(word), plain(of, at)];
  });
  if (new Set(members.map(([name]) => name)).size < members.length)
    throw new Stop(at, 'This map gives a name twice.');
  return Object.fromEntries(members);
}
