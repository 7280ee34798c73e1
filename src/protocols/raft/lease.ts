/**
 * Lease reads (thesis, §6.4.1), only where they are switched on: a leader whose heartbeats a majority has answered
 * knows that nobody else is elected for as long as they keep still, and answers reads by itself. The lease lasts an
 * election time-out from when the heartbeats were sent, less what clocks may drift apart (`driftBoundPercent`). Where
 * clocks drift more, it breaks: this is the one place where Raft's safety rests on time.
 *
 * Its other half: for the smallest election time-out after hearing from a leader nobody votes, and neither does
 * whoever has just restarted and cannot remember. Leaves out asking the others how far off their clocks are.
 */

import type { Context } from '#/kernel';
import { misled } from './mutants';
import { majorityAt } from './quorum';
import type { ServerState } from './state';

export const usesLeases = (ctx: Context): boolean => ctx.params.reads === 'lease';

/** A follower has heard from its leader, or starts and may have. */
export function noteHeard(ctx: Context, state: ServerState): void {
  if (usesLeases(ctx)) state.heardAtUs = ctx.monotonic();
}

/** Whether it may have promised a leader not to vote for another yet. */
export const keepsStill = (ctx: Context, state: ServerState): boolean =>
  state.role !== 'leader' && ctx.monotonic() - state.heardAtUs < (ctx.params.electionMinUs as number);

/** How long a lease lasts on the leader's clock. */
export function leaseUs(ctx: Context): number {
  const { electionMinUs, driftBoundPercent } = ctx.params as {
    electionMinUs: number;
    driftBoundPercent: number;
  };
  if (misled(ctx, 'lease-without-margin')) return electionMinUs;
  return Math.floor((electionMinUs * (100 - driftBoundPercent)) / (100 + driftBoundPercent));
}

/** A round of heartbeats begins. */
export function beginRound(ctx: Context, state: ServerState): void {
  if (!usesLeases(ctx)) return;
  state.round++;
  state.rounds = [...state.rounds, { round: state.round, atUs: ctx.monotonic() }];
}

/** A follower has answered a round, and with it all earlier ones. */
export function ackRound(ctx: Context, state: ServerState, peer: string, round: number): void {
  if (round <= (state.heardRound[peer] as number)) return;
  state.heardRound[peer] = round;
  if (state.rounds.length > 0) extend(ctx, state);
}

function extend(ctx: Context, state: ServerState): void {
  const { self } = ctx;
  const { round } = state;
  const heard = majorityAt(ctx, state, (m) => (m === self ? round : (state.heardRound[m] ?? 0)));
  const begun = state.rounds.findLast((r) => r.round <= heard);
  if (begun === undefined) return;
  const from = misled(ctx, 'lease-from-the-answer') ? ctx.monotonic() : begun.atUs;
  state.leaseUntilUs = Math.max(state.leaseUntilUs, from + leaseUs(ctx));
  state.rounds = state.rounds.filter((r) => r.round > begun.round);
}

export const hasLease = (ctx: Context, state: ServerState): boolean =>
  usesLeases(ctx) && state.leaseUntilUs > ctx.monotonic();
