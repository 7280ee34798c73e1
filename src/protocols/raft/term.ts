/** Terms (§5.1): a logical clock that every message carries. Whoever learns of a later one follows. */

import type { Context } from '#/kernel';
import { keepLed, keepTermAndVote } from './disk';
import { baseOf, entriesOf } from './log';
import { misled } from './mutants';
import type { ServerState } from './state';

export const ELECTION = 'election';
export const HEARTBEAT = 'heartbeat';

/** Writes the term and the vote in one go, so that no crash leaves an old vote in a new term. */
export function keepVote(ctx: Context, { currentTerm, votedFor }: ServerState): void {
  keepTermAndVote(ctx, { currentTerm, votedFor: misled(ctx, 'forgets-vote') ? '' : votedFor });
}

/** An election time-out between the two bounds, in whole milliseconds; without a choice where they are equal. */
export function drawTimeout(ctx: Context, state: ServerState): void {
  const { electionMinUs, electionMaxUs } = ctx.params as { electionMinUs: number; electionMaxUs: number };
  const spread = Math.floor((electionMaxUs - electionMinUs) / 1000);
  state.electionTimeoutUs = electionMinUs + (spread > 0 ? ctx.choose(spread + 1) * 1000 : 0);
}

export function waitForLeader(ctx: Context, state: ServerState): void {
  ctx.after(ELECTION, state.electionTimeoutUs);
}

/** For the judges, and for nobody else: this server leads a term from here on, with this log. */
export function recordLed(ctx: Context, state: ServerState): void {
  const entries = entriesOf(ctx);
  const base = entries[0] === undefined ? baseOf(ctx) : entries[0].index - 1;
  keepLed(ctx, { term: state.currentTerm, base, terms: entries.map(({ term }) => term) });
}

/** "If RPC request or response contains term T > currentTerm: set currentTerm = T, convert to follower" (Figure 2). */
export function learnTerm(ctx: Context, state: ServerState, term: number): void {
  const led = state.role === 'leader';
  state.currentTerm = term;
  if (!misled(ctx, 'keeps-its-vote')) state.votedFor = '';
  if (led && misled(ctx, 'does-not-step-down')) {
    keepVote(ctx, state);
    recordLed(ctx, state);
    return;
  }
  state.leader = '';
  keepVote(ctx, state);
  becomeFollower(ctx, state);
}

/** A leader drops the reads it has not answered: their clients ask again. */
export function becomeFollower(ctx: Context, state: ServerState): void {
  const led = state.role === 'leader';
  state.role = 'follower';
  state.votes = [];
  if (!led) return;
  state.reads = [];
  state.rounds = [];
  ctx.cancel(HEARTBEAT);
  drawTimeout(ctx, state);
  waitForLeader(ctx, state);
}
