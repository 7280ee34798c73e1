/** What starts an election (§5.2): a server that has heard of no leader for its election time-out. */

import type { Context } from '#/kernel';
import { stand } from './election';
import { misled } from './mutants';
import { askBeforehand } from './pre-vote';
import { recount } from './quorum';
import { lead } from './reign';
import { isMember, type ServerState } from './state';
import { drawTimeout, waitForLeader } from './term';

/** The election timer has fallen due: nobody leads, as far as this server can tell. */
export function onElectionTimeout(ctx: Context, state: ServerState): void {
  if (state.role === 'leader') return;
  state.hearsLeader = false;
  state.leader = '';
  if (!isMember(ctx, state) || isLastTerm(ctx, state)) return;
  if (misled(ctx, 'counts-reachable') && state.role === 'candidate') {
    recount(ctx, state);
    if (2 * state.votes.length > state.reachable) return lead(ctx, state);
  }
  drawTimeout(ctx, state);
  waitForLeader(ctx, state);
  if (ctx.params.preVote) askBeforehand(ctx, state);
  else stand(ctx, state);
}

/** Only where an exploration bounds how often there may be elections. */
const isLastTerm = (ctx: Context, { currentTerm }: ServerState): boolean =>
  (ctx.params.maxTerm as number) > 0 && currentTerm >= (ctx.params.maxTerm as number);
