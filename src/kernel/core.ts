/**
 * What the parts of a world share: its state, the names of things, and the one place where entries are written
 * and the digest grows. Internal to the kernel.
 */

import { lane } from './chance';
import { newClock, wallAt } from './clock';
import type { WorldConfig } from './config';
import { DEFAULT_RULES } from './config';
import { DIGEST_START, fold, foldNumber, foldText, foldValue } from './digest';
import { KernelError } from './errors';
import { push } from './heap';
import { fits } from './pattern';
import type { Protocol, Role } from './protocol';
import type { LinkState, NodeState, Pending, WorldState } from './state';
import { type Entry, type EntryOf, type EntryType, TYPE_CODE } from './trace';
import { clonePlain, type Json, type Micros, type NodeId } from './values';

export interface WorldOptions {
  /** Where entries go; null writes none, and counts and digests them all the same. */
  readonly trace?: Entry[] | null;
  /** No time passes: a search decides what happens next. */
  readonly untimed?: boolean;
  /** Freeze whatever is sent or persisted, so that a handler that changes it later throws. For tests. */
  readonly freeze?: boolean;
}

/** The members of an entry beyond those that all entries share. */
export type Fields<T extends EntryType> = Omit<
  EntryOf<T>,
  'id' | 'event' | 'at' | 'node' | 'local' | 'cause' | 'type'
>;

export class Core {
  s: WorldState;
  trace: Entry[] | null;
  readonly untimed: boolean;
  readonly freeze: boolean;
  readonly size: number;
  readonly names: readonly NodeId[];
  readonly roles: readonly Role[];
  readonly nodeLanes: readonly number[];
  readonly linkLanes: readonly number[];
  private readonly places = new Map<string, number>();

  constructor(
    readonly config: WorldConfig,
    readonly protocol: Protocol,
    options: WorldOptions,
  ) {
    this.trace = options.trace === undefined ? [] : options.trace;
    this.untimed = options.untimed ?? false;
    this.freeze = options.freeze ?? false;
    this.size = config.nodes.length;
    this.names = config.nodes.map((n) => n.id);
    this.names.forEach((name, i) => {
      if (this.places.has(name)) throw new KernelError(`Two nodes are called ${name}.`);
      this.places.set(name, i);
    });
    this.roles = config.nodes.map((n) => {
      const role = protocol.roles[n.role];
      if (!role) throw new KernelError(`Protocol ${protocol.name} has no role ${n.role}.`);
      return role;
    });
    this.nodeLanes = this.names.map((name) => lane(name));
    this.linkLanes = this.names.flatMap((from) => this.names.map((to) => lane(`${from}>${to}`)));
    this.s = this.initialState();
  }

  /** The index of a node, or −1. */
  place(name: string): number {
    return this.places.get(name) ?? -1;
  }

  link(from: number, to: number): LinkState | null {
    return this.s.links[from * this.size + to] ?? null;
  }

  private initialState(): WorldState {
    const { config } = this;
    const links: (LinkState | null)[] = new Array(this.size * this.size).fill(null);
    for (const { between, rules, back } of config.links) {
      const [a, b] = between.map((name) => this.place(name)) as [number, number];
      if (a < 0 || b < 0) throw new KernelError(`A link joins ${between.join(' and ')}; one is not a node.`);
      links[a * this.size + b] = newLink({ ...DEFAULT_RULES, ...rules });
      links[b * this.size + a] = newLink({ ...DEFAULT_RULES, ...rules, ...back });
    }
    return {
      now: 0,
      seq: 0,
      index: 0,
      entries: 0,
      digest: DIGEST_START,
      atThisInstant: 0,
      nodes: config.nodes.map((n) => newNode(n.offsetUs ?? 0, n.driftPpm ?? 0, config.durable?.[n.id])),
      links,
      queue: [],
      held: [],
      params: { ...this.protocol.params, ...config.params },
      counts: { sent: 0, duplicated: 0, delivered: 0, dropped: 0 },
      awaiting: (config.script ?? []).map((item) => ('when' in item ? (item.when.nth ?? 1) : 0)),
      spent: { lost: 0, duplicated: 0, crashes: 0 },
    };
  }

  /** Puts something in the queue at a time; equal times keep this order. */
  enqueue(at: Micros, item: Omit<Pending, 'at' | 'seq'>): void {
    push(this.s.queue, {
      at,
      seq: this.s.seq++,
      what: item.what,
      node: item.node,
      message: item.message,
      name: item.name,
      token: item.token,
      call: item.call,
      command: item.command,
    });
  }

  local(node: number): Micros {
    const s = this.s;
    return node < 0 ? s.now : wallAt((s.nodes[node] as NodeState).clock, s.now);
  }

  /** Starts the digest of an entry and gives its id. */
  open(type: EntryType, node: number, cause: number): number {
    const s = this.s;
    s.digest = foldNumber(fold(s.digest, TYPE_CODE[type] + ((node + 1) << 8)), s.now);
    s.digest = fold(s.digest, cause);
    return s.entries++;
  }

  /** Whether somebody reads entries: a trace, or a script that waits for one. */
  get watched(): boolean {
    return this.trace !== null || this.awaits;
  }

  private get awaits(): boolean {
    for (const left of this.s.awaiting) if (left > 0) return true;
    return false;
  }

  /** Writes an entry and gives its id. Every member of `fields` but the wording of notes is digested. */
  emit<T extends EntryType>(type: T, node: number, cause: number, fields: Fields<T>): number {
    const id = this.open(type, node, cause);
    if (type !== 'note') this.s.digest = foldValue(this.s.digest, fields as unknown as Json);
    if (this.watched) {
      this.write({ ...this.common(id, node, cause), type, ...fields } as unknown as Entry);
    }
    return id;
  }

  /** The same for the two entries that runs are made of, without a detour. */
  emitMessage(
    type: 'sent' | 'delivered',
    node: number,
    cause: number,
    m: { from: number; to: number; kind: string; nth: number; copy: number; body: Json },
  ): number {
    const id = this.open(type, node, cause);
    const s = this.s;
    s.digest = fold(s.digest, (m.from << 24) ^ (m.to << 16) ^ m.nth ^ (m.copy << 12));
    if (type === 'sent') s.digest = foldValue(foldText(s.digest, m.kind), m.body);
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
      } as Entry);
    }
    return id;
  }

  private common(id: number, node: number, cause: number) {
    const { index, now } = this.s;
    return { id, event: index, at: now, node: this.names[node] ?? null, local: this.local(node), cause };
  }

  private write(entry: Entry): void {
    this.trace?.push(entry);
    if (this.s.awaiting.length > 0) this.setOff(entry);
  }

  private setOff(entry: Entry): void {
    (this.config.script ?? []).forEach((item, i) => {
      const left = this.s.awaiting[i] as number;
      if (left === 0 || !('when' in item) || !fits(item.when, entry)) return;
      this.s.awaiting[i] = left - 1;
      if (left === 1) {
        this.enqueue(this.s.now + (item.afterUs ?? 0), { ...BLANK, what: 'script', command: item.command });
      }
    });
  }
}

/** The members of a pending item that its kind does not use. */
export const BLANK: Omit<Pending, 'at' | 'seq' | 'what'> = {
  node: -1,
  message: null,
  name: '',
  token: 0,
  call: null,
  command: null,
};

const newLink = (rules: LinkState['rules']): LinkState => ({
  rules,
  cut: false,
  sent: 0,
  copies: 0,
  kinds: {},
  lastArrival: 0,
  busyUntil: 0,
  backlog: [],
});

const newNode = (
  offsetUs: Micros,
  driftPpm: number,
  durable: Readonly<Record<string, Json>> | undefined,
): NodeState => ({
  status: 'running',
  state: null,
  durable: clonePlain({ ...durable }),
  clock: newClock(offsetUs, driftPpm),
  timers: [],
  inbox: [],
  waiting: [],
  open: null,
  ops: 0,
  epoch: 0,
  chosen: 0,
  armed: null,
});
