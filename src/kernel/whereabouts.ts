/** Finds a message by its name: on its link, in the tray, or at a paused node that has not looked at it. */

import type { MessageRef } from './command';
import type { Core } from './core';
import { remove } from './heap';
import { type InFlight, isMessage, type Pending } from './state';

export const messageText = (m: MessageRef): string =>
  `${m.kind} ${m.nth}${m.copy ? `, copy ${m.copy},` : ''} from ${m.from} to ${m.to}`;

/** A test for the message of that name. */
export function named(core: Core, ref: MessageRef): (p: Pending) => p is InFlight {
  const from = core.place(ref.from);
  const to = core.place(ref.to);
  const copy = ref.copy ?? 0;
  return (p): p is InFlight =>
    isMessage(p) &&
    p.from === from &&
    p.to === to &&
    p.nth === ref.nth &&
    p.copy === copy &&
    p.kind === ref.kind;
}

/** The message, wherever it is; null when it is nowhere any more, or not yet. */
export function look(core: Core, ref: MessageRef): InFlight | null {
  const is = named(core, ref);
  const { held, queue, nodes } = core.s;
  return held.find(is) ?? queue.find(is) ?? nodes[core.place(ref.to)]?.inbox.find(is) ?? null;
}

/** Takes the message from wherever it is. */
export function takeOut(core: Core, ref: MessageRef): InFlight | null {
  const found = look(core, ref);
  if (found === null) return null;
  const is = (p: Pending) => p === found;
  if (found.heldAt >= 0) core.s.held = core.s.held.filter((m) => m !== found);
  else if (remove(core.s.queue, is).length === 0) {
    const receiver = core.s.nodes[found.to];
    if (receiver) receiver.inbox = receiver.inbox.filter((p) => p !== found);
  }
  return found;
}

/** Everything that was copied from one original and is still about, itself included. */
export function family(core: Core, m: InFlight): InFlight[] {
  const kin = (p: Pending): p is InFlight =>
    isMessage(p) && p.from === m.from && p.to === m.to && p.nth === m.nth && p.kind === m.kind;
  const { held, queue, nodes } = core.s;
  return [...queue.filter(kin), ...held.filter(kin), ...(nodes[m.to]?.inbox.filter(kin) ?? [])];
}
