/** Where things stand, in one paragraph: for a screen reader, on demand, and as the description of a figure. */

import type { OperationRecord, Scenario, View } from '#/scenarios';
import { linksShort } from './link-words';
import { callName, capital, kindWords, listed, nodeName } from './names';
import { knownWords } from './sentence';
import { timeText } from './time';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function messagesWords(view: View, scenario: Scenario): string[] {
  const said: string[] = [];
  const groups: readonly (readonly [View['messages'][number]['status'], string])[] = [
    ['in flight', 'on the way'],
    ['held', 'held'],
    ['waiting', 'waiting at a paused node'],
  ];
  for (const [status, words] of groups) {
    const these = view.messages.filter((m) => m.status === status);
    if (these.length === 0) continue;
    if (these.length > 4) said.push(`${these.length} messages are ${words}`);
    else {
      const names = these.map(
        (m) =>
          `${kindWords(scenario, m.kind)} from ${nodeName(scenario, m.from)} to ${nodeName(scenario, m.to)}`,
      );
      said.push(`${capital(words)}: ${listed(names)}`);
    }
  }
  return said.length === 0 ? ['Nothing is on the way'] : said;
}

/** "At 84 ms: browser is waiting; payment has no charges. On the way: …" */
export function summary(
  view: View,
  operations: readonly OperationRecord[],
  scenario: Scenario,
  at = view.at,
): string {
  const nodes = view.nodes.map((n) => {
    const status = n.status === 'running' || n.status === 'crashed' ? '' : ` (${n.status})`;
    return `${nodeName(scenario, n.id)}${status}: ${n.words}`;
  });
  const cut = view.links.filter((l) => l.cut);
  const open = operations.filter((op) => op.outcome === 'open');
  const last = operations.filter((op) => op.outcome !== 'open').at(-1);
  const parts = [
    `At ${timeText(at)}. ${nodes.join('; ')}`,
    ...messagesWords(view, scenario),
    ...(cut.length > 0 ? [`Cut: ${linksShort(scenario, cut)}`] : []),
    ...(open.length > 0 ? [`Still open: ${listed(open.map((op) => callName(scenario, op.id)))}`] : []),
    ...(last && last.outcome !== 'open'
      ? [`${capital(callName(scenario, last.id))} has ended: ${knownWords(last.outcome)}`]
      : []),
    ...(view.ledger.dropped > 0 ? [`So far ${count(view.ledger.dropped, 'message')} lost`] : []),
  ];
  return parts.map((part) => `${part}.`).join(' ');
}
