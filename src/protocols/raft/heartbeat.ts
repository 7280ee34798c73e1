/**
 * Heartbeats (§5.2): AppendEntries to everybody, which carry whatever a follower is not known to have. They are
 * "repeated during idle periods" (Figure 2): whenever everybody is sent something, the next one is a period away.
 */

import type { Context } from '#/kernel';
import { beginRound } from './lease';
import { isBusy, replicate, replicateToAll } from './send';
import { type ServerState, toPeers } from './state';
import { HEARTBEAT } from './term';

export function beat(ctx: Context, state: ServerState): void {
  beginRound(ctx, state);
  replicateToAll(ctx, state);
  const heartbeatUs = ctx.params.heartbeatUs as number;
  if (heartbeatUs > 0) ctx.after(HEARTBEAT, heartbeatUs);
}

/** There is a new entry. Whoever still has a batch to acknowledge gets it after that, or with the next heartbeat. */
export function spread(ctx: Context, state: ServerState): void {
  let everybody = true;
  toPeers(ctx, state, (peer) => {
    if (isBusy(state, peer)) everybody = false;
  });
  if (everybody) return beat(ctx, state);
  toPeers(ctx, state, (peer) => {
    if (!isBusy(state, peer)) replicate(ctx, state, peer);
  });
}
