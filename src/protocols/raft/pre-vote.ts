/**
 * Pre-vote (thesis, §9.6), a switch: before it stands, a server asks whether it would be elected, and changes no term
 * to ask. So a server that was cut off does not depose a good leader when it comes back. Nobody who hears from a
 * leader says yes; for how long one "hears" is one's own election time-out, which is at least the smallest.
 */

import type { Context, Message } from '#/kernel';
import { candidacy, isUpToDate, type RequestVote } from './candidacy';
import { stand } from './election';
import { countMembers, isMajority } from './quorum';
import { type ServerState, toPeers } from './state';

interface PreVoted {
  readonly term: number;
  /** The term that the one who asks would stand for. */
  readonly nextTerm: number;
  readonly voteGranted: boolean;
}

export function askBeforehand(ctx: Context, state: ServerState): void {
  state.role = 'pre-candidate';
  state.votes = [ctx.self];
  if (isMajority(ctx, state, countMembers(state, state.votes))) return stand(ctx, state);
  const request = candidacy(ctx, state.currentTerm + 1);
  toPeers(ctx, state, (peer) => ctx.send(peer, 'PreVote', request));
}

/** `term` is one to come, so nobody takes it over. */
export function onPreVote(ctx: Context, state: ServerState, message: Message): void {
  const request = message.body as unknown as RequestVote;
  const voteGranted =
    request.term > state.currentTerm &&
    state.role !== 'leader' &&
    !state.hearsLeader &&
    isUpToDate(ctx, request);
  ctx.send(message.from, 'PreVoted', { term: state.currentTerm, nextTerm: request.term, voteGranted });
}

export function onPreVoted(ctx: Context, state: ServerState, message: Message): void {
  const { nextTerm, voteGranted } = message.body as unknown as PreVoted;
  if (state.role !== 'pre-candidate' || nextTerm !== state.currentTerm + 1 || !voteGranted) return;
  if (state.votes.includes(message.from)) return;
  state.votes = [...state.votes, message.from].sort();
  if (isMajority(ctx, state, countMembers(state, state.votes))) stand(ctx, state);
}
