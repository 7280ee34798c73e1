/**
 * One leader: every call is carried out by the first replica, which acknowledges it alone and tells the followers
 * afterwards. A follower passes calls on, except reads where `followerReads` lets it answer by itself. There is
 * no failover: when the leader is down or cut off, the register is.
 */

import type { Context, Message, NodeId } from '#/kernel';
import type { Request } from './client';
import { carryOut, readHere } from './local';
import { clientBehind, leaderOf, type ReplicaState, startWaiting, stopWaiting } from './state';

/** Passes a call on to the leader, and waits twice as long as the leader itself might. */
export function passOn(ctx: Context, state: ReplicaState, request: Request): void {
  state.forwarded[request.call] = request.f;
  ctx.send(leaderOf(ctx), 'forward', { ...request });
  startWaiting(ctx, request.call, 2);
}

export function byLeader(ctx: Context, state: ReplicaState, request: Request, from: NodeId): void {
  if (ctx.self === leaderOf(ctx)) return carryOut(ctx, state, request, from);
  if (request.f === 'read' && ctx.params.followerReads) return readHere(ctx, state, request, from);
  passOn(ctx, state, request);
}

/** What the leader said goes back to the client, also when it comes late. */
export function passBack(ctx: Context, state: ReplicaState, message: Message): void {
  const { call } = message.body as { call: string };
  if (Object.hasOwn(state.forwarded, call)) {
    delete state.forwarded[call];
    stopWaiting(ctx, call);
  }
  ctx.send(clientBehind(call), message.kind, message.body);
}
