/** One line for what happened, for files that leave the lab. The page has better sentences, in its own room. */

import type { Entry, Json } from '#/kernel';

const LONGEST = 80;

function short(value: Json | undefined): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function said(entry: Entry): string {
  switch (entry.type) {
    case 'started':
      return `started as ${entry.role}`;
    case 'sent':
      return `sent ${entry.kind} to ${entry.to}: ${short(entry.body)}`;
    case 'delivered':
      return `received ${entry.kind} from ${entry.from}: ${short(entry.body)}`;
    case 'dropped':
      return `${entry.kind} from ${entry.from} to ${entry.to} dropped: ${entry.reason}`;
    case 'duplicated':
    case 'held':
    case 'released':
    case 'delayed':
      return `${entry.kind} from ${entry.from} to ${entry.to} ${entry.type}`;
    case 'timer set':
    case 'timer fired':
    case 'timer cancelled':
      return `${entry.type}: ${entry.name}`;
    case 'persisted':
      return `${entry.append ? 'appended to' : 'wrote'} ${entry.key} on disk: ${short(entry.value)}`;
    case 'crashed':
      return `crashed, disk ${entry.disk}`;
    case 'slowed':
      return `slowed ${entry.factor} times`;
    case 'command':
      return `by hand: ${entry.command.verb}${entry.refused === null ? '' : `, refused: ${entry.refused}`}`;
    case 'invoked':
      return `${entry.process} begins ${entry.f} ${short(entry.value)}`;
    case 'completed':
    case 'late': {
      const { as, value } = entry.seen;
      const late = entry.type === 'late' ? 'late reply to ' : '';
      return `${late}${entry.op}: ${entry.outcome}, saw ${as === 'value' ? short(value) : as}`;
    }
    case 'waits':
      return `${entry.what} ${entry.name} waits`;
    case 'chose':
      return `chose ${entry.value} of ${entry.n}`;
    case 'note':
      return entry.text;
    default:
      return entry.type;
  }
}

/** Never empty, and without a line's end. */
export const entryWords = (entry: Entry): string => said(entry).replace(/\s+/g, ' ').trim() || entry.type;
