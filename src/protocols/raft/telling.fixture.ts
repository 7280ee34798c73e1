/** A run of Raft as lines that a person can review: what was handled, written, sent, and who crashed. */

import type { Entry, Json } from '#/kernel';
import { commandText } from './describe';
import type { LogEntry } from './disk';

type Body = Readonly<Record<string, Json>>;

const entryText = (e: LogEntry): string => `${e.index}:${e.term} ${commandText(e)}`;
const entriesText = (list: Json): string => {
  const entries = list as unknown as readonly LogEntry[];
  return entries.length === 0 ? 'nothing' : entries.map(entryText).join(', ');
};

function bodyText(kind: string, body: Body): string {
  switch (kind) {
    case 'RequestVote':
    case 'PreVote':
      return `term ${body.term}, last entry ${body.lastLogIndex}:${body.lastLogTerm}`;
    case 'Vote':
    case 'PreVoted':
      return `term ${body.term}, ${body.voteGranted ? 'yes' : 'no'}`;
    case 'AppendEntries':
      return `term ${body.term}, after ${body.prevLogIndex}:${body.prevLogTerm} ${entriesText(body.entries ?? [])}, committed ${body.leaderCommit}`;
    case 'Appended':
      return body.success
        ? `term ${body.term}, has up to ${body.matchIndex}`
        : `term ${body.term}, no: from ${body.conflictIndex} on, term ${body.conflictTerm}`;
    case 'request':
      return `${body.call} ${body.f} ${JSON.stringify(body.value)}`;
    case 'answer':
      return `${body.call} ${JSON.stringify(body.value)}`;
    case 'redirect':
      return `${body.call} ask ${body.leader || 'somebody else'}`;
    default:
      return JSON.stringify(body);
  }
}

function writtenText(key: string, value: Json, append: boolean): string | null {
  if (key === 'log')
    return append ? `+ ${entryText(value as unknown as LogEntry)}` : `log ${entriesText(value)}`;
  if (key === 'led') return null;
  const { currentTerm, votedFor } = value as Body;
  return key === 'term and vote' ? `term ${currentTerm}, vote ${votedFor || 'none'}` : JSON.stringify(value);
}

/** What an entry says, or null for what a reviewer can do without. */
function said(entry: Entry): string | null {
  switch (entry.type) {
    case 'delivered':
      return `${entry.to} <- ${entry.from}  ${entry.kind}: ${bodyText(entry.kind, entry.body as Body)}`;
    case 'dropped':
      return `${entry.from} -x ${entry.to}  ${entry.kind} ${entry.nth}: ${entry.reason}`;
    case 'timer fired':
      return `${entry.node}  ${entry.name} timer`;
    case 'persisted': {
      const text = writtenText(entry.key, entry.value, entry.append);
      return text === null ? null : `${entry.node}  writes ${text}`;
    }
    case 'invoked':
      return `${entry.node}  calls ${entry.f} ${JSON.stringify(entry.value)}`;
    case 'completed':
      return `${entry.node}  ${entry.op} ${entry.outcome} ${JSON.stringify(entry.seen.value ?? null)}`;
    case 'crashed':
    case 'restarted':
      return `${entry.node}  ${entry.type}`;
    case 'command':
      return `-- ${entry.command.verb}`;
    default:
      return null;
  }
}

/** One line for each, with the time in milliseconds. */
export const telling = (trace: readonly Entry[]): string =>
  `${trace
    .flatMap((entry) => {
      const text = said(entry);
      return text === null ? [] : [`${(entry.at / 1000).toFixed(3).padStart(9)}  ${text}`];
    })
    .join('\n')}\n`;
