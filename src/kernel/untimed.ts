/**
 * The untimed way to drive a world: nothing happens by itself; a search, or a person, chooses which message
 * arrives, is lost or is copied, which timer fires, which call begins, and where a crash cuts a handler short.
 */

import type { MessageRef } from './command';
import type { Budgets, WorldConfig } from './config';
import { KernelError } from './errors';
import { drop, duplicate, nameOf } from './network';
import type { Protocol } from './protocol';
import {
  forkState,
  type InFlight,
  isMessage,
  type NodeState,
  type Pending,
  type Task,
  type WorldState,
} from './state';
import { contentText, stateText } from './state-key';
import type { Entry } from './trace';
import type { NodeId } from './values';
import { messageText, named } from './whereabouts';
import { World } from './world';

/** How a handler goes: the answers to its `choose`, and after how many effects the node crashes, if it does. */
export interface Course {
  readonly chose?: readonly number[];
  readonly crashAfter?: number;
}

export type Choice =
  | ({ readonly do: 'deliver'; readonly message: MessageRef } & Course)
  | { readonly do: 'lose'; readonly message: MessageRef }
  | { readonly do: 'duplicate'; readonly message: MessageRef }
  | ({ readonly do: 'fire'; readonly node: NodeId; readonly timer: string } & Course)
  | ({ readonly do: 'invoke'; readonly node: NodeId } & Course)
  | { readonly do: 'restart'; readonly node: NodeId };

/** What taking a choice showed about its handler: where it could have been cut, and what else it could choose. */
export interface Taken {
  readonly effects: number;
  readonly arities: readonly number[];
}

const NOTHING: Taken = { effects: 0, arities: [] };
/** The picture needs some distance between events; it means nothing. */
const STRIDE_US = 10_000;

export class UntimedWorld extends World {
  constructor(
    config: WorldConfig,
    protocol: Protocol,
    readonly budgets: Budgets,
    options: { trace?: Entry[] | null; freeze?: boolean } = {},
  ) {
    super(config, protocol, { ...options, untimed: true });
  }

  /** Every choice of the present state, handlers going their first course; equal messages are offered once. */
  choices(): readonly Choice[] {
    const { s, size } = this.core;
    const { spent } = s;
    const list: Choice[] = [];
    const seen = new Set<string>();
    for (const p of [...s.queue].sort((a, b) => a.seq - b.seq)) {
      if (isMessage(p)) {
        const text = contentText(p);
        if (seen.has(text)) continue;
        seen.add(text);
        const message = nameOf(this.core, p);
        list.push({ do: 'deliver', message });
        if (spent.lost < this.budgets.maxLost) list.push({ do: 'lose', message });
        if (spent.duplicated < this.budgets.maxDuplicated) list.push({ do: 'duplicate', message });
      } else if (p.what === 'timer' && this.nodes.isLive(p)) {
        list.push({ do: 'fire', node: this.name(p.node), timer: p.name });
      }
    }
    for (let i = 0; i < size; i++) {
      const n = this.nodes.state(i);
      if (n.status === 'crashed') list.push({ do: 'restart', node: this.name(i) });
      else if (n.open === null && this.nextCall(i, n)) list.push({ do: 'invoke', node: this.name(i) });
    }
    return list;
  }

  /** The call a node would begin next: one that waits there, else the scenario's earliest. */
  private nextCall(node: number, n: NodeState): Task | null {
    return n.waiting[0] ?? this.callsOf(node)[0] ?? null;
  }

  private callsOf(node: number): Task[] {
    const isCall = (p: Pending): p is Task => p.what === 'invoke' && p.node === node;
    return this.core.s.queue.filter(isCall).sort((a, b) => a.at - b.at || a.seq - b.seq);
  }

  /** The other courses of a choice that was just taken from the same state on its first course. */
  courses(choice: Choice, taken: Taken): readonly Choice[] {
    if (choice.do !== 'deliver' && choice.do !== 'fire' && choice.do !== 'invoke') return [];
    const list: Choice[] = [];
    const { chose = [], crashAfter } = choice;
    for (let i = chose.length; i < taken.arities.length; i++) {
      const prefix = [...chose, ...new Array(i - chose.length).fill(0)];
      for (let value = 1; value < (taken.arities[i] as number); value++) {
        list.push({ ...choice, chose: [...prefix, value] } as Choice);
      }
    }
    if (crashAfter === undefined && this.mayCrash(choice)) {
      for (let k = 0; k <= taken.effects; k++) list.push({ ...choice, crashAfter: k } as Choice);
    }
    return list;
  }

  private mayCrash(choice: Choice): boolean {
    const { maxCrashes, mayCrash } = this.budgets;
    if (this.core.s.spent.crashes >= maxCrashes) return false;
    const node = 'node' in choice ? choice.node : choice.message.to;
    // Who is down cannot go down; nothing but the choice itself could have brought it there.
    if (this.core.s.nodes[this.concerned(choice)]?.status === 'crashed') return false;
    return mayCrash === undefined || mayCrash.includes(node);
  }

  /**
   * Takes a choice from a state that others will still look at: it stays as it is, and shares with the new one all
   * that the choice cannot change. Entries go to `trace`, if given.
   */
  takeFrom(state: WorldState, choice: Choice, trace: Entry[] | null = null): Taken {
    const { core } = this;
    const copies = choice.do === 'duplicate' || (this.redelivers && choice.do === 'deliver');
    core.s = forkState(state, this.concerned(choice), copies);
    core.trace = trace;
    const taken = this.take(choice);
    const { queue } = core.s;
    if (queue.some((p) => p.what === 'timer' && !this.nodes.isLive(p))) {
      core.s.queue = queue.filter((p) => p.what !== 'timer' || this.nodes.isLive(p));
    }
    return taken;
  }

  /** The one node a choice can change. */
  concerned(choice: Choice): number {
    return this.core.place('node' in choice ? choice.node : choice.message.to);
  }

  take(choice: Choice): Taken {
    const { core } = this;
    const { s } = core;
    s.index++;
    s.now += STRIDE_US;
    switch (choice.do) {
      case 'deliver': {
        const found = this.find(choice.message);
        // What arrives is one of two, so that the other may arrive another time.
        if (this.redelivers) duplicate(core, found);
        const m = this.remove(found);
        return this.withCourse(m.to, choice, () => this.nodes.arrive(m));
      }
      case 'lose': {
        const m = this.remove(this.find(choice.message));
        s.spent.lost++;
        drop(core, m, 'lost', 0.5, m.sentEntry);
        return NOTHING;
      }
      case 'duplicate':
        s.spent.duplicated++;
        duplicate(core, this.find(choice.message));
        return NOTHING;
      case 'fire': {
        const node = core.place(choice.node);
        const fits = (p: Pending): p is Task =>
          p.what === 'timer' && p.node === node && p.name === choice.timer && this.nodes.isLive(p);
        const item = s.queue.find(fits);
        if (!item) throw new KernelError(`${choice.node} has no timer ${choice.timer} to fire.`);
        this.remove(item);
        return this.withCourse(node, choice, () => this.nodes.fire(item));
      }
      case 'invoke':
        return this.begin(choice.node, choice);
      case 'restart': {
        const node = core.place(choice.node);
        if (core.s.nodes[node]?.status !== 'crashed') throw new KernelError(`${choice.node} is not down.`);
        this.nodes.context.script = [];
        this.nodes.context.arities = [];
        this.nodes.restart(node, -1);
        return NOTHING;
      }
    }
  }

  private begin(name: NodeId, course: Course): Taken {
    const node = this.core.place(name);
    const n = this.core.s.nodes[node];
    const item = n?.status === 'running' && n.open === null ? this.nextCall(node, n) : null;
    if (!item) throw new KernelError(`${name} has no call to begin.`);
    if (item.what === 'invoke' && n?.waiting[0] !== item) this.remove(item);
    return this.withCourse(node, course, () =>
      n?.waiting[0] === item ? this.nodes.turn(node) : this.nodes.invoke(item),
    );
  }

  private withCourse(node: number, course: Course, handler: () => void): Taken {
    const n = this.nodes.state(node);
    const { context } = this.nodes;
    context.script = course.chose ?? [];
    context.arities = [];
    if (course.crashAfter !== undefined && n.status === 'running') {
      n.armed = { disk: 'kept', afterEffect: course.crashAfter, on: null, entry: -1 };
      this.core.s.spent.crashes++;
    }
    context.enter(node, -1, -1);
    handler();
    return n.status === 'crashed' ? NOTHING : { effects: context.leave(), arities: context.arities };
  }

  private name(i: number): NodeId {
    return this.core.names[i] as NodeId;
  }

  private find(ref: MessageRef): InFlight {
    const found = this.core.s.queue.find(named(this.core, ref));
    if (!found) throw new KernelError(`${messageText(ref)} is not in flight.`);
    return found;
  }

  /** The order of the queue means nothing here, so that taking from the middle does it no harm. */
  private remove<P extends Pending>(item: P): P {
    const { queue } = this.core.s;
    queue.splice(queue.indexOf(item), 1);
    return item;
  }

  /** Whether what was sent may arrive as often as one likes: then what is in flight is a set. */
  get redelivers(): boolean {
    return this.budgets.redelivers === true;
  }

  /**
   * The state as a text: node states, disks, timers, what is in flight (a multiset, or a set), calls to come, and
   * budgets spent; never time, sequence numbers, ids of entries, draws or the trace. Compare it whole.
   */
  stateKey(): string {
    return stateText(this.core.s, this.redelivers);
  }
}
