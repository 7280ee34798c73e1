/**
 * InstallSnapshot (§7, Figure 13): a follower takes over the leader's snapshot, where it lacks entries that the
 * leader has dropped. Leaves out sending it in chunks.
 */

import type { Context, Json, Message } from '#/kernel';
import { after, keepSnapshot, LOG, type Snapshot } from './disk';
import { entriesOf } from './log';
import { copyMachine } from './machine';
import { refreshMembers } from './members';
import { gotTo, hearLeader } from './replication';
import type { InstallSnapshot } from './send';
import type { ServerState } from './state';

export function onInstallSnapshot(ctx: Context, state: ServerState, message: Message): void {
  const { term, snapshot } = message.body as unknown as InstallSnapshot;
  if (state.role === 'leader') return;
  if (term === state.currentTerm) {
    hearLeader(ctx, state, message.from);
    // What is committed here already is in the state machine; an old snapshot would take it back.
    if (snapshot.lastIncludedIndex > state.commitIndex) install(ctx, state, snapshot);
  }
  ctx.send(message.from, 'Installed', {
    term: state.currentTerm,
    matchIndex: term === state.currentTerm ? snapshot.lastIncludedIndex : 0,
  });
}

/** "Retain log entries following it" if the log has its last entry, else "discard the entire log" (Figure 13). */
function install(ctx: Context, state: ServerState, snapshot: Snapshot): void {
  const { lastIncludedIndex, machine } = snapshot;
  const rest = after(snapshot, entriesOf(ctx));
  keepSnapshot(ctx, snapshot);
  ctx.persist(LOG, rest as unknown as Json);
  state.commitIndex = lastIncludedIndex;
  state.lastApplied = lastIncludedIndex;
  state.machine = copyMachine(machine);
  state.appliedFrom = lastIncludedIndex + 1;
  state.applied = [];
  refreshMembers(ctx, state);
}

export function onInstalled(ctx: Context, state: ServerState, message: Message): void {
  const { term, matchIndex } = message.body as unknown as { term: number; matchIndex: number };
  if (state.role !== 'leader' || term !== state.currentTerm) return;
  if (state.nextIndex[message.from] !== undefined) gotTo(ctx, state, message.from, matchIndex);
}
