/** What somebody pasted or opened: histories, a log with clocks, or where and why it makes no sense. */

import {
  type History,
  type ObjectName,
  readHistories,
  readShiviz,
  type SpaceTime,
  type Unreadable,
} from '#/scenarios';
import { MOST_OPERATIONS } from '../document/edits';

export interface Opened {
  readonly history: History;
  readonly object: ObjectName;
}

export interface Refused extends Unreadable {
  /** The text around the place, and how far into it the place is. */
  readonly excerpt: { readonly text: string; readonly at: number };
}

export type Read =
  | { readonly ok: true; readonly histories: readonly Opened[] }
  | { readonly ok: true; readonly executions: readonly SpaceTime[] }
  | Refused;

const AROUND = 40;

/** What stands around a place, on its own line. */
export function excerptOf(text: string, line: number, column: number): Refused['excerpt'] {
  const whole = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const from = Math.max(0, column - 1 - AROUND);
  return { text: whole.slice(from, column - 1 + AROUND).replaceAll('\t', ' '), at: column - 1 - from };
}

/** A clock such as {"host": 1}, or the pattern that says where clocks are. */
const hasClocks = /\{\s*"[^"\n]*"\s*:\s*\d|\(\?<clock>/;
/** JSON or EDN, and not the "[INFO]" that many logs begin with. */
const isData = /^\s*(?:[{;]|\[(?!\s*[A-Za-z]))/;

export function readText(text: string, name: string): Read {
  const refuse = ({ line, column, reason }: Omit<Unreadable, 'ok'>): Refused => ({
    ok: false,
    line,
    column,
    reason,
    excerpt: excerptOf(text, line, column),
  });
  const read = readHistories(text, { name });
  if (!read.ok) {
    if (isData.test(text) || !hasClocks.test(text)) return refuse(read);
    const log = readShiviz(text);
    return log.ok ? { ok: true, executions: log.executions } : refuse(log);
  }
  const most = read.histories.reduce((sum, { history }) => Math.max(sum, history.operations.length), 0);
  if (most > MOST_OPERATIONS) {
    const why = `It holds ${most} operations, and this page draws at most ${MOST_OPERATIONS}.`;
    return refuse({
      line: 1,
      column: 1,
      reason: `${why} At a prompt, npm run lab -- check judges longer ones.`,
    });
  }
  if (read.histories.length === 0)
    return refuse({ line: 1, column: 1, reason: 'There is no history in it.' });
  return { ok: true, histories: read.histories };
}
