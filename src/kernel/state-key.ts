/**
 * The state of an untimed world as a text that is equal for equal states, and only for those: node states, disks,
 * timers, what is in flight, calls to come, budgets spent. Its parts are texts of their own, since a choice changes
 * one node and a few messages, and a search keeps the parts by number.
 */

import { type InFlight, isMessage, type NodeState, type Task, type WorldState } from './state';
import { canonical } from './values';

/** A name that cannot run into what follows it. */
const lengthFirst = (name: string): string => `${name.length}:${name}`;

/** What a message says and where it goes: all that tells it from others in flight. */
export const contentText = (m: InFlight): string =>
  `${m.from}>${m.to}>${lengthFirst(m.kind)}${canonical(m.body)}`;

/** All of a node but the calls it has yet to make. */
export function nodeText(n: NodeState): string {
  const timers = n.timers.map((t) => lengthFirst(t.name) + canonical(t.data)).sort();
  const open = n.open ? lengthFirst(n.open.id) : '';
  return `${n.status}${canonical(n.state)}${canonical(n.durable)}[${timers}]${open}`;
}

/** The calls a node has yet to make, those that wait there first. */
export function callsText(s: Pick<WorldState, 'nodes' | 'queue'>, node: number): string {
  const { waiting } = s.nodes[node] as NodeState;
  const due = s.queue.filter((p): p is Task => p.what === 'invoke' && p.node === node);
  if (due.length + waiting.length === 0) return '';
  due.sort((a, b) => a.at - b.at || a.seq - b.seq);
  return [...waiting, ...due].map((c) => canonical(c.call)).join();
}

/** `asSet`: what is in flight may arrive again and again, so that how often it is there means nothing. */
export function stateText(s: WorldState, asSet: boolean): string {
  const nodes = s.nodes.map((n, i) => `${nodeText(n)}[${callsText(s, i)}]`);
  const messages = s.queue.filter(isMessage).map(contentText).sort();
  const flight = asSet ? [...new Set(messages)] : messages;
  const { lost, duplicated, crashes } = s.spent;
  return `${nodes.join('|')}|${flight.join()}|${lost},${duplicated},${crashes}`;
}
