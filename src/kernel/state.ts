/**
 * The whole state of a world as plain data, and how to copy it. Bodies, operations, commands and what is on
 * disk are values, never changed once made, so copies share them.
 */

import type { ClockState } from './clock';
import type { Command, DiskFate, LinkRules } from './command';
import type { RoleState } from './protocol';
import { clonePlain, type Json, type Micros } from './values';

/** What waits in the queue. Ordered by (time, sequence number), so equal times keep the order of asking. */
export type Pending = InFlight | Task;

export interface Task {
  at: Micros;
  seq: number;
  /** `turn`: a call that waits at the node may have its turn now. */
  what: 'timer' | 'invoke' | 'turn' | 'script';
  /** The node concerned, by index; −1 for a script. */
  node: number;
  /** The name of a timer. */
  name: string;
  /** Tells a live timer from one set again since. Of a call that waits: the entry that says so, else −1. */
  token: number;
  call: { readonly f: string; readonly value: Json } | null;
  command: Command | null;
}

/** A message that has left and is nowhere yet. It is its own place in the queue, since runs are made of these. */
export interface InFlight {
  at: Micros;
  seq: number;
  what: 'arrive' | 'lose';
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly body: Json;
  readonly nth: number;
  readonly copy: number;
  /** The highest number among its copies so far; the same on each of them that is still about. */
  copies: number;
  /** How many messages of any kind left this way before it: what its draws count. */
  readonly order: number;
  /** The entry that put it on the link. */
  sentEntry: number;
  readonly sentAt: Micros;
  /** The span it is drawn on: when it left, and when it would arrive. Holding and delaying move them. */
  leftAt: Micros;
  arrivesAt: Micros;
  /** Decided when it left, shown when it happens. */
  doom: 'lost' | 'cut' | null;
  /** When it was parked in the tray, or −1. */
  heldAt: Micros;
}

export const isMessage = (p: Pending): p is InFlight => p.what === 'arrive' || p.what === 'lose';

export interface TimerState {
  readonly name: string;
  readonly data: Json;
  /** On the node's timer clock. */
  readonly deadline: Micros;
  readonly setAt: Micros;
  readonly token: number;
  readonly setEntry: number;
  /**
   * What is in the queue for it, by token and time: itself, or one of its name that was to fall due before and was
   * set again since. That one stands in for it, so that a timer which is set again and again is seldom queued.
   */
  readonly queued: number;
  readonly queuedAt: Micros;
}

export interface OpenOperation {
  readonly id: string;
  readonly process: string;
  readonly f: string;
  readonly value: Json;
  readonly invokedAt: Micros;
  readonly entry: number;
}

export interface NodeState {
  status: 'running' | 'paused' | 'crashed';
  state: RoleState;
  durable: Record<string, Json>;
  clock: ClockState;
  timers: TimerState[];
  /** What reached it while paused, in order. */
  inbox: Pending[];
  /** Calls that wait for the open one to end, or for the node to run. */
  waiting: Task[];
  open: OpenOperation | null;
  ops: number;
  /** How many processes this client has used up: an unknown outcome ends one. */
  epoch: number;
  chosen: number;
  armed: { disk: DiskFate; afterEffect: number; on: string | null; entry: number } | null;
}

export interface LinkState {
  rules: LinkRules;
  cut: boolean;
  /** How many messages left this way: what draws count. */
  sent: number;
  kinds: Record<string, number>;
  lastArrival: Micros;
  busyUntil: Micros;
  /** When each message in the bandwidth queue will be on its way. */
  backlog: Micros[];
}

export interface WorldState {
  now: Micros;
  seq: number;
  /** Events taken: the position of the run. */
  index: number;
  /** Entries written. */
  entries: number;
  digest: number;
  /** Events taken at this very instant, bounded. */
  atThisInstant: number;
  nodes: NodeState[];
  /** Row by sender, column by receiver; null where there is no link. */
  links: (LinkState | null)[];
  /** A binary heap. */
  queue: Pending[];
  /** How many of the scenario's own calls and commands are in the queue or were. */
  begun: number;
  held: InFlight[];
  params: Record<string, string | number | boolean>;
  counts: { sent: number; duplicated: number; delivered: number; dropped: number };
  /** For each script item that waits for a pattern: matches still to come; 0 once set off. */
  awaiting: number[];
  spent: { lost: number; duplicated: number; crashes: number };
}

/**
 * Another object for the same message, or for a copy of it. Written out, so that all messages of a run are objects
 * of one shape, which is what keeps its inner loop fast.
 */
export const copyMessage = (m: InFlight, copy = m.copy): InFlight => ({
  at: m.at,
  seq: m.seq,
  what: m.what,
  from: m.from,
  to: m.to,
  kind: m.kind,
  body: m.body,
  nth: m.nth,
  copy,
  copies: m.copies,
  order: m.order,
  sentEntry: m.sentEntry,
  sentAt: m.sentAt,
  leftAt: m.leftAt,
  arrivesAt: m.arrivesAt,
  doom: m.doom,
  heldAt: m.heldAt,
});

const copyTask = (t: Task): Task => ({
  at: t.at,
  seq: t.seq,
  what: t.what,
  node: t.node,
  name: t.name,
  token: t.token,
  call: t.call,
  command: t.command,
});

const copyPending = (p: Pending): Pending => (isMessage(p) ? copyMessage(p) : copyTask(p));

const copyNode = (n: NodeState): NodeState => ({
  status: n.status,
  state: clonePlain(n.state),
  durable: { ...n.durable },
  clock: { ...n.clock },
  timers: n.timers.slice(),
  inbox: n.inbox.map(copyPending),
  waiting: n.waiting.slice(),
  open: n.open,
  ops: n.ops,
  epoch: n.epoch,
  chosen: n.chosen,
  armed: n.armed && { ...n.armed },
});

export const copyLink = (l: LinkState): LinkState => ({
  ...l,
  kinds: { ...l.kinds },
  backlog: l.backlog.slice(),
});

export const copyState = (s: WorldState): WorldState => ({
  ...s,
  nodes: s.nodes.map(copyNode),
  links: s.links.map((l) => l && copyLink(l)),
  queue: s.queue.map(copyPending),
  held: s.held.map((m) => copyMessage(m)),
  params: { ...s.params },
  counts: { ...s.counts },
  awaiting: s.awaiting.slice(),
  spent: { ...s.spent },
});

/**
 * A state for a choice to happen in, which shares with `s` all that the choice cannot change: of nodes only the one
 * concerned is copied, and no link, since whoever sends in an untimed world copies its link first. `s` stays as it is.
 * Written out, like a message, for the sake of the loop it is in.
 */
export function forkState(s: WorldState, node: number, copiesMessages: boolean): WorldState {
  const nodes = s.nodes.slice();
  nodes[node] = copyNode(nodes[node] as NodeState);
  const { sent, duplicated, delivered, dropped } = s.counts;
  const { spent } = s;
  return {
    now: s.now,
    seq: s.seq,
    index: s.index,
    entries: s.entries,
    digest: s.digest,
    atThisInstant: s.atThisInstant,
    nodes,
    links: s.links.slice(),
    queue: copiesMessages ? s.queue.map(copyPending) : s.queue.slice(),
    begun: s.begun,
    held: s.held,
    params: s.params,
    counts: { sent, duplicated, delivered, dropped },
    awaiting: s.awaiting.length === 0 ? s.awaiting : s.awaiting.slice(),
    spent: { lost: spent.lost, duplicated: spent.duplicated, crashes: spent.crashes },
  };
}
