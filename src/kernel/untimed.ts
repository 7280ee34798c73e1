/**
 * The untimed way to drive a world: nothing happens by itself; a search, or a person, chooses which message
 * arrives, is lost or is copied, which timer fires, which call begins, and where a crash cuts a handler short.
 */

import type { MessageRef } from './command';
import type { Budgets, WorldConfig } from './config';
import { KernelError } from './errors';
import { drop, duplicate, nameOf } from './network';
import type { Protocol } from './protocol';
import type { InFlight, NodeState, Pending } from './state';
import type { Entry } from './trace';
import { canonical, type NodeId } from './values';
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
    const { s } = this.core;
    const { spent } = s;
    const list: Choice[] = [];
    const seen = new Set<string>();
    const invoked = new Set<number>();
    for (const p of [...s.queue].sort((a, b) => a.seq - b.seq)) {
      if (p.message) {
        const m = p.message;
        const text = messageKey(m);
        if (seen.has(text)) continue;
        seen.add(text);
        const message = nameOf(this.core, m);
        list.push({ do: 'deliver', message });
        if (spent.lost < this.budgets.maxLost) list.push({ do: 'lose', message });
        if (spent.duplicated < this.budgets.maxDuplicated) list.push({ do: 'duplicate', message });
      } else if (p.what === 'timer') {
        if (this.nodes.isLive(p)) list.push({ do: 'fire', node: this.name(p.node), timer: p.name });
      } else if (p.what === 'invoke' && !invoked.has(p.node)) {
        invoked.add(p.node);
        const n = s.nodes[p.node] as NodeState;
        if (n.status === 'running' && n.open === null) list.push({ do: 'invoke', node: this.name(p.node) });
      }
    }
    s.nodes.forEach((n, i) => {
      if (n.status === 'crashed') list.push({ do: 'restart', node: this.name(i) });
    });
    return list;
  }

  /** The other courses of a choice that was just taken from the same state on its first course. */
  courses(choice: Choice, taken: Taken): readonly Choice[] {
    if (!('chose' in choice || choice.do === 'deliver' || choice.do === 'fire' || choice.do === 'invoke')) return [];
    const list: Choice[] = [];
    const { chose = [], crashAfter } = choice as Course;
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
    return mayCrash === undefined || mayCrash.includes(node);
  }

  take(choice: Choice): Taken {
    const { core } = this;
    const { s } = core;
    s.index++;
    s.now += STRIDE_US;
    switch (choice.do) {
      case 'deliver': {
        const item = this.remove(this.find(choice.message));
        return this.withCourse(item.node, choice, () => this.nodes.arrive(item));
      }
      case 'lose': {
        const m = this.remove(this.find(choice.message)).message as InFlight;
        s.spent.lost++;
        drop(core, m, 'lost', 0.5, m.sentEntry);
        return NOTHING;
      }
      case 'duplicate': {
        const m = this.find(choice.message).message as InFlight;
        s.spent.duplicated++;
        duplicate(core, m, m.sentEntry);
        return NOTHING;
      }
      case 'fire': {
        const node = core.place(choice.node);
        const fits = (p: Pending) => p.what === 'timer' && p.node === node && p.name === choice.timer;
        const item = s.queue.find((p) => fits(p) && this.nodes.isLive(p));
        if (!item) throw new KernelError(`${choice.node} has no timer ${choice.timer} to fire.`);
        this.remove(item);
        return this.withCourse(node, choice, () => this.nodes.fire(item));
      }
      case 'invoke': {
        const node = core.place(choice.node);
        const calls = s.queue.filter((p) => p.what === 'invoke' && p.node === node);
        const item = calls.sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
        if (!item) throw new KernelError(`${choice.node} has no call to begin.`);
        this.remove(item);
        return this.withCourse(node, choice, () => this.nodes.invoke(item));
      }
      case 'restart':
        this.nodes.restart(core.place(choice.node), -1);
        return NOTHING;
    }
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

  private find(ref: MessageRef): Pending {
    const from = this.core.place(ref.from);
    const to = this.core.place(ref.to);
    const found = this.core.s.queue.find((p) => {
      const m = p.message;
      return (
        m !== null && m.from === from && m.to === to && m.kind === ref.kind && m.nth === ref.nth && m.copy === (ref.copy ?? 0)
      );
    });
    if (!found) throw new KernelError(`${ref.kind} ${ref.nth} from ${ref.from} to ${ref.to} is not in flight.`);
    return found;
  }

  private remove(item: Pending): Pending {
    const { queue } = this.core.s;
    queue.splice(queue.indexOf(item), 1);
    return item;
  }

  /**
   * The state as a text: node states, disks, timers, what is in flight (a multiset), calls to come, and budgets
   * spent; never time, sequence numbers, ids of entries, draws or the trace. Compare it whole.
   */
  stateKey(): string {
    const { s } = this.core;
    const flight: string[] = [];
    const calls: string[] = [];
    for (const p of s.queue) {
      if (p.message) flight.push(messageKey(p.message));
      else if (p.what === 'invoke') calls.push(`${p.node}${canonical(p.call)}`);
    }
    const nodes = s.nodes.map((n) => {
      const timers = n.timers.map((t) => `${t.name}${canonical(t.data)}`).sort();
      const waiting = n.waiting.map((w) => canonical(w.call));
      return `${n.status}${canonical(n.state)}${canonical(n.durable)}${timers}${n.open?.id ?? ''}${waiting}`;
    });
    const { lost, duplicated, crashes } = s.spent;
    return `${nodes.join('|')}~${flight.sort().join('|')}~${calls.join('|')}~${lost},${duplicated},${crashes}`;
  }
}

const messageKey = (m: InFlight): string => `${m.from}>${m.to}${m.kind}${canonical(m.body)}`;
