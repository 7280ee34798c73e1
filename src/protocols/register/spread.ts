/**
 * Telling the other replicas, after the client has its answer: each change is sent at once, and again and again
 * to whoever has not acknowledged it. With `resendUs` 0 it is sent once, and nobody acknowledges.
 */

import type { Context, Json, Message, NodeId } from '#/kernel';
import { type Cell, joined, laterOf, same } from './cell';
import { cellOf, diskOf, keep } from './disk';
import { leaderOf, others, policyOf, type ReplicaState } from './state';

const TIMER = 'tell again';

function tell(ctx: Context, state: ReplicaState, peer: NodeId, key: string, change: number): void {
  ctx.send(peer, 'replicate', { key, cell: cellOf(ctx, state, key) as unknown as Json, change });
}

const isAnyoneBehind = (state: ReplicaState): boolean =>
  Object.values(state.unconfirmed).some((keys) => Object.keys(keys).length > 0);

/** Tells all others of what this replica now holds under a key. */
export function spread(ctx: Context, state: ReplicaState, key: string): void {
  const { changes } = diskOf(ctx);
  const again = ctx.params.resendUs as number;
  const wasQuiet = !isAnyoneBehind(state);
  for (const peer of others(ctx)) {
    tell(ctx, state, peer, key, changes);
    if (again > 0) state.unconfirmed[peer] = { ...state.unconfirmed[peer], [key]: changes };
  }
  if (again > 0 && wasQuiet) ctx.after(TIMER, again);
}

/** Whether it is this replica's to tell the others of what it holds under a key. */
function tells(ctx: Context, key: string): boolean {
  const policy = policyOf(ctx, key);
  return policy === 'available' || (policy === 'leader' && ctx.self === leaderOf(ctx));
}

/** After a restart nobody is known to have heard of anything. */
export function spreadAll(ctx: Context, state: ReplicaState): void {
  for (const key of Object.keys(diskOf(ctx).cells)) if (tells(ctx, key)) spread(ctx, state, key);
}

export function tellAgain(ctx: Context, state: ReplicaState): void {
  const again = ctx.params.resendUs as number;
  if (again === 0 || !isAnyoneBehind(state)) return;
  for (const peer of others(ctx)) {
    const keys = state.unconfirmed[peer] ?? {};
    for (const key of Object.keys(keys)) tell(ctx, state, peer, key, keys[key] as number);
  }
  ctx.after(TIMER, again);
}

export const isTellTimer = (name: string): boolean => name === TIMER;

/** Another replica tells of a change: the two cells become one, by the rule that is in force. */
export function onReplicate(ctx: Context, state: ReplicaState, message: Message): void {
  const { key, cell, change } = message.body as unknown as { key: string; cell: Cell; change: number };
  const mine = cellOf(ctx, state, key);
  const keepsBoth = policyOf(ctx, key) === 'available' && ctx.params.merge === 'siblings';
  const merged = keepsBoth ? joined(mine, cell) : laterOf(mine, cell);
  if (!same(merged as unknown as Json, mine as unknown as Json)) keep(ctx, { key, cell: merged });
  if ((ctx.params.resendUs as number) > 0) ctx.send(message.from, 'replicated', { key, change });
}

export function onReplicated(ctx: Context, state: ReplicaState, message: Message): void {
  const { key, change } = message.body as { key: string; change: number };
  const { [key]: last, ...rest } = state.unconfirmed[message.from] ?? {};
  if (last === change) state.unconfirmed[message.from] = rest;
  if (!isAnyoneBehind(state)) ctx.cancel(TIMER);
}
