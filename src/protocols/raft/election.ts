/**
 * Leader election (§5.2) and its restriction (§5.4.1): a server votes once a term, first come first served, and only
 * for a candidate whose log is at least as up-to-date as its own.
 */

import type { Context, Message } from '#/kernel';
import { candidacy, isUpToDate, type RequestVote } from './candidacy';
import { misled } from './mutants';
import { countMembers, isMajority } from './quorum';
import { lead } from './reign';
import { type ServerState, toPeers } from './state';
import { keepVote, waitForLeader } from './term';

export interface Vote {
  readonly term: number;
  readonly voteGranted: boolean;
}

export function stand(ctx: Context, state: ServerState): void {
  state.role = 'candidate';
  state.currentTerm++;
  state.votedFor = ctx.self;
  state.votes = [ctx.self];
  keepVote(ctx, state);
  if (isElected(ctx, state)) return lead(ctx, state);
  const request = candidacy(ctx, state.currentTerm);
  toPeers(ctx, state, (peer) => ctx.send(peer, 'RequestVote', request));
}

export function onRequestVote(ctx: Context, state: ServerState, message: Message): void {
  const request = message.body as unknown as RequestVote;
  const { from } = message;
  const voteGranted =
    request.term === state.currentTerm &&
    (state.votedFor === '' || state.votedFor === from) &&
    isUpToDate(ctx, request);
  if (voteGranted) {
    if (state.votedFor === '') {
      state.votedFor = from;
      keepVote(ctx, state);
    }
    waitForLeader(ctx, state);
  }
  ctx.send(from, 'Vote', { term: state.currentTerm, voteGranted });
}

const isElected = (ctx: Context, state: ServerState): boolean =>
  isMajority(ctx, state, countMembers(state, state.votes));

export function onVote(ctx: Context, state: ServerState, message: Message): void {
  const { term, voteGranted } = message.body as unknown as Vote;
  const counts = term === state.currentTerm || misled(ctx, 'counts-late-votes');
  if (state.role !== 'candidate' || !counts || !voteGranted) return;
  if (state.votes.includes(message.from) && !misled(ctx, 'counts-votes-twice')) return;
  state.votes = [...state.votes, message.from].sort();
  if (isElected(ctx, state)) lead(ctx, state);
}
