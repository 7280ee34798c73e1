/** A plain snapshot of a run at one position: all that a view, a prover or a test may see of a world. */

import { monotonicAt, offsetAt, slewLeft, wallAt, whenTicks } from './clock';
import type { DiskFate, LinkRules } from './command';
import type { Core } from './core';
import type { Ledger } from './ledger';
import { ledgerOf } from './ledger';
import { placeOf } from './network';
import type { Description, LogPicture, Params } from './protocol';
import { type InFlight, isMessage, type NodeState } from './state';
import { clonePlain, type Json, type Micros, type NodeId } from './values';

export interface TimerView {
  readonly name: string;
  readonly setAt: Micros;
  /** When it falls due if nothing changes, in virtual time. */
  readonly dueAt: Micros;
}

export interface NodeView {
  readonly id: NodeId;
  readonly role: string;
  readonly status: NodeState['status'];
  /** Whether a crash is armed for something it will handle. */
  readonly armed: {
    readonly disk: DiskFate;
    readonly afterEffect: number;
    readonly on: string | null;
  } | null;
  readonly words: string;
  readonly emphasis: 'filled' | 'ring' | 'outline';
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Its replicated log, if it keeps one. Of a crashed node, what its disk has: nobody there knows what is committed. */
  readonly log?: LogPicture;
  readonly state: Json;
  readonly durable: Readonly<Record<string, Json>>;
  readonly timers: readonly TimerView[];
  readonly wall: Micros;
  readonly monotonic: Micros;
  /** The wall clock less the monotonic one, now. */
  readonly offsetUs: Micros;
  readonly driftPpm: number;
  /** While the wall clock is being bent: how much is left, and how fast it goes. */
  readonly slew?: { readonly leftUs: Micros; readonly ppm: number };
  readonly factor: number;
  /** The operation it has open, and how many wait behind it. */
  readonly open: { readonly id: string; readonly f: string; readonly invokedAt: Micros } | null;
  readonly waiting: number;
}

export interface LinkView {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly cut: boolean;
  readonly rules: LinkRules;
}

export interface MessageView {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: string;
  readonly nth: number;
  readonly copy: number;
  readonly body: Json;
  /** The entry that put it on the link: `sent` or `duplicated`. */
  readonly entry: number;
  readonly sentAt: Micros;
  readonly leftAt: Micros;
  readonly arrivesAt: Micros;
  /** `waiting`: it has reached a paused node, which has not looked at it. */
  readonly status: 'in flight' | 'held' | 'waiting';
  /** Where it is parked when held, from 0 at the sender to 1. */
  readonly place: number;
}

export interface View {
  readonly index: number;
  readonly at: Micros;
  /** How many trace entries this position has. */
  readonly entries: number;
  readonly digest: number;
  readonly nodes: readonly NodeView[];
  /** One per direction, in the order of the scenario's nodes. */
  readonly links: readonly LinkView[];
  /** In the order in which they were put on their links. */
  readonly messages: readonly MessageView[];
  readonly params: Params;
  readonly ledger: Ledger;
}

function slewView({ clock }: NodeState, now: Micros): Pick<NodeView, 'slew'> {
  const leftUs = slewLeft(clock, now);
  return leftUs === 0 || clock.slew === null ? {} : { slew: { leftUs, ppm: clock.slew.ppm } };
}

function nodeView(core: Core, i: number): NodeView {
  const n = core.s.nodes[i] as NodeState;
  const config = core.config.nodes[i] as { id: NodeId; role: string };
  const { now } = core.s;
  const role = core.roles[i];
  const said: Partial<Description> | undefined =
    n.status === 'crashed' ? role?.describeDisk?.(n.durable) : role?.describe?.(n.state, n.durable);
  return {
    id: config.id,
    role: config.role,
    status: n.status,
    armed: n.armed && { disk: n.armed.disk, afterEffect: n.armed.afterEffect, on: n.armed.on },
    words: n.status === 'crashed' ? 'down' : (said?.words ?? config.role),
    emphasis: said?.emphasis ?? 'outline',
    facts: said?.facts ?? [],
    ...(said?.log && { log: said.log }),
    state: clonePlain(n.state),
    durable: clonePlain(n.durable),
    timers: n.timers.map((t) => ({
      name: t.name,
      setAt: t.setAt,
      dueAt: core.untimed ? now : whenTicks(n.clock, t.deadline, 0),
    })),
    wall: wallAt(n.clock, now),
    monotonic: monotonicAt(n.clock, now),
    offsetUs: offsetAt(n.clock, now),
    driftPpm: n.clock.driftPpm,
    ...slewView(n, now),
    factor: n.clock.factor,
    open: n.open && { id: n.open.id, f: n.open.f, invokedAt: n.open.invokedAt },
    waiting: n.waiting.length,
  };
}

function messageView(core: Core, m: InFlight, status: MessageView['status']): MessageView {
  return {
    from: core.names[m.from] as NodeId,
    to: core.names[m.to] as NodeId,
    kind: m.kind,
    nth: m.nth,
    copy: m.copy,
    body: m.body,
    entry: m.sentEntry,
    sentAt: m.sentAt,
    leftAt: m.leftAt,
    arrivesAt: m.arrivesAt,
    status,
    place: placeOf(m, core.s.now),
  };
}

export function viewOf(core: Core): View {
  const { s } = core;
  const links: LinkView[] = [];
  core.names.forEach((from, i) => {
    core.names.forEach((to, j) => {
      const link = core.link(i, j);
      if (link) links.push({ from, to, cut: link.cut, rules: link.rules });
    });
  });
  const messages = [
    ...s.queue.filter(isMessage).map((m) => messageView(core, m, 'in flight')),
    ...s.held.map((m) => messageView(core, m, 'held')),
    ...s.nodes.flatMap((n) => n.inbox.filter(isMessage).map((m) => messageView(core, m, 'waiting'))),
  ].sort((a, b) => a.entry - b.entry);
  return {
    index: s.index,
    at: s.now,
    entries: s.entries,
    digest: s.digest,
    nodes: core.names.map((_, i) => nodeView(core, i)),
    links,
    messages,
    params: s.params,
    ledger: ledgerOf(s),
  };
}
