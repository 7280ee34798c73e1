/** What nodes, messages, calls and values are called in sentences and on labels. */

import type { Scenario } from '#/scenarios';

/** What names a message; the fields that entries, views and references share. */
export interface Named {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly nth: number;
  readonly copy?: number;
}

/** What people call a node. */
export function nodeName(scenario: Scenario, id: string): string {
  return scenario.nodes.find((n) => n.id === id)?.label ?? id;
}

/** What a sentence calls a kind of message: "charge request". */
export function kindWords(scenario: Scenario, kind: string): string {
  return scenario.kinds[kind]?.words ?? kind;
}

/** The two to four letters on a token. */
export function kindShort(scenario: Scenario, kind: string): string {
  return scenario.kinds[kind]?.short ?? kind.slice(0, 4);
}

/** "charge request 1", "charge request 1, copy 2". Copy 0 is the original, so the first copy is copy 2 of it. */
export function messageName(scenario: Scenario, m: Named): string {
  const copy = m.copy ? `, copy ${m.copy + 1}` : '';
  return `${kindWords(scenario, m.kind)} ${m.nth}${copy}`;
}

/** "charge request 1 from browser to payment". */
export function messagePath(scenario: Scenario, m: Named): string {
  const [from, to] = [nodeName(scenario, m.from), nodeName(scenario, m.to)];
  return `${messageName(scenario, m)} from ${from} to ${to}`;
}

/** "call 2 of browser" for the operation "browser/2". */
export function callName(scenario: Scenario, op: string): string {
  const slash = op.lastIndexOf('/');
  if (slash < 0) return op;
  return `call ${op.slice(slash + 1)} of ${nodeName(scenario, op.slice(0, slash))}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A value as a person would write it, cut short after `most` characters, between two of its parts where there are some. */
export function valueText(value: unknown, most = 40): string {
  const text = plain(value);
  if (text.length <= most) return text;
  const part = text.lastIndexOf(', ', most - 3);
  return part > 0 ? `${text.slice(0, part)}, …` : `${text.slice(0, most - 1)}…`;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : value.map(plain).join(', ');
  const fields = Object.entries(value).map(([name, field]) => `${name} ${plain(field)}`);
  return fields.length === 0 ? 'nothing' : fields.join(', ');
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** "first" for 1; figures from ten on. */
export function ordinal(n: number): string {
  return ordinals[n - 1] ?? `${n}th`;
}

/** Upper case for the first letter of a sentence that does not begin with a name. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
