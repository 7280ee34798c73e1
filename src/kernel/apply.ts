/**
 * What each command does to the world. A command that would have no effect is recorded with the sentence that
 * says why, and changes nothing; a message that no longer exists is reported, never guessed.
 */

import { changeClock } from './change-clock';
import { reanchor } from './clock';
import type { Command, LinkRules } from './command';
import { type Core, task } from './core';
import { drop, duplicate, nameOf, placeOf, queueMessage, sweep } from './network';
import type { Nodes } from './nodes';
import { refusal } from './refusal';
import { copyMessage, type InFlight, type LinkState } from './state';
import { freezeDeep, type Micros } from './values';
import { look, takeOut } from './whereabouts';

/** Carries out a command and writes the entries it causes. Returns the refusal, or null. */
export function apply(core: Core, nodes: Nodes, command: Command): string | null {
  const refused = refusal(core, command);
  if (core.freeze) freezeDeep(command);
  const node = 'node' in command ? core.place(command.node) : -1;
  const cause = core.emit('command', node, -1, { command, refused });
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
      onMessage(core, command, cause);
      break;
    case 'cut':
    case 'mend':
    case 'rule':
      onLinks(core, command, cause);
      break;
    case 'set':
      core.s.params = { ...core.s.params, [command.param]: command.value };
      break;
    default:
      onNode(core, nodes, command, cause);
  }
}

function onMessage(core: Core, command: Extract<Command, { message: unknown }>, cause: number): void {
  const { s } = core;
  if (command.verb === 'duplicate') {
    const m = look(core, command.message);
    // The copy of a held message sets out from the tray, not from where the original would be by now.
    if (m) duplicate(core, m.heldAt < 0 ? m : afterWaiting(m, s.now), cause);
    return;
  }
  const m = takeOut(core, command.message);
  if (m === null) return;
  const name = nameOf(core, m);
  switch (command.verb) {
    case 'drop':
      drop(core, m, 'dropped by hand', placeOf(m, s.now), cause);
      break;
    case 'hold':
      core.emit('held', -1, cause, name);
      m.heldAt = s.now;
      s.held.push(m);
      break;
    case 'release': {
      core.emit('released', -1, cause, name);
      const back = afterWaiting(m, s.now);
      if (core.link(m.from, m.to)?.cut) back.doom = 'cut';
      queueMessage(core, back);
      break;
    }
    case 'delay':
      core.emit('delayed', -1, cause, { ...name, byUs: command.byUs });
      queueMessage(core, stretched(m, s.now, command.byUs));
  }
}

/** A held message as it goes on: its span moves by the time it was parked. */
function afterWaiting(m: InFlight, now: Micros): InFlight {
  const on = copyMessage(m);
  on.leftAt += now - m.heldAt;
  on.arrivesAt += now - m.heldAt;
  on.heldAt = -1;
  return on;
}

/** A delayed message stays where it is and moves on more slowly: its span is stretched around its place. */
function stretched(m: InFlight, now: Micros, byUs: Micros): InFlight {
  const place = placeOf(m, now);
  const slower = copyMessage(m);
  slower.arrivesAt = Math.max(m.arrivesAt, now) + byUs;
  if (place < 1) slower.leftAt = Math.floor((now - place * slower.arrivesAt) / (1 - place));
  return slower;
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

function onNode(core: Core, nodes: Nodes, command: Extract<Command, { node: unknown }>, cause: number): void {
  const node = core.place(command.node);
  const n = nodes.state(node);
  switch (command.verb) {
    case 'crash': {
      const { disk, afterEffect, on = null } = command;
      if (afterEffect === undefined) nodes.crash(node, disk, null, cause);
      else n.armed = { disk, afterEffect, on, entry: cause };
      break;
    }
    case 'disarm':
      n.armed = null;
      break;
    case 'restart':
      nodes.restart(node, cause);
      break;
    case 'pause':
      n.status = 'paused';
      core.emit('paused', node, cause, {});
      break;
    case 'resume':
      nodes.resume(node, cause);
      break;
    case 'slow':
      reanchor(n.clock, core.s.now);
      n.clock.factor = command.factor;
      core.emit('slowed', node, cause, { factor: command.factor });
      nodes.rescheduleTimers(node);
      break;
    case 'clock':
      changeClock(core, nodes, node, command, cause);
      break;
    case 'invoke':
      nodes.invoke(
        task('invoke', node, { call: { f: command.op.f, value: command.op.value ?? null } }),
        cause,
      );
  }
}
