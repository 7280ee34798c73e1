/**
 * Messages on links. A message is judged when it leaves (loss, a cut, a full queue) and again when it arrives
 * (is anybody there); a cut in between takes what is on the link. What was decided on leaving happens halfway,
 * and nothing shows it before. Every draw is a function of the direction and of how many left before.
 */

import { draw, happens, Purpose } from './chance';
import { BLANK, type Core } from './core';
import { KernelError } from './errors';
import { remove } from './heap';
import { sample } from './latency';
import type { InFlight, LinkState, Pending } from './state';
import type { DropReason, MessageName } from './trace';
import { freezeDeep, type Json, type Micros, type NodeId } from './values';

const DEFAULT_BYTES = 100;

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
  bytes: number | undefined,
  cause: number,
): void {
  const { s } = core;
  const link = core.link(from, to);
  if (link === null) {
    throw new KernelError(`${core.names[from]} sends ${kind} to ${core.names[to] ?? to}, but no link joins them.`);
  }
  if (core.freeze) freezeDeep(body);
  const nth = (link.kinds[kind] ?? 0) + 1;
  link.kinds[kind] = nth;
  const message = {
    from,
    to,
    kind,
    body,
    nth,
    copy: 0,
    sentEntry: 0,
    sentAt: s.now,
    leftAt: s.now,
    arrivesAt: s.now,
    doom: null as InFlight['doom'],
    heldAt: -1,
  };
  message.sentEntry = core.emitMessage('sent', from, cause, message);
  s.counts.sent++;
  if (core.untimed) return queueMessage(core, message);

  const count = link.sent++;
  const { rules } = link;
  const laneOf = core.linkLanes[from * core.size + to] as number;
  const { seed } = core.config;
  const departs = transmit(link, s.now, bytes ?? DEFAULT_BYTES);
  if (departs < 0) return drop(core, message, 'queue full', 0, message.sentEntry);
  let takes = sample(rules.latency, seed, Purpose.latency, laneOf, count);
  if (rules.reorder > 0 && happens(draw(seed, Purpose.reorder, laneOf, count), rules.reorder)) {
    takes += sample(rules.latency, seed, Purpose.reorderLatency, laneOf, count);
  }
  message.arrivesAt = departs + takes;
  if (rules.fifo) {
    if (message.arrivesAt < link.lastArrival) message.arrivesAt = link.lastArrival;
    link.lastArrival = message.arrivesAt;
  }
  if (link.cut) message.doom = 'cut';
  else if (rules.loss > 0 && happens(draw(seed, Purpose.loss, laneOf, count), rules.loss)) message.doom = 'lost';
  queueMessage(core, message);
  if (rules.duplicate > 0 && happens(draw(seed, Purpose.duplicate, laneOf, count), rules.duplicate)) {
    duplicate(core, message, message.sentEntry);
  }
}

/** Queues a message for what will happen to it: its arrival, or its loss halfway. */
export function queueMessage(core: Core, m: InFlight): void {
  const at = m.doom === null ? m.arrivesAt : m.leftAt + Math.floor((m.arrivesAt - m.leftAt) / 2);
  core.enqueue(Math.max(at, core.s.now), {
    ...BLANK,
    what: m.doom === null ? 'arrive' : 'lose',
    node: m.to,
    message: m,
  });
}

/** A copy of a message sets out from where the original did and takes one latency longer. */
export function duplicate(core: Core, m: InFlight, cause: number): void {
  const { s } = core;
  const link = core.link(m.from, m.to) as LinkState;
  const laneOf = core.linkLanes[m.from * core.size + m.to] as number;
  const nthCopy = link.copies++;
  const later = core.untimed
    ? 0
    : sample(link.rules.latency, core.config.seed, Purpose.duplicateLatency, laneOf, nthCopy);
  let copy = 1;
  for (const p of s.queue) if (p.message && sameOriginal(p.message, m) && p.message.copy >= copy) copy = p.message.copy + 1;
  for (const h of s.held) if (sameOriginal(h, m) && h.copy >= copy) copy = h.copy + 1;
  const entry = core.emit('duplicated', m.from, cause, { ...nameOf(core, { ...m, copy }), of: m.copy });
  s.counts.duplicated++;
  queueMessage(core, {
    ...m,
    copy,
    sentEntry: entry,
    arrivesAt: m.arrivesAt + later,
    doom: link.cut ? 'cut' : null,
    heldAt: -1,
  });
}

const sameOriginal = (a: InFlight, b: InFlight): boolean =>
  a.from === b.from && a.to === b.to && a.kind === b.kind && a.nth === b.nth;

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
  const onLink = (p: Pending) => p.message !== null && p.message.from === from && p.message.to === to;
  for (const p of remove(core.s.queue, onLink)) {
    const m = p.message as InFlight;
    drop(core, m, 'cut', placeOf(m, core.s.now), cause);
  }
}
