/**
 * A run put through what a storm does to it, and judged on the way and at its end. What had no effect is left out of
 * its steps, so that they replay in a recording of the same world.
 */

import {
  type Command,
  type Entry,
  glance,
  type Micros,
  type OperationRecord,
  operationsOf,
  type Protocol,
  type Step,
  type View,
  World,
  type WorldConfig,
} from '#/kernel';
import type { Done, Revival, Squall, ToMessage } from './squall';

/** A promise. Throws when nobody can say whether it is kept. */
export interface Promised {
  readonly name: string;
  readonly holds: (view: View, operations: readonly OperationRecord[]) => boolean;
  /** About the nodes, at every moment; otherwise about the end, and about operations as well. */
  readonly always: boolean;
  /** About operations, and once broken it stays so. */
  readonly lasting?: boolean;
}

export type CommandStep = Extract<Step, { command: unknown }>;

export interface Broken {
  readonly promise: string;
  /** The position at which it was seen. */
  readonly index: number;
  readonly at: Micros;
}

export interface Ordeal {
  readonly steps: readonly CommandStep[];
  readonly broken: Broken | null;
  readonly events: number;
  /** Promises that nobody could judge, with the reason. */
  readonly undecided: readonly string[];
}

/** Keeps what there is to know about operations, and forgets the rest at once. */
class OnlyOperations extends Array<Entry> {
  override push(entry: Entry): number {
    const { type } = entry;
    return type === 'invoked' || type === 'completed' || type === 'late' ? super.push(entry) : this.length;
  }
}

export interface Judging {
  readonly promises: readonly Promised[];
  /** How many events may pass before promises for every moment are asked again. */
  readonly every: number;
  /** The run is left alone after so many events: whoever looks for a short one need not see the rest. */
  readonly until?: number;
  /** Asks promises about the end at every such moment too, and tells of each answer. */
  readonly watch?: (promise: string, holds: boolean, index: number, at: Micros) => void;
}

export function undergo(
  config: WorldConfig,
  protocol: Protocol,
  squalls: readonly Squall[],
  judging: Judging,
): Ordeal {
  return new Undergoing(config, protocol, judging).through(squalls);
}

class Undergoing {
  private readonly trace: Entry[] | null;
  private readonly world: World;
  private readonly always: readonly Promised[];
  private readonly inTheEnd: readonly Promised[];
  private readonly steps: CommandStep[] = [];
  private readonly undecided: string[] = [];
  private broken: Broken | null = null;
  private left: number;
  /** What is still to be done, in the order of time. */
  private todo: Squall[] = [];
  private revivals: Revival[] = [];
  /** Those that wait for a message of their kind. */
  private waiting: ToMessage[] = [];

  constructor(
    config: WorldConfig,
    protocol: Protocol,
    private readonly judging: Judging,
  ) {
    this.always = judging.promises.filter(({ always }) => always);
    this.inTheEnd = judging.promises.filter(({ always }) => !always);
    this.trace = this.inTheEnd.length > 0 ? new OnlyOperations() : null;
    this.world = new World(config, protocol, { trace: this.trace });
    this.left = judging.every;
  }

  through(squalls: readonly Squall[]): Ordeal {
    const { world } = this;
    this.todo = [...squalls];
    const { until = Number.MAX_SAFE_INTEGER } = this.judging;
    while (this.broken === null && world.index < until) {
      const next = this.todo[0];
      const at = world.nextAt();
      if (at !== null && (next === undefined || at <= next.at)) this.happen();
      else if (next === undefined) break;
      else this.meet(next);
    }
    if (this.broken === null) this.ask([...this.always, ...this.inTheEnd], false);
    const { broken, steps, undecided } = this;
    return { steps, broken, undecided, events: world.index };
  }

  private happen(): void {
    this.world.next();
    if (this.revivals.length > 0) this.revive();
    if (this.waiting.length > 0) this.hit();
    if (--this.left <= 0) this.look();
  }

  private meet(squall: Squall): void {
    const { world } = this;
    this.todo.shift();
    if ('revive' in squall) {
      this.revivals.push(squall);
      this.revive();
      return;
    }
    if ('toMessage' in squall && squall.kind !== undefined) {
      this.waiting.push(squall);
      this.hit();
      return;
    }
    const command = 'command' in squall ? squall.command : this.aimed(squall);
    if (command === null || world.refusal(command) !== null) return;
    this.order(command, squall.at);
  }

  private order(command: Command, at: Micros): void {
    this.steps.push({ index: this.world.index, at, command });
    this.world.apply(command, at);
    this.look();
  }

  /** Whoever waits for a kind of message, and finds one in flight, does to it what it came for. */
  private hit(): void {
    const { core } = this.world;
    const here = new Set(core.s.queue.flatMap((p) => (p.what === 'arrive' ? [p.kind] : [])));
    this.waiting = this.waiting.filter((squall) => {
      if (!here.has(squall.kind as string) || this.broken !== null) return true;
      const command = this.aimed(squall);
      if (command === null || this.world.refusal(command) !== null) return true;
      this.order(command, core.s.now);
      return false;
    });
  }

  /** Whoever waits for a node to go down, and finds it down, has it come back in a while. */
  private revive(): void {
    const { core } = this.world;
    this.revivals = this.revivals.filter(({ afterUs, revive }) => {
      if (core.s.nodes[core.place(revive)]?.status !== 'crashed') return true;
      const back: Done = { at: core.s.now + afterUs, command: { verb: 'restart', node: revive } };
      const place = this.todo.findIndex(({ at }) => at > back.at);
      this.todo.splice(place < 0 ? this.todo.length : place, 0, back);
      return false;
    });
  }

  /** What is rare is hit as often as what is common: the kind is drawn first. */
  private aimed({ byUs, kind: wanted, toMessage, which }: ToMessage): Command | null {
    const flying = this.world.view().messages.filter(({ status }) => status === 'in flight');
    const kinds = [...new Set(flying.map(({ kind }) => kind))];
    const kind = wanted ?? kinds[which % Math.max(1, kinds.length)];
    const alike = flying.filter((m) => m.kind === kind);
    const hit = alike[Math.floor(which / Math.max(1, kinds.length)) % Math.max(1, alike.length)];
    if (!hit) return null;
    const { copy, from, nth, to } = hit;
    const message = { from, to, kind: hit.kind, nth, copy };
    return toMessage === 'delay' ? { verb: toMessage, message, byUs } : { verb: toMessage, message };
  }

  private look(): void {
    this.left = this.judging.every;
    this.ask(this.always, false);
    if (this.judging.watch) this.ask(this.inTheEnd, true);
  }

  private ask(promises: readonly Promised[], onlyWatching: boolean): void {
    if (promises.length === 0 || this.broken !== null) return;
    const { world } = this;
    const { index, now: at } = world;
    const view = glance(world);
    const operations = this.trace === null ? [] : operationsOf(this.trace);
    for (const { name, holds, always } of promises) {
      const kept = this.answer(name, () => holds(view, always ? [] : operations));
      if (kept === null) continue;
      this.judging.watch?.(name, kept, index, at);
      if (!kept && !onlyWatching) this.broken ??= { promise: name, index, at };
    }
  }

  /** Null when nobody can say. */
  private answer(name: string, ask: () => boolean): boolean | null {
    try {
      return ask();
    } catch (error) {
      this.undecided.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }
}
