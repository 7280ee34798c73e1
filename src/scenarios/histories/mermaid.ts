/**
 * A run as a Mermaid sequence diagram: an arrow where a message arrived, one with a cross where it was dropped, and
 * notes for operations and for what befell a node. Mermaid knows no time, so that latency, timers and what is on disk
 * are left out, and an arrow stands where its message ended.
 */

import type { Entry, MessageName } from '#/kernel';
import { entryWords } from './entry-words';

export interface Participant {
  readonly id: string;
  readonly label?: string;
}

/** Characters that end a line, a label or begin something else in Mermaid, as its own numbered entities. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[#;:<>"&%`\\{}]/g, (char) => `#${char.charCodeAt(0)};`);

const NOTED: readonly Entry['type'][] = [
  'crashed',
  'restarted',
  'paused',
  'resumed',
  'invoked',
  'completed',
  'late',
  'note',
];

const nameOf = ({ from, to, kind, nth, copy }: MessageName): string =>
  JSON.stringify([from, to, kind, nth, copy]);

/** Participants in the order given, those of the trace that are not among them behind. */
export function mermaidText(
  trace: readonly Entry[],
  participants: readonly Participant[],
  words: (entry: Entry) => string = entryWords,
): string {
  const nodes = new Map(participants.map((one) => [one.id, one.label ?? one.id]));
  for (const { node } of trace) if (node !== null && !nodes.has(node)) nodes.set(node, node);
  // Some names mean something to Mermaid ("end"), so that participants go by numbers.
  const ids = new Map([...nodes.keys()].map((node, i) => [node, `n${i}`]));
  const arrow = (message: MessageName, shape: string, more = '') =>
    `  ${ids.get(message.from)}${shape}${ids.get(message.to)}: ${escaped(`${message.kind}${more}`)}`;
  const onTheWay = new Map<string, MessageName>();
  const lines: string[] = [];
  for (const entry of trace) {
    if (entry.type === 'sent' || entry.type === 'duplicated') onTheWay.set(nameOf(entry), entry);
    if (entry.type === 'delivered' || entry.type === 'dropped') {
      onTheWay.delete(nameOf(entry));
      lines.push(entry.type === 'delivered' ? arrow(entry, '->>') : arrow(entry, '-x', ` (${entry.reason})`));
    } else if (entry.node !== null && NOTED.includes(entry.type)) {
      lines.push(`  Note over ${ids.get(entry.node)}: ${escaped(words(entry))}`);
    }
  }
  return [
    'sequenceDiagram',
    ...[...nodes].map(([node, label]) => `  participant ${ids.get(node)} as ${escaped(label)}`),
    ...lines,
    ...[...onTheWay.values()].map((message) => arrow(message, '--)', ' (on its way)')),
    '',
  ].join('\n');
}
