/**
 * The state of an untimed world as a text that is equal for equal states, and only for those. A choice changes one
 * node and a few messages, so their texts are remembered by the objects they are of; whoever changes an object in
 * place says so with `forget`. Texts are numbered as they turn up, which makes a short key as exact as a long one.
 */

import { type InFlight, isMessage, type NodeState, type Task, type WorldState } from './state';
import { canonical } from './values';

/** A name that cannot run into what follows it. */
const lengthFirst = (name: string): string => `${name.length}:${name}`;

const messageText = (m: InFlight): string => `${m.from}>${m.to}>${lengthFirst(m.kind)}${canonical(m.body)}`;

/** All of a node but the calls it has yet to make. */
function nodeText(n: NodeState): string {
  const timers = n.timers.map((t) => lengthFirst(t.name) + canonical(t.data)).sort();
  const open = n.open ? lengthFirst(n.open.id) : '';
  return `${n.status}${canonical(n.state)}${canonical(n.durable)}[${timers}]${open}`;
}

/** Texts by number, in the order in which they turned up, and the numbers of the objects they are of. */
class Numbered {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly known = new WeakMap<object, number>();

  ofText(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  of<T extends object>(it: T, write: (of: T) => string): number {
    let number = this.known.get(it);
    if (number === undefined) {
      number = this.ofText(write(it));
      this.known.set(it, number);
    }
    return number;
  }

  forget(it: object): void {
    this.known.delete(it);
  }

  text(number: number): string {
    return this.texts[number] as string;
  }
}

export class StateTexts {
  private readonly numbered = new Numbered();

  /** The number of what a message says and where it goes: equal messages have the same. */
  message(m: InFlight): number {
    return this.numbered.of(m, messageText);
  }

  forget(n: NodeState | undefined): void {
    if (n) this.numbered.forget(n);
  }

  whole(s: WorldState): string {
    const { numbered } = this;
    const nodes = s.nodes.map((n, i) => `${numbered.text(numbered.of(n, nodeText))}[${callsText(s, i)}]`);
    const flight = this.flight(s).map((m) => numbered.text(m));
    return `${nodes.join('|')}|${flight.sort().join()}|${spentText(s)}`;
  }

  short(s: WorldState): string {
    let key = '';
    for (let i = 0; i < s.nodes.length; i++) {
      key += unit(this.numbered.of(s.nodes[i] as NodeState, nodeText));
      const calls = callsText(s, i);
      key += unit(calls === '' ? 0 : 1 + this.numbered.ofText(calls));
    }
    const flight = this.flight(s).sort(ascending);
    for (let i = 0; i < flight.length; i++) key += unit(flight[i] as number);
    return key + spentText(s);
  }

  private flight(s: WorldState): number[] {
    const flight: number[] = [];
    for (const p of s.queue) if (isMessage(p)) flight.push(this.message(p));
    return flight;
  }
}

const ascending = (a: number, b: number): number => a - b;

const spentText = ({ spent }: WorldState): string => `|${spent.lost},${spent.duplicated},${spent.crashes}`;

/** A number as one or three characters, none of which is a digit, a comma or a bar; no unit begins another. */
const unit = (n: number): string =>
  n < 0xe000
    ? String.fromCharCode(n + 0x1000)
    : String.fromCharCode(0xffff, 0x1000 + (n >> 15), 0x1000 + (n & 0x7fff));

/** The calls a node has yet to make, those that wait there first. */
function callsText(s: WorldState, node: number): string {
  const { waiting } = s.nodes[node] as NodeState;
  const due = s.queue.filter((p): p is Task => p.what === 'invoke' && p.node === node);
  if (due.length + waiting.length === 0) return '';
  due.sort((a, b) => a.at - b.at || a.seq - b.seq);
  return [...waiting, ...due].map((c) => canonical(c.call)).join();
}
