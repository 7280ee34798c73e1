/** A replica: it hands each call to the policy in force, and each message to whoever it concerns. */

import type { Context, Message, NodeId, Role } from '#/kernel';
import type { Request } from './client';
import { comparesAt, type Kind } from './kind';
import { byLeader, passBack, passOn } from './leader';
import { carryOut } from './local';
import { byMajority, giveUp, onQuery, onStore, onStored, onValue } from './majority';
import { isTellTimer, onReplicate, onReplicated, spreadAll, tellAgain } from './spread';
import { clientBehind, leaderOf, newState, policyOf, type ReplicaState, refuse } from './state';
import { describe } from './words';

/** Whether changes under a key go through the first replica. */
function isLed(ctx: Context, kind: Kind, key: string): boolean {
  const policy = policyOf(ctx, key);
  return policy === 'leader' || (policy === 'majority' && comparesAt(kind, key));
}

const hasLeader = (ctx: Context, kind: Kind): boolean =>
  (kind.keys ?? ['']).some((key) => isLed(ctx, kind, key));

function serve(ctx: Context, state: ReplicaState, kind: Kind, request: Request, from: NodeId): void {
  const policy = policyOf(ctx, request.key);
  if (policy === 'available') return carryOut(ctx, state, request, from);
  if (policy === 'leader') return byLeader(ctx, state, request, from);
  const toLeader = comparesAt(kind, request.key) && request.f !== 'read' && ctx.self !== leaderOf(ctx);
  if (toLeader) passOn(ctx, state, request);
  else byMajority(ctx, state, request, from);
}

function onMessage(ctx: Context, state: ReplicaState, kind: Kind, message: Message): void {
  switch (message.kind) {
    case 'read':
    case 'write':
    case 'cas':
    case 'forward':
      return serve(ctx, state, kind, message.body as unknown as Request, message.from);
    case 'answer':
    case 'refusal':
      return passBack(ctx, state, message);
    case 'replicate':
      return onReplicate(ctx, state, message);
    case 'replicated':
      return onReplicated(ctx, state, message);
    case 'query':
      return onQuery(ctx, state, message);
    case 'value':
      return onValue(ctx, state, message);
    case 'store':
      return onStore(ctx, state, message);
    case 'stored':
      return onStored(ctx, state, message);
  }
}

/** A follower that hears nothing from the leader cannot know what became of a change; a read has changed nothing. */
function giveUpOnLeader(ctx: Context, state: ReplicaState, call: string): void {
  const f = state.forwarded[call];
  delete state.forwarded[call];
  refuse(ctx, clientBehind(call), call, 'the leader does not answer', f === 'read' ? 'failed' : 'unknown');
}

export const replicaOf = (kind: Kind): Role => {
  const look = (ctx: Context, state: ReplicaState) => {
    state.leads = hasLeader(ctx, kind) && ctx.self === leaderOf(ctx);
    return state;
  };
  return {
    init: (ctx) => look(ctx, newState(kind.initial)),
    onRecover(ctx) {
      const state = look(ctx, newState(kind.initial));
      spreadAll(ctx, state);
      return state;
    },
    onMessage: (ctx, state: ReplicaState, message) => onMessage(ctx, look(ctx, state), kind, message),
    onTimer(ctx, state: ReplicaState, timer) {
      look(ctx, state);
      if (isTellTimer(timer.name)) return tellAgain(ctx, state);
      const call = timer.data as string;
      if (Object.hasOwn(state.forwarded, call)) giveUpOnLeader(ctx, state, call);
      else giveUp(ctx, state, call);
    },
    describe: (state: ReplicaState, durable) => describe(kind, state, durable),
  };
};
