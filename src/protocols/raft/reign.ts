/** Becoming leader, and going on to lead (§5.2). */

import type { Context } from '#/kernel';
import { advanceCommit } from './commit';
import type { LogEntry } from './disk';
import { beat } from './heartbeat';
import { add, lastIndex } from './log';
import { misled } from './mutants';
import { follow } from './progress';
import { recount } from './quorum';
import { type ServerState, toPeers } from './state';
import { ELECTION, recordLed } from './term';

/**
 * "When a leader first comes to power, it initializes all nextIndex values to the index just after the last one in
 * its log" (§5.3). It begins with a no-op, since it may commit entries of its own term only (§5.4.2, §8).
 */
export function lead(ctx: Context, state: ServerState): void {
  recount(ctx, state);
  state.role = 'leader';
  state.leader = ctx.self;
  state.hearsLeader = false;
  ctx.cancel(ELECTION);
  recordLed(ctx, state);
  state.nextIndex = {};
  state.matchIndex = {};
  state.sentIndex = {};
  state.heardRound = {};
  state.round = 0;
  state.reads = [];
  state.rounds = [];
  state.leaseUntilUs = -1;
  const index = lastIndex(ctx) + 1;
  state.firstOfTerm = 0;
  toPeers(ctx, state, (peer) => follow(state, peer, index));
  if (!misled(ctx, 'skips-the-no-op')) {
    state.firstOfTerm = index;
    add(ctx, noOp(index, state.currentTerm));
  }
  beat(ctx, state);
  advanceCommit(ctx, state);
}

const noOp = (index: number, term: number): LogEntry => ({ index, term, f: 'no-op', value: null, call: '' });

export function onHeartbeat(ctx: Context, state: ServerState): void {
  if (state.role !== 'leader') return;
  recount(ctx, state);
  advanceCommit(ctx, state);
  // It may have stepped down just now: a leader that is no member leads until its own removal is committed.
  if (state.role === 'leader') beat(ctx, state);
}
