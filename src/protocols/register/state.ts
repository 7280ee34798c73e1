/** What a replica has in memory, and what all policies do with a request. */

import type { Context, Json, NodeId } from '#/kernel';
import type { Cell } from './cell';
import type { Request } from './client';
import { callParts } from './disk';

/** A call that a replica carries out by asking a majority: first what they hold, then to hold something. */
export interface Quest {
  readonly request: Request;
  /** Who asked: the client, or a replica on its behalf. */
  readonly from: NodeId;
  phase: 'asking' | 'storing';
  /** Replicas that have answered in this phase, itself among them. */
  heard: readonly NodeId[];
  /** The latest of what they hold. */
  best: Cell;
  answer: Json;
}

export interface ReplicaState {
  readonly initial: Json;
  /** Whether others turn to it, as far as it knew when it last did something. */
  leads: boolean;
  quests: Record<string, Quest>;
  /** Calls passed on to the leader and not answered yet, by the call. */
  forwarded: Record<string, string>;
  /** By replica and key: the change it has been told of and has not acknowledged. */
  unconfirmed: Record<string, Record<string, number>>;
}

export const newState = (initial: Json): ReplicaState => ({
  initial,
  leads: false,
  quests: {},
  forwarded: {},
  unconfirmed: {},
});

export const others = (ctx: Context): readonly NodeId[] =>
  ctx.nodes('replica').filter((id) => id !== ctx.self);

/** Who may answer for a key: where several kinds of data are kept, each may have a policy of its own. */
export const policyOf = (ctx: Context, key: string) => ctx.params[`${key}Policy`] ?? ctx.params.policy;

/** The first replica. Nobody takes its place when it is down. */
export const leaderOf = (ctx: Context): NodeId => ctx.nodes('replica')[0] as NodeId;

export const majorityOf = (ctx: Context): number => Math.floor(ctx.nodes('replica').length / 2) + 1;

export function answer(ctx: Context, to: NodeId, call: string, value: Json): void {
  ctx.send(to, 'answer', { call, value });
}

/** `known` is `failed` only where the call certainly has no effect and never will. */
export function refuse(
  ctx: Context,
  to: NodeId,
  call: string,
  why: string,
  known: 'failed' | 'unknown',
): void {
  ctx.send(to, 'refusal', { call, why, known });
}

export const patience = (call: string): string => `give up on ${call}`;

/** From here on the replica waits for others; with no patience set it waits for ever. */
export function startWaiting(ctx: Context, call: string, times = 1): void {
  const giveUpUs = (ctx.params.giveUpUs as number) * times;
  if (giveUpUs > 0) ctx.after(patience(call), giveUpUs, call);
}

export function stopWaiting(ctx: Context, call: string): void {
  if ((ctx.params.giveUpUs as number) > 0) ctx.cancel(patience(call));
}

/** The client behind a call, whoever passed it on. */
export const clientBehind = (call: string): NodeId => callParts(call).client as NodeId;
