/**
 * States of an untimed world in parts, each part by number: what a node is, what a message says, what is in flight.
 * Equal parts have one number and different ones two, since they are told apart by their whole texts; so states can
 * be compared, kept and changed as a handful of numbers.
 */

import { type InFlight, isMessage, type NodeState, type Task, type WorldState } from './state';
import { callsText, contentText, nodeText } from './state-key';

/** A node, with what only it can do next: its timers and the calls to come. */
export interface NodePart {
  readonly place: number;
  readonly node: NodeState;
  readonly tasks: readonly Task[];
}

/** Texts by number, in the order in which they turned up. */
export class Numbers {
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.known.size;
  }

  of(text: string): number {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    this.known.set(text, this.known.size);
    return this.known.size - 1;
  }
}

/** Lists of message numbers by number, in ascending order. */
class Lists {
  readonly all: (readonly number[])[] = [];
  private readonly numbers = new Numbers();

  of(list: readonly number[]): number {
    const sorted = [...list].sort((a, b) => a - b);
    const number = this.numbers.of(sorted.join());
    if (number === this.all.length) this.all.push(sorted);
    return number;
  }
}

export class Parts {
  readonly nodes: NodePart[] = [];
  /** By node part: the number of what of it counts when states are compared. Who it speaks as does not. */
  readonly shown: number[] = [];
  readonly messages: InFlight[] = [];
  private readonly nodeNumbers = new Numbers();
  private readonly shownNumbers = new Numbers();
  private readonly messageNumbers = new Numbers();
  private readonly lists = new Lists();
  /** By list: the messages in it, each once. */
  private readonly distinct: (readonly number[] | undefined)[] = [];
  private readonly fuller: Map<number, number>[] = [];
  private readonly emptier: Map<number, number>[] = [];

  /** `asSet`: how often a message is in flight means nothing. */
  constructor(private readonly asSet: boolean) {
    // Nothing at all has the number 0.
    this.flight([]);
  }

  /** A node as it is in a state. The part keeps it: nobody may change it any more. */
  node(s: Pick<WorldState, 'nodes' | 'queue'>, place: number): number {
    const node = s.nodes[place] as NodeState;
    const shown = `${place}:${nodeText(node)}[${callsText(s, place)}]`;
    const number = this.nodeNumbers.of(`${shown}${node.ops},${node.epoch}`);
    if (number === this.nodes.length) {
      const tasks = s.queue.filter((p): p is Task => !isMessage(p) && p.node === place);
      this.nodes.push({ place, node, tasks });
      this.shown.push(this.shownNumbers.of(shown));
    }
    return number;
  }

  message(m: InFlight): number {
    const number = this.messageNumbers.of(contentText(m));
    if (number === this.messages.length) this.messages.push(m);
    return number;
  }

  /** What is in flight, or part of it. */
  flight(messages: readonly number[]): number {
    return this.lists.of(this.asSet ? [...new Set(messages)] : messages);
  }

  inFlight(flight: number): readonly number[] {
    return this.lists.all[flight] as readonly number[];
  }

  /** The messages in flight, each once. */
  kinds(flight: number): readonly number[] {
    let list = this.distinct[flight];
    if (list === undefined) {
      list = [...new Set(this.inFlight(flight))];
      this.distinct[flight] = list;
    }
    return list;
  }

  plus(flight: number, more: number): number {
    this.fuller[flight] ??= new Map();
    const known = (this.fuller[flight] as Map<number, number>).get(more);
    if (known !== undefined) return known;
    const sum = this.flight([...this.inFlight(flight), ...this.inFlight(more)]);
    this.fuller[flight]?.set(more, sum);
    return sum;
  }

  minus(flight: number, message: number): number {
    this.emptier[flight] ??= new Map();
    const known = (this.emptier[flight] as Map<number, number>).get(message);
    if (known !== undefined) return known;
    const left = [...this.inFlight(flight)];
    left.splice(left.indexOf(message), 1);
    const rest = this.flight(left);
    this.emptier[flight]?.set(message, rest);
    return rest;
  }
}
