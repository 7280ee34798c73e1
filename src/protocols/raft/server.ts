/** A server: which rule of Figure 2 deals with what has come. */

import type { Context, Json, Message, Role } from '#/kernel';
import { describe, describeDisk } from './describe';
import { checkDisk, LED, LOG, logIn, MEMBERS, SNAPSHOT, TERM_AND_VOTE } from './disk';
import { onRequestVote, onVote } from './election';
import { onInstalled, onInstallSnapshot } from './install';
import { keepsStill, noteHeard, usesLeases } from './lease';
import { entriesOf } from './log';
import { onPreVote, onPreVoted } from './pre-vote';
import { noteReached } from './quorum';
import { onHeartbeat } from './reign';
import { onAppendEntries, onAppended } from './replication';
import { onRequest } from './requests';
import { isMember, type ServerState, stateFrom } from './state';
import { drawTimeout, ELECTION, learnTerm, waitForLeader } from './term';
import { onElectionTimeout } from './time-out';

function diskOf(ctx: Context): Readonly<Record<string, Json>> {
  const disk: Record<string, Json> = {};
  for (const key of [TERM_AND_VOTE, LOG, SNAPSHOT, MEMBERS, LED]) {
    const kept = ctx.durable(key);
    if (kept !== undefined) disk[key] = kept;
  }
  return disk;
}

/** From what is on disk, as after a crash: nothing else tells a server that starts from one that restarts. */
function start(ctx: Context): ServerState {
  const disk = diskOf(ctx);
  const state = stateFrom(disk, ctx.nodes('server'));
  drawTimeout(ctx, state);
  if (isMember(ctx, state)) waitForLeader(ctx, state);
  noteHeard(ctx, state);
  return state;
}

/**
 * Where others rely on a leader not being deposed, whoever hears from one takes no part in an election (thesis,
 * §4.2.3): not even the term of a candidate is taken over.
 */
const ignores = (ctx: Context, state: ServerState): boolean =>
  (usesLeases(ctx) && keepsStill(ctx, state)) || (ctx.params.preVote === true && state.hearsLeader);

function onMessage(ctx: Context, state: ServerState, message: Message): void {
  const { kind } = message;
  if (kind === 'request') return onRequest(ctx, state, message);
  if (kind === 'RequestVote' && ignores(ctx, state)) return;
  const { term } = message.body as unknown as { term: number };
  if (term > state.currentTerm && kind !== 'PreVote') learnTerm(ctx, state, term);
  noteReached(ctx, state, message.from);
  switch (kind) {
    case 'AppendEntries':
      return onAppendEntries(ctx, state, message);
    case 'Appended':
      return onAppended(ctx, state, message);
    case 'RequestVote':
      return onRequestVote(ctx, state, message);
    case 'Vote':
      return onVote(ctx, state, message);
    case 'PreVote':
      return onPreVote(ctx, state, message);
    case 'PreVoted':
      return onPreVoted(ctx, state, message);
    case 'InstallSnapshot':
      return onInstallSnapshot(ctx, state, message);
    case 'Installed':
      return onInstalled(ctx, state, message);
  }
}

export const server: Role = {
  init(ctx) {
    checkDisk(ctx.self, diskOf(ctx));
    return start(ctx);
  },
  onRecover(ctx) {
    const disk = diskOf(ctx);
    // A crash may have come between a snapshot and the cutting of the log that it covers.
    const log = logIn(disk);
    if (log.length < entriesOf(ctx).length) ctx.persist(LOG, log as unknown as Json);
    return start(ctx);
  },
  onMessage,
  onTimer(ctx, state: ServerState, timer) {
    if (timer.name === ELECTION) onElectionTimeout(ctx, state);
    else onHeartbeat(ctx, state);
  },
  describe,
  describeDisk,
};
