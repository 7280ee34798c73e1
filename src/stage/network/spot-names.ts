/** What the buttons over the picture are called: everything that the drawing shows of a thing, in words. */

import type { MessageView, NodeView, Scenario } from '#/scenarios';
import { messageName, nodeName } from '../words';
import { clockWords, isOff } from './clocks';
import type { CutState } from './cuts';
import { nodeWords } from './labels';
import type { LinkPlace } from './layout';

export function nodeSpotName(node: NodeView, at: number, scenario: Scenario): string {
  const said = [nodeWords(node)];
  if (node.status !== 'crashed') {
    if (node.armed) said.push('a crash is armed');
    if (node.factor !== 1) said.push(`${node.factor} times slower`);
    if (scenario.clocks || isOff(node, at)) said.push(`its clock is ${clockWords(node, { from: at, at })}`);
  }
  return `${nodeName(scenario, node.id)}: ${said.join(', ')}`;
}

/** What pressing it does comes first; `verb` is null where a learner may do neither. */
export function linkSpotName(
  link: Pick<LinkPlace, 'a' | 'b'>,
  state: CutState,
  verb: 'Cut' | 'Mend' | null,
  scenario: Scenario,
): string {
  const [a, b] = [nodeName(scenario, link.a), nodeName(scenario, link.b)];
  const name = `the link between ${a} and ${b}`;
  const now = {
    both: ', which is cut',
    forwards: `, which is cut from ${a} to ${b}`,
    backwards: `, which is cut from ${b} to ${a}`,
  };
  const stands = state === null ? '' : now[state];
  return verb === null ? `T${name.slice(1)}${stands}` : `${verb} ${name}${stands}`;
}

export function messageSpotName(m: MessageView, scenario: Scenario): string {
  const path = `from ${nodeName(scenario, m.from)} to ${nodeName(scenario, m.to)}`;
  const stands = { 'in flight': 'on its way', held: 'held', waiting: 'waiting at the door' }[m.status];
  return `${messageName(scenario, m)} ${path}, ${stands}`;
}
