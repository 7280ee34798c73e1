/**
 * What the parts of a world share: its state, the names of things, and the one place where entries are written
 * and the digest grows. Internal to the kernel.
 */

import { lane } from './chance';
import { wallAt } from './clock';
import type { WorldConfig } from './config';
import { fold, foldNumber } from './digest';
import { foldMembers, foldName, foldValue } from './digest-values';
import { KernelError } from './errors';
import { push } from './heap';
import { fits } from './pattern';
import type { Protocol, Role } from './protocol';
import { type Fields, shaped } from './shapes';
import { initialState } from './start';
import { copyLink, type LinkState, type NodeState, type Pending, type Task, type WorldState } from './state';
import { type Entry, type EntryType, TYPE_CODE } from './trace';
import type { Json, Micros, NodeId } from './values';
import { foldWord } from './words';

export interface WorldOptions {
  /** Where entries go; null writes none, and counts and digests them all the same. */
  readonly trace?: Entry[] | null;
  /** Is given every entry the moment it is written, whether or not a trace keeps it: for folds of long runs. */
  readonly sink?: (entry: Entry) => void;
  /** No time passes: a search decides what happens next. */
  readonly untimed?: boolean;
  /** Freeze whatever is sent or persisted, so that a handler that changes it later throws. For tests. */
  readonly freeze?: boolean;
}

/** What the digest needs of a message. */
interface Posted {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly nth: number;
  readonly copy: number;
  readonly body: Json;
}

export class Core {
  s: WorldState;
  trace: Entry[] | null;
  sink: ((entry: Entry) => void) | null;
  readonly untimed: boolean;
  readonly freeze: boolean;
  readonly size: number;
  readonly names: readonly NodeId[];
  readonly roles: readonly Role[];
  readonly roleNames: readonly string[];
  readonly nodeLanes: readonly number[];
  readonly linkLanes: readonly number[];
  /** Whether the script has an item that waits for a pattern. */
  private readonly listens: boolean;
  private readonly places = new Map<string, number>();

  constructor(
    readonly config: WorldConfig,
    readonly protocol: Protocol,
    options: WorldOptions,
  ) {
    this.trace = options.trace === undefined ? [] : options.trace;
    this.sink = options.sink ?? null;
    this.untimed = options.untimed ?? false;
    this.freeze = options.freeze ?? false;
    this.size = config.nodes.length;
    this.names = config.nodes.map((n) => n.id);
    this.names.forEach((name, i) => {
      if (this.places.has(name)) throw new KernelError(`Two nodes are called ${name}.`);
      this.places.set(name, i);
    });
    this.roleNames = config.nodes.map((n) => n.role);
    this.roles = config.nodes.map((n) => {
      const role = protocol.roles[n.role];
      if (!role) throw new KernelError(`Protocol ${protocol.name} has no role ${n.role}.`);
      return role;
    });
    this.nodeLanes = this.names.map((name) => lane(name));
    this.linkLanes = this.names.flatMap((from) => this.names.map((to) => lane(`${from}>${to}`)));
    this.listens = (config.script ?? []).some((item) => 'when' in item);
    this.s = initialState(config, protocol, (name) => this.place(name));
  }

  /** The index of a node, or −1. */
  place(name: string): number {
    return this.places.get(name) ?? -1;
  }

  /** The direction of a link, or null; also when a name was unknown (−1). */
  link(from: number, to: number): LinkState | null {
    return from < 0 || to < 0 ? null : (this.s.links[from * this.size + to] ?? null);
  }

  /** The same, to be changed: in an untimed world states share their links, so it is this state's own from here on. */
  ownLink(from: number, to: number): LinkState | null {
    const link = this.link(from, to);
    if (link === null || !this.untimed) return link;
    const own = copyLink(link);
    this.s.links[from * this.size + to] = own;
    return own;
  }

  /** Puts something in the queue at a time; equal times keep this order. */
  enqueue(at: Micros, item: Pending): void {
    item.at = at;
    item.seq = this.s.seq++;
    push(this.s.queue, item);
  }

  local(node: number): Micros {
    const { s } = this;
    return node < 0 ? s.now : wallAt((s.nodes[node] as NodeState).clock, s.now);
  }

  /** The digest after the members that all entries share. */
  private opened(code: number, node: number, cause: number): number {
    const { s } = this;
    return fold(foldNumber(fold(s.digest, code + ((node + 1) << 8)), s.now), cause);
  }

  /** Whether somebody reads entries: a trace, a sink, or a script that waits for one. */
  private get watched(): boolean {
    if (this.trace !== null || this.sink !== null) return true;
    return this.listens && this.s.awaiting.some((left) => left > 0);
  }

  /** Writes an entry and gives its id. Every member of `fields` but the wording of notes is digested. */
  emit<T extends EntryType>(type: T, node: number, cause: number, fields: Fields<T>): number {
    const { s } = this;
    const digest = this.opened(TYPE_CODE[type], node, cause);
    s.digest = type === 'note' ? digest : foldMembers(digest, fields as unknown as Record<string, Json>);
    const id = s.entries++;
    if (this.watched) {
      const common = {
        id,
        event: s.index,
        at: s.now,
        node: this.names[node] ?? null,
        local: this.local(node),
        cause,
      };
      this.write(shaped(common, type, fields));
    }
    return id;
  }

  /** The same for the two entries that runs are made of, without a detour. */
  emitMessage(type: 'sent' | 'delivered', node: number, cause: number, m: Posted): number {
    const { s } = this;
    let digest = this.opened(type === 'sent' ? TYPE_CODE.sent : TYPE_CODE.delivered, node, cause);
    digest = fold(fold(digest, m.nth), m.from + (m.to << 8) + (m.copy << 16));
    s.digest = type === 'sent' ? foldValue(foldWord(digest, m.kind), m.body) : digest;
    const id = s.entries++;
    if (this.watched) {
      this.write({
        id,
        event: s.index,
        at: s.now,
        node: this.names[node] as NodeId,
        local: this.local(node),
        cause,
        type,
        from: this.names[m.from] as NodeId,
        to: this.names[m.to] as NodeId,
        kind: m.kind,
        nth: m.nth,
        copy: m.copy,
        body: m.body,
      });
    }
    return id;
  }

  /** And for timers. */
  emitTimer(type: 'timer fired' | 'timer cancelled', node: number, cause: number, name: string): number {
    const { s } = this;
    const code = type === 'timer fired' ? TYPE_CODE['timer fired'] : TYPE_CODE['timer cancelled'];
    s.digest = foldName(this.opened(code, node, cause), name);
    const id = s.entries++;
    if (this.watched) {
      const local = this.local(node);
      const of = this.names[node] as NodeId;
      this.write({ id, event: s.index, at: s.now, node: of, local, cause, type, name });
    }
    return id;
  }

  emitTimerSet(node: number, cause: number, name: string, delayUs: Micros): number {
    const { s } = this;
    const digest = foldName(this.opened(TYPE_CODE['timer set'], node, cause), name);
    s.digest = foldValue(digest, delayUs);
    const id = s.entries++;
    if (this.watched) {
      const of = this.names[node] as NodeId;
      const local = this.local(node);
      this.write({ id, event: s.index, at: s.now, node: of, local, cause, type: 'timer set', name, delayUs });
    }
    return id;
  }

  emitPersisted(node: number, cause: number, key: string, value: Json, append: boolean): number {
    const { s } = this;
    const digest = foldName(this.opened(TYPE_CODE.persisted, node, cause), key);
    s.digest = foldValue(foldValue(digest, value), append);
    const id = s.entries++;
    if (this.watched) {
      const of = this.names[node] as NodeId;
      const local = this.local(node);
      const type = 'persisted';
      this.write({ id, event: s.index, at: s.now, node: of, local, cause, type, key, value, append });
    }
    return id;
  }

  emitChoice(node: number, cause: number, n: number, value: number): number {
    const { s } = this;
    s.digest = foldValue(foldValue(this.opened(TYPE_CODE.chose, node, cause), n), value);
    const id = s.entries++;
    if (this.watched) {
      const of = this.names[node] as NodeId;
      const local = this.local(node);
      this.write({ id, event: s.index, at: s.now, node: of, local, cause, type: 'chose', n, value });
    }
    return id;
  }

  private write(entry: Entry): void {
    this.trace?.push(entry);
    this.sink?.(entry);
    if (this.listens) this.setOff(entry);
  }

  private setOff(entry: Entry): void {
    (this.config.script ?? []).forEach((item, i) => {
      const left = this.s.awaiting[i] as number;
      if (left === 0 || !('when' in item) || !fits(item.when, entry)) return;
      this.s.awaiting[i] = left - 1;
      if (left > 1) return;
      this.enqueue(this.s.now + (item.afterUs ?? 0), task('script', -1, { command: item.command }));
    });
  }
}

/** A task for the queue, which gives it its time and its sequence number, unless it has them. */
export function task(what: Task['what'], node: number, of: Partial<Task> = {}): Task {
  const { at = 0, seq = 0, name = '', token = -1, call = null, command = null } = of;
  return { at, seq, what, node, name, token, call, command };
}
