/**
 * A world: nodes, links and what is on its way, driven one event at a time. Timed, it takes the earliest thing
 * in the queue; commands may be applied between events. Its state can be taken out and put back whole.
 */

import { Agenda } from './agenda';
import { apply } from './apply';
import type { Command } from './command';
import type { WorldConfig } from './config';
import { Core, type WorldOptions } from './core';
import { KernelError } from './errors';
import { pop, push, remove, settle } from './heap';
import { LAST_MOMENT } from './limits';
import { drop, placeOf } from './network';
import { Nodes } from './nodes';
import type { Protocol } from './protocol';
import { refusal } from './refusal';
import { copyState, isMessage, type Pending, type Task, type WorldState } from './state';
import type { Entry } from './trace';
import type { Micros } from './values';
import { type View, viewOf } from './view';

/** More events than this at one instant are a loop without latency, not a run. */
const MOST_AT_ONE_INSTANT = 10_000;

export class World {
  readonly core: Core;
  readonly nodes: Nodes;
  private readonly agenda: Agenda;
  /** Where the run ends at the latest. */
  private readonly lastAt: Micros;
  private readonly lastIndex: number;

  constructor(config: WorldConfig, protocol: Protocol, options: WorldOptions = {}) {
    this.core = new Core(config, protocol, options);
    this.nodes = new Nodes(this.core);
    this.lastAt = Math.min(config.stop?.atUs ?? LAST_MOMENT, LAST_MOMENT);
    this.lastIndex = config.stop?.events ?? Number.MAX_SAFE_INTEGER;
    for (let i = 0; i < config.nodes.length; i++) this.nodes.start(i);
    this.agenda = new Agenda(this.core);
  }

  get trace(): readonly Entry[] {
    return this.core.trace ?? [];
  }
  get index(): number {
    return this.core.s.index;
  }
  get now(): Micros {
    return this.core.s.now;
  }
  get digest(): number {
    return this.core.s.digest;
  }
  get entries(): number {
    return this.core.s.entries;
  }

  /** When the next event is due, or null when nothing is left or the run's bound has been reached. */
  nextAt(): Micros | null {
    const { s } = this.core;
    const { queue } = s;
    for (let top = queue[0]; top !== undefined; top = queue[0]) {
      if (isMessage(top) || this.nodes.isLive(top)) {
        return top.at > this.lastAt || s.index >= this.lastIndex ? null : top.at;
      }
      if (this.nodes.takesOver(top)) settle(queue);
      else pop(queue);
    }
    return null;
  }

  /** Takes the earliest event. False when there is none. */
  next(): boolean {
    const at = this.nextAt();
    if (at !== null) this.proceed(at);
    return at !== null;
  }

  /** Takes the top of the queue, which is due at `at`. */
  private proceed(at: Micros): void {
    const { s } = this.core;
    if (at > s.now) {
      s.now = at;
      s.atThisInstant = 0;
    }
    if (++s.atThisInstant > MOST_AT_ONE_INSTANT) {
      throw new KernelError(
        `More than ${MOST_AT_ONE_INSTANT} events at ${s.now} µs: something answers itself with no latency.`,
      );
    }
    s.index++;
    this.happen(pop(s.queue) as Pending);
  }

  private happen(item: Pending): void {
    switch (item.what) {
      case 'arrive':
        this.nodes.arrive(item);
        break;
      case 'lose':
        drop(this.core, item, item.doom ?? 'lost', placeOf(item, this.core.s.now), item.sentEntry);
        break;
      case 'timer':
        this.nodes.fire(item);
        break;
      case 'invoke':
        this.agenda.passed(item);
        this.nodes.invoke(item);
        break;
      case 'turn':
        this.nodes.turn(item.node);
        break;
      case 'script':
        this.agenda.passed(item);
        apply(this.core, this.nodes, item.command as Command);
    }
  }

  /**
   * Applies a command at a virtual time between the last event and the next. It is an event of its own.
   * Returns why it had no effect, or null.
   */
  apply(command: Command, at: Micros = this.core.s.now): string | null {
    const { s } = this.core;
    const next = this.core.untimed ? null : this.nextAt();
    if (!Number.isSafeInteger(at) || at < s.now || (next !== null && at > next)) {
      throw new KernelError(`A command at ${at} µs does not lie between the last event and the next.`);
    }
    if (at > s.now) s.atThisInstant = 0;
    s.now = at;
    s.index++;
    return apply(this.core, this.nodes, command);
  }

  /** Why a command would have no effect now, or null. */
  refusal(command: Command): string | null {
    return refusal(this.core, command);
  }

  /** Runs until nothing is left, a bound, or (if given) the first event after `until`. */
  run(until: Micros = LAST_MOMENT): this {
    for (let at = this.nextAt(); at !== null && at <= until; at = this.nextAt()) this.proceed(at);
    return this;
  }

  view(): View {
    this.nodes.lists.allGiven();
    return viewOf(this.core);
  }

  /** A copy of the whole state: plain data. Timers that were set again or cancelled are left out of it. */
  checkpoint(): WorldState {
    const { queue } = this.core.s;
    for (const gone of remove(queue, (p) => p.what === 'timer' && !this.nodes.isLive(p))) {
      if (this.nodes.takesOver(gone as Task)) push(queue, gone);
    }
    this.nodes.lists.allGiven();
    return copyState(this.core.s);
  }

  /** Puts a state back; the checkpoint itself stays as it is. Entries go to `trace`, if given, from here on. */
  restore(state: WorldState, trace: Entry[] | null = null): this {
    this.core.s = copyState(state);
    this.core.trace = trace;
    return this;
  }

  /** As `restore`, but the world takes the state itself: for searches, which never look at it again. */
  adopt(state: WorldState): this {
    this.core.s = state;
    return this;
  }
}
