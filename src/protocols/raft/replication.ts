/**
 * Log replication (§5.3): a follower takes what fits its log and says so; where it does not fit it says where they
 * part, and the leader backs up by terms.
 */

import type { Context, Message, NodeId } from '#/kernel';
import { advanceCommit, commitTo } from './commit';
import { ackRound, noteHeard } from './lease';
import { add, baseOf, cutFrom, entryAt, lastIndex, termAt } from './log';
import { refreshMembers } from './members';
import { misled } from './mutants';
import { answerReads } from './read-index';
import { type AppendEntries, isBusy, replicate } from './send';
import type { ServerState } from './state';
import { becomeFollower, waitForLeader } from './term';

/** Whoever speaks for the current term leads it. */
export function hearLeader(ctx: Context, state: ServerState, leader: string): void {
  if (state.role !== 'follower') becomeFollower(ctx, state);
  state.leader = leader;
  state.hearsLeader = true;
  noteHeard(ctx, state);
  waitForLeader(ctx, state);
}

export function onAppendEntries(ctx: Context, state: ServerState, message: Message): void {
  const body = message.body as unknown as AppendEntries;
  const { from } = message;
  const { prevLogIndex, entries, leaderCommit, round } = body;
  // Nobody leads the same term beside a leader: what says so comes from before, or from a server gone wrong.
  if (state.role === 'leader') return;
  if (body.term < state.currentTerm && !misled(ctx, 'accepts-old-leaders')) {
    const term = state.currentTerm;
    ctx.send(from, 'Appended', { term, success: false, conflictIndex: 0, conflictTerm: 0, round });
    return;
  }
  hearLeader(ctx, state, from);
  if (misled(ctx, 'commits-what-does-not-fit')) commitTo(ctx, state, Math.min(leaderCommit, lastIndex(ctx)));
  if (!fits(ctx, body)) {
    const { currentTerm: term } = state;
    ctx.send(from, 'Appended', { term, success: false, ...conflict(ctx, prevLogIndex), round });
    return;
  }
  const matchIndex = prevLogIndex + entries.length;
  const answer = { term: state.currentTerm, success: true, matchIndex, round };
  if (misled(ctx, 'answers-before-storing')) {
    ctx.send(from, 'Appended', answer);
    store(ctx, state, body);
  } else {
    store(ctx, state, body);
    ctx.send(from, 'Appended', answer);
  }
  // "min(leaderCommit, index of last new entry)" (Figure 2): beyond it the log may still be wrong.
  commitTo(ctx, state, Math.min(leaderCommit, matchIndex));
}

/** Consistency check: the entry before is there and of the same term. What a snapshot covers is committed, and fits. */
const fits = (ctx: Context, { prevLogIndex, prevLogTerm }: AppendEntries): boolean =>
  termAt(ctx, prevLogIndex) === prevLogTerm || prevLogIndex < baseOf(ctx);

/** "The term of the conflicting entry and the first index it stores for that term" (§5.3). */
function conflict(ctx: Context, prevLogIndex: number): { conflictIndex: number; conflictTerm: number } {
  const last = lastIndex(ctx);
  if (prevLogIndex > last) return { conflictIndex: last + 1, conflictTerm: 0 };
  const conflictTerm = termAt(ctx, prevLogIndex);
  let conflictIndex = prevLogIndex;
  while (conflictIndex > baseOf(ctx) + 1 && termAt(ctx, conflictIndex - 1) === conflictTerm) conflictIndex--;
  return { conflictIndex, conflictTerm };
}

/**
 * "If an existing entry conflicts with a new one, delete the existing entry and all that follow it. Append any new
 * entries not already in the log" (Figure 2). What is there and fits is left alone: this may be an old message.
 */
function store(ctx: Context, state: ServerState, { prevLogIndex, entries }: AppendEntries): void {
  if (misled(ctx, 'cuts-on-every-append') && lastIndex(ctx) > prevLogIndex) {
    cutFrom(ctx, prevLogIndex + 1);
    refreshMembers(ctx, state);
  }
  if (entries.length === 0) return;
  const base = baseOf(ctx);
  for (const entry of entries) {
    if (entry.index <= base) continue;
    const mine = entryAt(ctx, entry.index);
    if (mine?.term === entry.term) continue;
    if (mine !== undefined) {
      cutFrom(ctx, entry.index);
      refreshMembers(ctx, state);
    }
    add(ctx, entry);
    if (entry.f === 'members') refreshMembers(ctx, state);
  }
}

type Appended =
  | { readonly term: number; readonly success: true; readonly matchIndex: number; readonly round: number }
  | {
      readonly term: number;
      readonly success: false;
      readonly conflictIndex: number;
      readonly conflictTerm: number;
      readonly round: number;
    };

export function onAppended(ctx: Context, state: ServerState, message: Message): void {
  const body = message.body as unknown as Appended;
  const { from: peer } = message;
  if (state.role !== 'leader' || body.term !== state.currentTerm) return;
  if (state.nextIndex[peer] === undefined) return;
  ackRound(ctx, state, peer, body.round);
  answerReads(ctx, state);
  if (!body.success) return backUp(ctx, state, peer, body.conflictIndex, body.conflictTerm);
  gotTo(ctx, state, peer, body.matchIndex);
}

/** A follower has everything up to an index. */
export function gotTo(ctx: Context, state: ServerState, peer: NodeId, index: number): void {
  if (index <= (state.matchIndex[peer] as number)) return;
  state.matchIndex[peer] = index;
  state.nextIndex[peer] = index + 1;
  advanceCommit(ctx, state);
  if (state.role !== 'leader') return;
  if (lastIndex(ctx) > index && !isBusy(state, peer)) replicate(ctx, state, peer);
}

/** To the end of the conflicting term, if the leader has it too, else past it. Old refusals move nothing. */
function backUp(ctx: Context, state: ServerState, peer: NodeId, index: number, term: number): void {
  if (index === 0) return;
  let next = index;
  if (term > 0) {
    for (let i = state.nextIndex[peer] as number; i > index; i--) {
      if (termAt(ctx, i - 1) === term) {
        next = i;
        break;
      }
    }
  }
  next = Math.max(next, (state.matchIndex[peer] as number) + 1);
  if (next >= (state.nextIndex[peer] as number)) return;
  state.nextIndex[peer] = next;
  replicate(ctx, state, peer);
}
