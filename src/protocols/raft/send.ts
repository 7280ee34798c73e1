/**
 * What a leader sends (§5.3, §7): to each follower what it is not known to have, one batch at a time, as entries or,
 * where those are gone, as a snapshot.
 */

import type { Context, Json, NodeId } from '#/kernel';
import type { LogEntry, Snapshot } from './disk';
import { baseOf, entriesFrom, snapshotOf, termAt } from './log';
import type { ServerState } from './state';

export interface AppendEntries {
  readonly term: number;
  readonly prevLogIndex: number;
  readonly prevLogTerm: number;
  readonly entries: readonly LogEntry[];
  readonly leaderCommit: number;
  /** Which round of heartbeats it belongs to: an answer to it shows who led when the round began. */
  readonly round: number;
}

/** What follows the log of a follower, as far as the leader knows; a snapshot where that is gone (§7). */
export function replicate(ctx: Context, state: ServerState, peer: NodeId): void {
  const next = state.nextIndex[peer] as number;
  const prevLogIndex = next - 1;
  if (prevLogIndex < baseOf(ctx)) return sendSnapshot(ctx, state, peer);
  const entries = entriesFrom(ctx, next, ctx.params.maxEntries as number);
  state.sentIndex[peer] = prevLogIndex + entries.length;
  ctx.send(peer, 'AppendEntries', {
    term: state.currentTerm,
    prevLogIndex,
    prevLogTerm: termAt(ctx, prevLogIndex),
    entries: entries as unknown as Json,
    leaderCommit: state.commitIndex,
    round: state.round,
  });
}

/** Whether it still has a batch to acknowledge. */
export const isBusy = (state: ServerState, peer: string): boolean =>
  (state.sentIndex[peer] as number) > (state.matchIndex[peer] as number);

export interface InstallSnapshot {
  readonly term: number;
  readonly snapshot: Snapshot;
}

function sendSnapshot(ctx: Context, state: ServerState, peer: NodeId): void {
  const snapshot = snapshotOf(ctx);
  if (snapshot === undefined) return;
  state.sentIndex[peer] = snapshot.lastIncludedIndex;
  ctx.send(peer, 'InstallSnapshot', {
    term: state.currentTerm,
    snapshot: snapshot as unknown as Json,
  });
}
