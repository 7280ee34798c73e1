/**
 * Messages on links. A message is judged when it leaves (loss, a cut, a full queue) and again when it arrives
 * (is anybody there); a cut in between takes what is on the link. What was decided on leaving happens halfway,
 * and nothing shows it before. Every draw is a function of the direction and of how many left before.
 */

import { draw, happens, Purpose } from './chance';
import type { Core } from './core';
import { KernelError } from './errors';
import { remove } from './heap';
import { sample } from './latency';
import { copyMessage, type InFlight, isMessage, type LinkState, type Pending } from './state';
import type { DropReason, MessageName } from './trace';
import { freezeDeep, type Json, type Micros, type NodeId } from './values';
import { family } from './whereabouts';

export const nameOf = (core: Core, m: InFlight): MessageName => ({
  from: core.names[m.from] as NodeId,
  to: core.names[m.to] as NodeId,
  kind: m.kind,
  nth: m.nth,
  copy: m.copy,
});

/** When the link has put a message on its way, or −1 if its queue is full. */
function transmit(link: LinkState, now: Micros, bytes: number): Micros {
  const { bandwidth } = link.rules;
  if (bandwidth === null) return now;
  while (link.backlog.length > 0 && (link.backlog[0] as number) <= now) link.backlog.shift();
  if (link.backlog.length >= bandwidth.queueLimit) return -1;
  const took = Math.ceil((bytes * 1_000_000) / bandwidth.bytesPerSecond);
  link.busyUntil = Math.max(now, link.busyUntil) + took;
  link.backlog.push(link.busyUntil);
  return link.busyUntil;
}

/** Puts a message on its link. */
export function leave(
  core: Core,
  from: number,
  to: number,
  kind: string,
  body: Json,
  bytes: number,
  cause: number,
): void {
  const { s } = core;
  const link = core.ownLink(from, to);
  if (link === null) {
    throw new KernelError(`${core.names[from]} sends ${kind} to ${core.names[to]}, but no link joins them.`);
  }
  if (core.freeze) freezeDeep(body);
  const nth = (link.kinds[kind] ?? 0) + 1;
  link.kinds[kind] = nth;
  const { now } = s;
  const message: InFlight = {
    at: now,
    seq: 0,
    what: 'arrive',
    from,
    to,
    kind,
    body,
    nth,
    copy: 0,
    copies: 0,
    order: link.sent++,
    sentEntry: 0,
    sentAt: now,
    leftAt: now,
    arrivesAt: now,
    doom: null,
    heldAt: -1,
  };
  message.sentEntry = core.emitMessage('sent', from, cause, message);
  s.counts.sent++;
  if (core.untimed) queueMessage(core, message);
  else travel(core, link, message, bytes);
}

/** Decides how long a message takes, and whether it is lost or copied on the way. */
function travel(core: Core, link: LinkState, message: InFlight, bytes: number): void {
  const { rules } = link;
  const { seed } = core.config;
  const { order } = message;
  const laneOf = core.linkLanes[message.from * core.size + message.to] as number;
  const departs = transmit(link, message.sentAt, bytes);
  if (departs < 0) {
    drop(core, message, 'queue full', 0, message.sentEntry);
    return;
  }
  let arrivesAt = departs + sample(rules.latency, seed, Purpose.latency, laneOf, order);
  if (rules.reorder > 0 && happens(draw(seed, Purpose.reorder, laneOf, order), rules.reorder)) {
    arrivesAt += sample(rules.latency, seed, Purpose.reorderLatency, laneOf, order);
  }
  if (rules.fifo) {
    arrivesAt = Math.max(arrivesAt, link.lastArrival);
    link.lastArrival = arrivesAt;
  }
  message.arrivesAt = arrivesAt;
  if (link.cut) message.doom = 'cut';
  else if (rules.loss > 0 && happens(draw(seed, Purpose.loss, laneOf, order), rules.loss))
    message.doom = 'lost';
  queueMessage(core, message);
  if (rules.duplicate > 0 && happens(draw(seed, Purpose.duplicate, laneOf, order), rules.duplicate)) {
    duplicate(core, message);
  }
}

/** Queues a message for what will happen to it: its arrival, or its loss halfway. The queue keeps `m` itself. */
export function queueMessage(core: Core, m: InFlight): void {
  m.what = m.doom === null ? 'arrive' : 'lose';
  const at = m.doom === null ? m.arrivesAt : m.leftAt + Math.floor((m.arrivesAt - m.leftAt) / 2);
  core.enqueue(Math.max(at, core.s.now), m);
}

/** A copy of a message sets out from where it is and takes one latency longer. */
export function duplicate(core: Core, m: InFlight, cause = m.sentEntry): void {
  const link = core.link(m.from, m.to) as LinkState;
  const copy = m.copies + 1;
  for (const kin of family(core, m)) kin.copies = copy;
  const again = copyMessage(m, copy);
  again.copies = copy;
  again.heldAt = -1;
  again.sentEntry = core.emit('duplicated', m.from, cause, { ...nameOf(core, again), of: m.copy });
  core.s.counts.duplicated++;
  if (!core.untimed) {
    const laneOf = core.linkLanes[m.from * core.size + m.to] as number;
    // Copies count on from their original, so that an extra one rerolls no other's journey.
    const turn = m.order * 64 + copy;
    again.arrivesAt += sample(link.rules.latency, core.config.seed, Purpose.duplicateLatency, laneOf, turn);
  }
  again.doom = link.cut ? 'cut' : null;
  queueMessage(core, again);
}

/** How far along its link a message is, from 0 to 1. */
export function placeOf(m: InFlight, now: Micros): number {
  const span = m.arrivesAt - m.leftAt;
  const until = m.heldAt >= 0 ? m.heldAt : now;
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (until - m.leftAt) / span));
}

/** Takes a message out of the world. */
export function drop(core: Core, m: InFlight, reason: DropReason, place: number, cause: number): void {
  core.s.counts.dropped++;
  core.emit('dropped', -1, cause, { ...nameOf(core, m), reason, place });
}

/** Takes whatever is on a direction of a link off it, in the order in which it would have arrived. */
export function sweep(core: Core, from: number, to: number, cause: number): void {
  const onLink = (p: Pending) => isMessage(p) && p.from === from && p.to === to;
  for (const m of remove(core.s.queue, onLink) as InFlight[]) {
    drop(core, m, 'cut', placeOf(m, core.s.now), cause);
  }
}
