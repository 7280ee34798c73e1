/** Why a command would have no effect now: a sentence for whoever gave it. */

import type { Command, LinkRef, MessageRef } from './command';
import type { Core } from './core';
import { wrongClock, wrongRules, wrongSpan } from './limits';
import { look, messageText } from './whereabouts';

/** A sentence, or null when the command may go ahead. */
export function refusal(core: Core, command: Command): string | null {
  switch (command.verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
      return refuseMessage(core, command.verb, command.message);
    case 'delay':
      return wrongSpan('A delay', command.byUs) ?? refuseMessage(core, command.verb, command.message);
    case 'cut':
    case 'mend':
      return refuseLinks(core, command.links);
    case 'rule':
      return refuseLinks(core, command.links) ?? wrongRules(command.rules);
    case 'set':
      return refuseParam(core, command.param, command.value);
    default:
      return refuseNode(core, command);
  }
}

function refuseMessage(core: Core, verb: string, ref: MessageRef): string | null {
  const found = look(core, ref);
  const held = found !== null && found.heldAt >= 0;
  if (verb === 'release') return held ? null : `${messageText(ref)} is not being held.`;
  if (verb === 'hold' && held) return `${messageText(ref)} is held already.`;
  if (verb === 'delay' && held) return `${messageText(ref)} is held; release it first.`;
  return found ? null : `${messageText(ref)} is not in flight now.`;
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
  const fine = typeof value === kind && (kind !== 'number' || Number.isFinite(value));
  return fine ? null : `${param} wants a ${kind}.`;
}

function refuseNode(core: Core, command: Extract<Command, { node: unknown }>): string | null {
  const n = core.s.nodes[core.place(command.node)];
  if (!n) return `There is no node called ${command.node}.`;
  const { node } = command;
  switch (command.verb) {
    case 'crash': {
      const { afterEffect = 0 } = command;
      if (n.status === 'crashed') return `${node} is down already.`;
      const counts = Number.isInteger(afterEffect) && afterEffect >= 0;
      return counts ? null : 'A crash cuts a handler after a whole number of effects, 0 or more.';
    }
    case 'disarm':
      return n.armed === null ? `No crash is armed at ${node}.` : null;
    case 'restart':
      return n.status === 'crashed' ? null : `${node} is not down.`;
    case 'pause':
      return n.status === 'running' ? null : `${node} is ${n.status} already.`;
    case 'resume':
      return n.status === 'paused' ? null : `${node} is not paused.`;
    case 'slow': {
      const fits = Number.isInteger(command.factor) && command.factor >= 1 && command.factor <= 1000;
      return fits ? null : 'A node can be slowed by a whole factor from 1 to 1000.';
    }
    case 'clock':
      return wrongClock(command);
    case 'invoke':
      return null;
  }
}
