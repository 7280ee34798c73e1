/**
 * Where a text stopped making sense, and how much text is read at all. Readers throw a `Stop` inside this folder;
 * `reading` turns it into a refusal, so that nothing is thrown at anybody outside.
 */

/** Characters of a file and of a line of a log, operations of a file, and how deep lists and objects may nest. */
export const MOST_CHARACTERS = 16_000_000;
export const LONGEST_LINE = 4_000;
export const MOST_OPERATIONS = 200_000;
export const DEEPEST = 64;

export interface Unreadable {
  readonly ok: false;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** A sentence for the reader. */
  readonly reason: string;
}

/** Thrown by a reader at a place of its text: an offset from 0. */
export class Stop extends Error {
  constructor(
    readonly at: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Line and column of an offset, in a text whose lines end with \n. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}

export interface Line {
  readonly text: string;
  readonly at: number;
  /** From 1. */
  readonly number: number;
}

/** The lines of a log. Throws a Stop at one so long that searching it could take for ever. */
export function linesOf(text: string): readonly Line[] {
  let at = 0;
  return text.split('\n').map((part, i) => {
    if (part.length > LONGEST_LINE)
      throw new Stop(at, `A line of a log has at most ${LONGEST_LINE} characters.`);
    const line = { text: part, at, number: i + 1 };
    at += part.length + 1;
    return line;
  });
}

/** Where a text holds a character that no text holds; −1: nowhere. */
function oddAt(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && (code < 9 || code > 13)) return i;
  }
  return -1;
}

/** Runs a reader over a text that is short enough and is text at all, its lines ended with \n alone. */
export function reading<T extends { readonly ok: true }>(
  given: string,
  read: (text: string) => T,
): T | Unreadable {
  // Some editors begin a file with an invisible mark, which is no part of the text.
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    const long = text.length > MOST_CHARACTERS;
    if (long) throw new Stop(0, `This is longer than the lab reads: at most ${MOST_CHARACTERS} characters.`);
    const odd = oddAt(text);
    if (odd >= 0) throw new Stop(odd, 'This is not text: it holds a control character.');
    if (text.trim() === '') throw new Stop(0, 'There is nothing in it.');
    return read(text);
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { ok: false, ...placeOf(text, Math.min(stop.at, text.length)), reason: stop.message };
  }
}
