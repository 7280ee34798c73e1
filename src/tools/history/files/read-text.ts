/** A history from a text that somebody pasted or opened: what it holds, or where and why it makes no sense. */

import { type History, type ObjectName, readHistories } from '#/scenarios';
import { MOST_OPERATIONS } from '../document/edits';

export interface Opened {
  readonly history: History;
  readonly object: ObjectName;
}

export interface Refused {
  readonly ok: false;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  /** The text around the place, and how far into it the place is. */
  readonly excerpt: { readonly text: string; readonly at: number };
}

export type Read = { readonly ok: true; readonly histories: readonly Opened[] } | Refused;

const BEFORE = 40;
const AFTER = 40;

/** What stands around a place, on its own line. */
export function excerptOf(text: string, line: number, column: number): Refused['excerpt'] {
  const whole = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const from = Math.max(0, column - 1 - BEFORE);
  return { text: whole.slice(from, column - 1 + AFTER).replaceAll('\t', ' '), at: column - 1 - from };
}

export function readText(text: string, name: string): Read {
  const refuse = (line: number, column: number, reason: string): Refused => ({
    ok: false,
    line,
    column,
    reason,
    excerpt: excerptOf(text, line, column),
  });
  const read = readHistories(text, { name });
  if (!read.ok) return refuse(read.line, read.column, read.reason);
  const most = read.histories.reduce((sum, { history }) => Math.max(sum, history.operations.length), 0);
  if (most > MOST_OPERATIONS) {
    const why = `It holds ${most} operations, and this page draws at most ${MOST_OPERATIONS}.`;
    return refuse(1, 1, `${why} At a prompt, npm run lab -- check judges longer ones.`);
  }
  if (read.histories.length === 0) return refuse(1, 1, 'There is no history in it.');
  return { ok: true, histories: read.histories };
}
