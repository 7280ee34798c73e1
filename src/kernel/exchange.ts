/**
 * Two nodes exchanged: each part of a state as it would be if they had each other's names, by number. A name is
 * exchanged where it is a whole word of its own: a text, the key of a member, or the beginning of an operation's
 * name. Whether the nodes go on to do the same under each other's names is for others to check.
 */

import type { NodePart, Parts } from './parts';
import { copyMessage, type InFlight, type NodeState, type Task } from './state';
import type { Json, NodeId } from './values';

export class Exchange {
  private readonly nodes: number[] = [];
  private readonly messages: number[] = [];
  private readonly flights: number[] = [];

  /** `a` and `b` are places; under the keys in `sets` are lists whose order means nothing, kept in ascending order. */
  constructor(
    private readonly parts: Parts,
    private readonly names: readonly NodeId[],
    readonly a: number,
    readonly b: number,
    private readonly sets: ReadonlySet<string>,
  ) {}

  place(place: number): number {
    return place === this.a ? this.b : place === this.b ? this.a : place;
  }

  node(number: number): number {
    this.nodes[number] ??= this.newNode(this.parts.nodes[number] as NodePart);
    return this.nodes[number] as number;
  }

  message(number: number): number {
    this.messages[number] ??= this.newMessage(this.parts.messages[number] as InFlight);
    return this.messages[number] as number;
  }

  /** What is in flight, or part of it. */
  flight(number: number): number {
    this.flights[number] ??= this.parts.flight(this.parts.inFlight(number).map((m) => this.message(m)));
    return this.flights[number] as number;
  }

  private newNode({ place, node, tasks }: NodePart): number {
    const to = this.place(place);
    const nodes: NodeState[] = [];
    nodes[to] = {
      ...node,
      state: this.value(node.state as Json) as NodeState['state'],
      durable: this.value(node.durable) as NodeState['durable'],
      timers: node.timers.map((t) => ({ ...t, name: this.text(t.name), data: this.value(t.data) })),
      waiting: node.waiting.map((t) => this.task(t)),
      open: node.open && (this.value({ ...node.open }) as unknown as NodeState['open']),
    };
    return this.parts.node({ nodes, queue: tasks.map((t) => this.task(t)) }, to);
  }

  private task(t: Task): Task {
    const call = t.call && { f: t.call.f, value: this.value(t.call.value) };
    return { ...t, node: this.place(t.node), name: this.text(t.name), call };
  }

  private newMessage(m: InFlight): number {
    const [from, to] = [this.place(m.from), this.place(m.to)];
    return this.parts.message({ ...copyMessage(m), from, to, body: this.value(m.body) });
  }

  private text(text: string): string {
    const slash = text.indexOf('/');
    const name = slash < 0 ? text : text.slice(0, slash);
    const place = this.names.indexOf(name as NodeId);
    return place < 0 ? text : `${this.names[this.place(place)]}${text.slice(name.length)}`;
  }

  private value(value: Json, key = ''): Json {
    if (typeof value === 'string') return this.text(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      const list = value.map((item) => this.value(item));
      return this.sets.has(key) ? list.sort() : list;
    }
    const members = Object.entries(value).map(([k, v]) => [this.text(k), this.value(v as Json, k)]);
    return Object.fromEntries(members);
  }
}
