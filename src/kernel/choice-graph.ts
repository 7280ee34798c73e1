/**
 * An untimed world as a graph: a state is a few numbers (`Parts`), and a choice leads from one to another. What a
 * handler does follows from its node, from what it handles and from its course, and from nothing else in the world;
 * so it is run once for each of these, and looked up whenever they meet again. Since only `take` of the world is
 * used, worlds that take choices in their own way work too, as long as a choice changes one node and what is in flight.
 */

import { Exchange } from './exchange';
import { glance } from './glance';
import type { OperationRecord } from './history';
import { nameOf } from './network';
import { type NodePart, Parts } from './parts';
import { copyMessage, type InFlight, isMessage, type Pending, type WorldState } from './state';
import { contentText } from './state-key';
import { Stories } from './stories';
import type { Entry } from './trace';
import type { Choice, UntimedWorld } from './untimed';
import type { View } from './view';

/** A choice, wherever it is taken; a message is meant by what it says. */
export interface Move {
  readonly choice: Choice;
  /** The number of the message, or −1. */
  readonly message: number;
}

interface Transition {
  readonly move: Move;
  /** The part that the node becomes. */
  readonly to: number;
  /** What it sends; 0 is nothing. */
  readonly sends: number;
  readonly told: number;
  readonly crashes: 0 | 1;
}

/** Told of every edge. */
export interface Edges {
  /** `graph.next` is the state that the move leads to; it is written over afterwards. */
  arrive(move: Move): void;
  /** A move that changes nothing. */
  stay(): void;
}

export class ChoiceGraph {
  /** How many numbers a state has: its nodes, what is in flight, three budgets spent, its story. */
  readonly width: number;
  readonly next: Int32Array;
  private readonly parts: Parts;
  private readonly stories = new Stories();
  private readonly base: WorldState;
  /** How many nodes there are. */
  readonly size: number;
  private seq = 0;
  private readonly own: (readonly Transition[] | undefined)[] = [];
  private readonly handled: Map<number, readonly Transition[]>[] = [];
  private readonly lost: Move[] = [];
  private readonly copied: Move[] = [];
  /** Every handler that was run: whose, by the number of its part, and of what message, or −1. */
  readonly handlers: (readonly [node: number, message: number])[] = [];

  /** `tells`: what happens to operations is part of a state. The world is used up. */
  constructor(
    private readonly world: UntimedWorld,
    private readonly tells: boolean,
  ) {
    this.parts = new Parts(world.redelivers);
    this.base = world.checkpoint();
    this.size = this.base.nodes.length;
    this.seq = this.base.seq;
    this.width = this.size + 5;
    this.next = new Int32Array(this.width);
  }

  /** Where the world stands, in `next`. */
  start(): void {
    const { base, size, next } = this;
    for (let i = 0; i < size; i++) next[i] = this.parts.node(base, i);
    next[size] = this.parts.flight(base.queue.filter(isMessage).map((m) => this.parts.message(m)));
    next[size + 1] = base.spent.lost;
    next[size + 2] = base.spent.duplicated;
    next[size + 3] = base.spent.crashes;
    next[size + 4] = 0;
  }

  /** What of a number of a state counts when it is compared with another. */
  shown(i: number, value: number): number {
    return i < this.size ? (this.parts.shown[value] as number) : value;
  }

  /**
   * Follows every choice, on every course, from the state that begins at `at`. Gives how many there are. `only`: not all
   * of them, but those of these places, as bits of a number; what the network does to a message goes with whom it is for.
   */
  follow(states: Int32Array, at: number, edges: Edges, only = -1): number {
    const { next, parts, size, world } = this;
    const { budgets } = world;
    for (let i = 0; i < this.width; i++) next[i] = states[at + i] as number;
    const flight = next[size] as number;
    let count = 0;
    for (const m of parts.kinds(flight)) {
      const place = (parts.messages[m] as InFlight).to;
      if ((only & (1 << place)) === 0) continue;
      const left = world.redelivers ? flight : parts.minus(flight, m);
      for (const t of this.deliveries(next[place] as number, m)) count += this.go(place, left, t, edges);
      if ((next[size + 1] as number) < budgets.maxLost) {
        count += this.swap(parts.minus(flight, m), size + 1, this.losing(m), edges);
      }
      if ((next[size + 2] as number) < budgets.maxDuplicated) {
        count += this.swap(parts.plus(flight, parts.flight([m])), size + 2, this.copying(m), edges);
      }
    }
    for (let i = 0; i < size; i++) {
      if ((only & (1 << i)) === 0) continue;
      for (const t of this.doings(next[i] as number)) count += this.go(i, flight, t, edges);
    }
    return count;
  }

  /** Takes one transition of a node and takes it back. */
  private go(place: number, left: number, t: Transition, edges: Edges): number {
    const { next, size, parts } = this;
    const crashes = next[size + 3] as number;
    if (t.crashes === 1 && crashes >= this.world.budgets.maxCrashes) return 0;
    const [node, flight, story] = [next[place] as number, next[size] as number, next[size + 4] as number];
    const after = t.sends === 0 ? left : parts.plus(left, t.sends);
    if (t.to === node && after === flight && t.told === 0 && t.crashes === 0) {
      edges.stay();
      return 1;
    }
    next[place] = t.to;
    next[size] = after;
    next[size + 3] = crashes + t.crashes;
    next[size + 4] = this.stories.after(story, t.told);
    edges.arrive(t.move);
    next[place] = node;
    next[size] = flight;
    next[size + 3] = crashes;
    next[size + 4] = story;
    return 1;
  }

  /** What the network does by itself, at the cost of one of a budget. */
  private swap(after: number, budget: number, move: Move, edges: Edges): number {
    const { next, size } = this;
    const flight = next[size] as number;
    next[size] = after;
    (next[budget] as number)++;
    edges.arrive(move);
    next[size] = flight;
    (next[budget] as number)--;
    return 1;
  }

  private deliveries(node: number, message: number): readonly Transition[] {
    this.handled[node] ??= new Map();
    const at = this.handled[node] as Map<number, readonly Transition[]>;
    let found = at.get(message);
    if (found === undefined) {
      const m = copyMessage(this.parts.messages[message] as InFlight);
      const choice: Choice = { do: 'deliver', message: nameOf(this.world.core, m) };
      found = this.transitions(this.alone(node, [m]), node, message, [choice]);
      at.set(message, found);
      this.handlers.push([node, message]);
    }
    return found;
  }

  /** What a node can do without a message. */
  private doings(node: number): readonly Transition[] {
    let found = this.own[node];
    if (found === undefined) {
      const state = this.alone(node, []);
      const { place } = this.parts.nodes[node] as NodePart;
      const choices = this.world.adopt(state).choices();
      const its = choices.filter((choice) => this.world.concerned(choice) === place);
      found = this.transitions(state, node, -1, its);
      this.own[node] = found;
      this.handlers.push([node, -1]);
    }
    return found;
  }

  /** A world in which this node has what it has, and nothing else can happen. */
  private alone(node: number, messages: readonly InFlight[]): WorldState {
    const part = this.parts.nodes[node] as NodePart;
    const nodes = this.base.nodes.slice();
    nodes[part.place] = part.node;
    const queue: Pending[] = [...part.tasks, ...messages];
    const spent = { lost: 0, duplicated: 0, crashes: 0 };
    return { ...this.base, seq: this.seq, nodes, queue, spent };
  }

  /** Takes the choices, each on every course. */
  private transitions(
    state: WorldState,
    node: number,
    message: number,
    firsts: readonly Choice[],
  ): readonly Transition[] {
    const { world } = this;
    const { place } = this.parts.nodes[node] as NodePart;
    const found: Transition[] = [];
    for (const first of firsts) {
      const courses: Choice[] = [first];
      for (let choice = courses.pop(); choice; choice = courses.pop()) {
        const entries: Entry[] | null = this.tells ? [] : null;
        // Numbers of timers are never used twice, or one would pass for another.
        state.seq = this.seq;
        const taken = world.takeFrom(state, choice, entries);
        const { s } = world.core;
        this.seq = s.seq;
        const sent = s.queue.filter(isMessage).map((m) => this.parts.message(m));
        found.push({
          move: { choice, message },
          to: this.parts.node(s, place),
          // Where messages stay, what was delivered is still there: nobody sent it.
          sends: this.parts.flight(sent.filter((m) => m !== message)),
          told: entries === null ? 0 : this.stories.telling(entries),
          crashes: s.spent.crashes === 0 ? 0 : 1,
        });
        courses.push(...world.courses(choice, taken));
      }
    }
    return found;
  }

  /** What a handler may come to: the parts that its node may become, and the messages it sends on the way. */
  results(node: number, message: number): readonly { readonly to: number; readonly sends: number }[] {
    return message < 0 ? this.doings(node) : this.deliveries(node, message);
  }

  /** The place of a node's part, or the one a message goes to. */
  placeOf(part: number): number {
    return (this.parts.nodes[part] as NodePart).place;
  }

  addresseeOf(message: number): number {
    return (this.parts.messages[message] as InFlight).to;
  }

  /** Two nodes of the world, exchanged. */
  exchange(a: number, b: number, sets: readonly string[]): Exchange {
    return new Exchange(this.parts, this.world.core.names, a, b, new Set(sets));
  }

  /** Whether a handler, run under exchanged names, does the same under exchanged names. Operations do not count. */
  commutes(x: Exchange, node: number, message: number): boolean {
    const text = (to: number, sends: number, crashes: number) => `${to},${sends},${crashes}`;
    const here = message < 0 ? this.doings(node) : this.deliveries(node, message);
    const there = message < 0 ? this.doings(x.node(node)) : this.deliveries(x.node(node), x.message(message));
    const renamed = here.map((t) => text(x.node(t.to), x.flight(t.sends), t.crashes)).sort();
    const found = there.map((t) => text(t.to, t.sends, t.crashes)).sort();
    return renamed.join(';') === found.join(';');
  }

  /** The messages of a flight, by number. */
  messagesIn(flight: number): readonly number[] {
    return this.parts.inFlight(flight);
  }

  /** What a handler is about, in words: whose it is, and the kind of the message. */
  handlerText(node: number, message: number): string {
    const { names } = this.world.core;
    const name = names[(this.parts.nodes[node] as NodePart).place];
    if (message < 0) return `what ${name} does by itself`;
    const { kind, from } = this.parts.messages[message] as InFlight;
    return `what ${name} does when ${kind} comes from ${names[from]}`;
  }

  private losing(m: number): Move {
    this.lost[m] ??= { choice: { do: 'lose', message: this.nameOf(m) }, message: m };
    return this.lost[m] as Move;
  }

  private copying(m: number): Move {
    this.copied[m] ??= { choice: { do: 'duplicate', message: this.nameOf(m) }, message: m };
    return this.copied[m] as Move;
  }

  private nameOf(m: number) {
    return nameOf(this.world.core, this.parts.messages[m] as InFlight);
  }

  /**
   * Good until the next is asked for: the state that begins at `at`, to look at its nodes and at what is in flight. How many messages there ever were
   * and when things happened, a state does not know: of these, the view says what keeps the books balanced.
   */
  view(states: Int32Array, at: number, depth: number): View {
    const { base, parts, size, world } = this;
    const its = Array.from({ length: size }, (_, i) => parts.nodes[states[at + i] as number] as NodePart);
    const messages = parts.inFlight(states[at + size] as number).map((m, nth) => {
      return { ...copyMessage(parts.messages[m] as InFlight), nth: nth + 1, copy: 0 };
    });
    const [lost, duplicated, crashes] = states.slice(at + size + 1, at + size + 4);
    world.adopt({
      ...base,
      index: depth,
      now: base.now + depth,
      nodes: its.map(({ node }) => node),
      queue: [...its.flatMap(({ tasks }) => tasks), ...messages],
      counts: { sent: messages.length, duplicated: 0, delivered: 0, dropped: 0 },
      spent: { lost: lost as number, duplicated: duplicated as number, crashes: crashes as number },
    });
    return glance(world);
  }

  operations(states: Int32Array, at: number): readonly OperationRecord[] {
    return this.stories.operations(states[at + this.width - 1] as number);
  }

  /** The moves as choices that can be taken one after the other, from where the world stood at first. */
  schedule(moves: readonly Move[]): readonly Choice[] {
    const { core } = this.world.restore(this.base);
    return moves.map(({ choice: meant, message }) => {
      let choice = meant;
      if (message >= 0 && 'message' in meant) {
        const text = contentText(this.parts.messages[message] as InFlight);
        const fitting = core.s.queue.filter((p): p is InFlight => isMessage(p) && contentText(p) === text);
        fitting.sort((a, b) => a.seq - b.seq);
        choice = { ...meant, message: nameOf(core, fitting[0] as InFlight) };
      }
      this.world.take(choice);
      return choice;
    });
  }
}
