/**
 * Partial order: where two nodes have nothing to do with each other any more, whose turn comes first makes no
 * difference to where it all ends, and one order is enough. The nodes whose choices are followed are such that nobody
 * else can ever write to them again (a persistent set, Godefroid 1996): so what they can do now they can do later, to the
 * same effect, and nothing that they could do is missed. Every end is found, and a shortest way to it; states on
 * the way are not all there.
 * What is lost, copied or cut short by a crash goes with the node it happens to: that all draw on one budget does no
 * harm, since what both afford in one order they afford in the other, and since beside each fault there is what happens
 * without it, which costs nothing.
 */

import type { ChoiceGraph, Edges } from '#/kernel';
import { Futures } from './futures';

export class Order {
  private readonly futures: Futures;
  /** By who may still write to whom. */
  private readonly known = new Map<string, readonly number[]>();

  constructor(
    private readonly graph: ChoiceGraph,
    start: Int32Array,
  ) {
    this.futures = new Futures(graph, start);
  }

  /** As the graph's `follow`, with as few choices as will do. */
  follow(states: Int32Array, at: number, edges: Edges): number {
    const { graph } = this;
    let moved = 0;
    const counting: Edges = {
      arrive: (move) => {
        moved++;
        edges.arrive(move);
      },
      stay: () => edges.stay(),
    };
    for (const places of this.closed(states, at)) {
      // Who can only stay as it is keeps nobody waiting.
      const count = graph.follow(states, at, counting, places);
      if (moved > 0) return count;
    }
    return graph.follow(states, at, edges);
  }

  /** Sets of places that nobody outside can ever write to again, the smallest first; each is that of one of its nodes. */
  private closed(states: Int32Array, at: number): readonly number[] {
    const { size } = this.graph;
    const mail: number[] = [];
    for (let i = 0; i < size; i++) mail.push(this.futures.of(states[at + i] as number));
    const key = mail.join();
    let sets = this.known.get(key);
    if (sets === undefined) {
      sets = closedIn(mail);
      this.known.set(key, sets);
    }
    return sets;
  }
}

/** `mail`: by place, to whom it may still write, as bits. */
function closedIn(mail: readonly number[]): readonly number[] {
  const size = mail.length;
  const found = new Set<number>();
  for (let first = 0; first < size; first++) {
    let places = 1 << first;
    for (let grown = true; grown; ) {
      grown = false;
      for (let i = 0; i < size; i++) {
        if ((places & (1 << i)) !== 0 || ((mail[i] as number) & places) === 0) continue;
        places |= 1 << i;
        grown = true;
      }
    }
    found.add(places);
  }
  const whole = (1 << size) - 1;
  return [...found].filter((places) => places !== whole).sort((a, b) => bits(a) - bits(b) || a - b);
}

function bits(of: number): number {
  let count = 0;
  for (let rest = of; rest !== 0; rest &= rest - 1) count++;
  return count;
}
