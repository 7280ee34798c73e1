/** Proving a script that was worked by hand: the lab's own clocks give the same stamps, and there is something to slip on. */

import type { QuestionOf } from '../answer-key';
import { type Finding, held, unless } from '../verdict';
import { fillClocksKey } from './fill-clocks';

type FillClocks = QuestionOf<'fill-clocks'>;

/** What the rules take for granted of a script. */
function wrongWith({ clock, nodes, events, given, worked }: FillClocks): readonly string[] {
  const wrong: string[] = [];
  const ids = events.map((e) => e.id);
  const again = ids.filter((id, i) => ids.indexOf(id) < i);
  if (again.length > 0) wrong.push(`Two events are called ${again.join(', ')}.`);
  const stray = given.filter((id) => !ids.includes(id));
  if (stray.length > 0) wrong.push(`Given, and no event: ${stray.join(', ')}.`);
  if (worked.length !== events.length) {
    wrong.push(`There are ${events.length} events, and ${worked.length} were worked by hand.`);
  }
  const sent = new Set<string>();
  for (const { id, node, kind, message, wallMs } of events) {
    if (!nodes.includes(node)) wrong.push(`${id} happens at ${node}, which is not a node.`);
    if ((kind === 'local') !== (message === undefined))
      wrong.push(`${id} is ${kind}, and its message does not fit.`);
    if (clock === 'hlc' && wallMs === undefined) wrong.push(`${id} does not say what its clock reads.`);
    if (kind === 'receive' && !sent.has(message ?? ''))
      wrong.push(`${id} receives ${message}, which nobody has sent.`);
    if (kind === 'send') {
      if (sent.has(message ?? '')) wrong.push(`${message} is sent twice.`);
      sent.add(message ?? '');
    }
  }
  return wrong;
}

export function proveFillClocks(question: FillClocks): Finding {
  const wrong = [...wrongWith(question)];
  if (wrong.length > 0) return unless(wrong, '');
  const { events, asked } = fillClocksKey(question);
  events.forEach(({ id, row }, i) => {
    const said = (question.worked[i] ?? []).join(', ');
    if (said !== row.join(', '))
      wrong.push(`${id} was worked by hand as ${said}; the clock says ${row.join(', ')}.`);
  });
  const slips = new Map<string, string[]>();
  for (const { id, slips: made } of events) {
    if (!asked.includes(id)) continue;
    for (const name of Object.keys(made)) slips.set(name, [...(slips.get(name) ?? []), id]);
  }
  if (asked.length < 2) wrong.push('There are fewer than two events to fill in.');
  if (slips.size < 2)
    wrong.push('There is nothing to slip on: fewer than two wrong rules give anything else.');
  if (wrong.length > 0) return unless(wrong, '');
  const tempting = [...slips].map(([name, ids]) => `${name} at ${ids.join(' ')}`).join('; ');
  return held(
    `The ${question.clock} clock gives all ${events.length} rows as worked. Slips that show: ${tempting}.`,
  );
}
