/**
 * What a leader sends (§5.3, §7): to each follower what it is not known to have, one batch at a time, as entries or,
 * where those are gone, as a snapshot.
 */

import type { Context, Json, NodeId } from '#/kernel';
import type { LogEntry, Snapshot } from './disk';
import { baseOf, entriesFrom, snapshotOf, termAt } from './log';
import { type ServerState, toPeers } from './state';

export interface AppendEntries {
  readonly term: number;
  readonly prevLogIndex: number;
  readonly prevLogTerm: number;
  readonly entries: readonly LogEntry[];
  readonly leaderCommit: number;
  /** Which round of heartbeats it belongs to: an answer to it shows who led when the round began. */
  readonly round: number;
}

/** What follows the log of a follower that has everything up to an index; null where that is gone (§7). */
function batchAfter(ctx: Context, state: ServerState, prevLogIndex: number): AppendEntries | null {
  if (prevLogIndex < baseOf(ctx)) return null;
  return {
    term: state.currentTerm,
    prevLogIndex,
    prevLogTerm: termAt(ctx, prevLogIndex),
    entries: entriesFrom(ctx, prevLogIndex + 1, ctx.params.maxEntries as number),
    leaderCommit: state.commitIndex,
    round: state.round,
  };
}

function sendBatch(ctx: Context, state: ServerState, peer: NodeId, batch: AppendEntries | null): void {
  if (batch === null) return sendSnapshot(ctx, state, peer);
  state.sentIndex[peer] = batch.prevLogIndex + batch.entries.length;
  ctx.send(peer, 'AppendEntries', batch as unknown as Json);
}

export const replicate = (ctx: Context, state: ServerState, peer: NodeId): void =>
  sendBatch(ctx, state, peer, batchAfter(ctx, state, (state.nextIndex[peer] as number) - 1));

/** To everybody; those who have come equally far are sent one and the same. */
export function replicateToAll(ctx: Context, state: ServerState): void {
  let after = -1;
  let batch: AppendEntries | null = null;
  toPeers(ctx, state, (peer) => {
    const prevLogIndex = (state.nextIndex[peer] as number) - 1;
    if (prevLogIndex !== after) batch = batchAfter(ctx, state, prevLogIndex);
    after = prevLogIndex;
    sendBatch(ctx, state, peer, batch);
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
