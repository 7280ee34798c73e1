/**
 * To whom each node may still send, whatever happens: every part a node can come to, met by every message that anybody
 * can come to send, without asking whether the two would ever meet. So it says too much, and never too little. Leaves
 * out worlds in which this has no end.
 */

import { type ChoiceGraph, KernelError } from '#/kernel';

/** Handlers looked at; a world with more is not for this. */
const MOST = 5_000;

export class Futures {
  /** By part: the places that it, or what it may become, may send to, as bits. */
  private readonly mail: number[] = [];
  /** By part: the parts that may become it. */
  private readonly before: number[][] = [];
  /** By place: the parts its node may be, and the messages that may come. */
  private readonly parts: number[][];
  private readonly messages: number[][];
  private readonly knownMessages = new Set<number>();
  private looked = 0;

  constructor(
    private readonly graph: ChoiceGraph,
    start: Int32Array,
  ) {
    const { size } = graph;
    if (size > 30) throw new KernelError('Order refused: there are more than 30 nodes.');
    this.parts = Array.from({ length: size }, () => []);
    this.messages = Array.from({ length: size }, () => []);
    const todo: (readonly [part: number, message: number])[] = [];
    for (let i = 0; i < size; i++) this.addPart(start[i] as number, todo);
    this.addMessages(start[size] as number, todo);
    // In the order in which they turn up: a node that remembers all it hears would else be followed into the depth.
    for (const [part, message] of todo) this.look(part, message, todo);
    this.spread();
  }

  /** The places that a node in this part may still send to, as bits. */
  of(part: number): number {
    return this.mail[part] ?? -1;
  }

  private addPart(part: number, todo: (readonly [number, number])[]): void {
    if (this.mail[part] !== undefined) return;
    this.mail[part] = 0;
    this.before[part] = [];
    const place = this.graph.placeOf(part);
    this.parts[place]?.push(part);
    todo.push([part, -1]);
    for (const m of this.messages[place] ?? []) todo.push([part, m]);
  }

  /** Gives where they go. */
  private addMessages(flight: number, todo: (readonly [number, number])[]): number {
    let to = 0;
    for (const m of this.graph.messagesIn(flight)) {
      const place = this.graph.addresseeOf(m);
      to |= 1 << place;
      if (this.knownMessages.has(m)) continue;
      this.knownMessages.add(m);
      this.messages[place]?.push(m);
      for (const part of this.parts[place] ?? []) todo.push([part, m]);
    }
    return to;
  }

  private look(part: number, message: number, todo: (readonly [number, number])[]): void {
    if (++this.looked > MOST) {
      throw new KernelError(
        `Order refused: its nodes can come to more than can be looked through beforehand.`,
      );
    }
    for (const { to, sends } of this.graph.results(part, message)) {
      this.addPart(to, todo);
      if (to !== part) this.before[to]?.push(part);
      this.mail[part] = (this.mail[part] as number) | this.addMessages(sends, todo);
    }
  }

  /** Whoever may become somebody who may send there may send there. */
  private spread(): void {
    const todo = [...this.mail.keys()].filter((part) => this.mail[part]);
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
      const mail = this.mail[part] as number;
      for (const earlier of this.before[part] ?? []) {
        const known = this.mail[earlier] as number;
        if ((known | mail) === known) continue;
        this.mail[earlier] = known | mail;
        todo.push(earlier);
      }
    }
  }
}
