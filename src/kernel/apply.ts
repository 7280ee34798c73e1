/**
 * Commands: what each does to the world, or the sentence that says why it does nothing. A message that no
 * longer exists is reported, never guessed.
 */

import { reanchor } from './clock';
import type { Command, LinkRef, LinkRules, MessageRef } from './command';
import { BLANK, type Core } from './core';
import { remove } from './heap';
import { drop, duplicate, nameOf, placeOf, queueMessage, sweep } from './network';
import type { Nodes } from './nodes';
import type { InFlight, LinkState, Pending } from './state';
import { freezeDeep } from './values';

const named = (core: Core, ref: MessageRef) => {
  const from = core.place(ref.from);
  const to = core.place(ref.to);
  return (m: InFlight): boolean =>
    m.from === from && m.to === to && m.kind === ref.kind && m.nth === ref.nth && m.copy === (ref.copy ?? 0);
};

export const messageText = (m: MessageRef): string =>
  `${m.kind} ${m.nth}${m.copy ? `, copy ${m.copy},` : ''} from ${m.from} to ${m.to}`;

/** Takes a message out of the queue or a paused node's inbox. */
function takeQueued(core: Core, ref: MessageRef): InFlight | null {
  const is = named(core, ref);
  const fits = (p: Pending) => p.message !== null && is(p.message);
  const queued = remove(core.s.queue, fits)[0];
  if (queued) return queued.message;
  const receiver = core.s.nodes[core.place(ref.to)];
  const waiting = receiver?.inbox.find(fits);
  if (!receiver || !waiting) return null;
  receiver.inbox = receiver.inbox.filter((p) => p !== waiting);
  return waiting.message;
}

function takeHeld(core: Core, ref: MessageRef): InFlight | null {
  const is = named(core, ref);
  const held = core.s.held.find(is) ?? null;
  if (held) core.s.held = core.s.held.filter((m) => m !== held);
  return held;
}

/** What a command would do, if anything prevents it: a sentence, or null when it may go ahead. */
export function refusal(core: Core, command: Command): string | null {
  switch (command.verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
    case 'delay':
      return refuseMessage(core, command.verb, command.message);
    case 'cut':
    case 'mend':
    case 'rule':
      return refuseLinks(core, command.links);
    case 'set':
      return refuseParam(core, command.param, command.value);
    default:
      return refuseNode(core, command);
  }
}

function refuseMessage(core: Core, verb: string, ref: MessageRef): string | null {
  const is = named(core, ref);
  const held = core.s.held.some(is);
  const fits = (p: Pending) => p.message !== null && is(p.message);
  const queued = core.s.queue.some(fits) || (core.s.nodes[core.place(ref.to)]?.inbox.some(fits) ?? false);
  if (verb === 'release') return held ? null : `${messageText(ref)} is not being held.`;
  if (verb === 'hold' && held) return `${messageText(ref)} is held already.`;
  if (verb === 'delay' && held) return `${messageText(ref)} is held; release it first.`;
  return held || queued ? null : `${messageText(ref)} is not in flight now.`;
}

function refuseLinks(core: Core, links: readonly LinkRef[]): string | null {
  for (const { from, to } of links) {
    if (core.link(core.place(from), core.place(to)) === null) return `No link goes from ${from} to ${to}.`;
  }
  return links.length > 0 ? null : 'No link is named.';
}

function refuseParam(core: Core, param: string, value: unknown): string | null {
  if (!Object.hasOwn(core.protocol.params, param)) return `There is no parameter called ${param}.`;
  const kind = typeof core.protocol.params[param];
  return typeof value === kind ? null : `${param} wants a ${kind}.`;
}

function refuseNode(core: Core, command: Extract<Command, { node: unknown }>): string | null {
  const n = core.s.nodes[core.place(command.node)];
  if (!n) return `There is no node called ${command.node}.`;
  const { node, verb } = command;
  if (verb === 'crash' && n.status === 'crashed') return `${node} is down already.`;
  if (verb === 'disarm' && n.armed === null) return `No crash is armed at ${node}.`;
  if (verb === 'restart' && n.status !== 'crashed') return `${node} is not down.`;
  if (verb === 'pause' && n.status !== 'running') return `${node} is ${n.status} already.`;
  if (verb === 'resume' && n.status !== 'paused') return `${node} is not paused.`;
  if (verb === 'slow' && !(Number.isInteger(command.factor) && command.factor >= 1 && command.factor <= 1000)) {
    return 'A node can be slowed by a whole factor from 1 to 1000.';
  }
  return null;
}

/** Carries out a command and writes the entries it causes. Returns the refusal, or null. */
export function apply(core: Core, nodes: Nodes, command: Command): string | null {
  const refused = refusal(core, command);
  if (core.freeze) freezeDeep(command);
  const cause = core.emit('command', 'node' in command ? core.place(command.node) : -1, -1, {
    command,
    refused,
  });
  if (refused === null) carryOut(core, nodes, command, cause);
  return refused;
}

function carryOut(core: Core, nodes: Nodes, command: Command, cause: number): void {
  switch (command.verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
    case 'delay':
      return onMessage(core, command, cause);
    case 'cut':
    case 'mend':
    case 'rule':
      return onLinks(core, command, cause);
    case 'set':
      core.s.params = { ...core.s.params, [command.param]: command.value };
      return;
    default:
      return onNode(core, nodes, command, cause);
  }
}

function onMessage(core: Core, command: Extract<Command, { message: unknown }>, cause: number): void {
  const { s } = core;
  if (command.verb === 'duplicate') {
    const is = named(core, command.message);
    const m = s.held.find(is) ?? s.queue.find((p) => p.message && is(p.message))?.message;
    if (m) duplicate(core, { ...m }, cause);
    return;
  }
  const m = takeHeld(core, command.message) ?? takeQueued(core, command.message);
  if (m === null) return;
  const name = nameOf(core, m);
  if (command.verb === 'drop') return drop(core, m, 'dropped by hand', placeOf(m, s.now), cause);
  if (command.verb === 'hold') {
    core.emit('held', -1, cause, name);
    s.held.push({ ...m, heldAt: s.now });
    return;
  }
  if (command.verb === 'release') {
    core.emit('released', -1, cause, name);
    const waited = s.now - m.heldAt;
    const doom = core.link(m.from, m.to)?.cut ? 'cut' : m.doom;
    const back = { ...m, leftAt: m.leftAt + waited, arrivesAt: m.arrivesAt + waited, doom, heldAt: -1 };
    return queueMessage(core, back);
  }
  core.emit('delayed', -1, cause, { ...name, byUs: command.byUs });
  // The token stays where it is and moves on more slowly: its span is stretched around its present place.
  const place = placeOf(m, s.now);
  const arrivesAt = Math.max(m.arrivesAt, s.now) + command.byUs;
  const leftAt = place >= 1 ? m.leftAt : Math.floor((s.now - place * arrivesAt) / (1 - place));
  queueMessage(core, { ...m, leftAt, arrivesAt });
}

function onLinks(core: Core, command: Extract<Command, { links: unknown }>, cause: number): void {
  for (const ref of command.links) {
    const from = core.place(ref.from);
    const to = core.place(ref.to);
    const link = core.link(from, to) as LinkState;
    if (command.verb === 'rule') link.rules = { ...link.rules, ...(command.rules as LinkRules) };
    else link.cut = command.verb === 'cut';
    if (command.verb === 'cut') sweep(core, from, to, cause);
  }
}

function onNode(
  core: Core,
  nodes: Nodes,
  command: Extract<Command, { node: unknown }>,
  cause: number,
): void {
  const node = core.place(command.node);
  const n = nodes.state(node);
  switch (command.verb) {
    case 'crash':
      if (command.afterEffect === undefined) return nodes.crash(node, command.disk, null, cause);
      n.armed = { disk: command.disk, afterEffect: command.afterEffect, on: command.on ?? null, entry: cause };
      return;
    case 'disarm':
      n.armed = null;
      return;
    case 'restart':
      return nodes.restart(node, cause);
    case 'pause':
      n.status = 'paused';
      core.emit('paused', node, cause, {});
      return;
    case 'resume':
      return nodes.resume(node, cause);
    case 'slow':
      reanchor(n.clock, core.s.now);
      n.clock.factor = command.factor;
      core.emit('slowed', node, cause, { factor: command.factor });
      return nodes.rescheduleTimers(node);
    case 'clock':
      return changeClock(core, nodes, node, command, cause);
    case 'invoke': {
      const call = { f: command.op.f, value: command.op.value ?? null };
      nodes.invoke({ at: core.s.now, seq: core.s.seq++, ...BLANK, what: 'invoke', node, call }, cause);
      return;
    }
  }
}

function changeClock(
  core: Core,
  nodes: Nodes,
  node: number,
  command: Extract<Command, { verb: 'clock' }>,
  cause: number,
): void {
  const { clock } = nodes.state(node);
  reanchor(clock, core.s.now);
  const before = clock.offsetUs;
  if (command.offsetUs !== undefined) clock.offsetUs = command.offsetUs;
  if (command.stepUs !== undefined) clock.offsetUs += command.stepUs;
  const drifts = command.driftPpm !== undefined && command.driftPpm !== clock.driftPpm;
  if (command.driftPpm !== undefined) clock.driftPpm = command.driftPpm;
  core.emit('clock changed', node, cause, { jumpUs: clock.offsetUs - before, driftPpm: clock.driftPpm });
  if (drifts) nodes.rescheduleTimers(node);
}
