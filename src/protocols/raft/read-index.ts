/**
 * Reads without the log (§8; thesis, §6.4): a leader notes its commit index, makes sure that it still led after the
 * read came, by a round of heartbeats to a majority, and answers from its state machine once that has come so far. Its
 * own no-op must be committed first: before, it may not know what is.
 */

import type { Context, NodeId } from '#/kernel';
import { beat } from './heartbeat';
import { hasLease } from './lease';
import { misled } from './mutants';
import { isMajority } from './quorum';
import { isMember, type Read, type ServerState, toPeers } from './state';

export function onRead(ctx: Context, state: ServerState, call: string, client: NodeId): void {
  const readIndex = Math.max(state.commitIndex, state.firstOfTerm);
  if (misled(ctx, 'reads-without-asking')) return answer(ctx, state, { call, client });
  if (hasLease(ctx, state) && state.lastApplied >= readIndex) return answer(ctx, state, { call, client });
  if (state.reads.some((read) => read.call === call)) return;
  state.round++;
  state.reads = [...state.reads, { call, client, readIndex, round: state.round }];
  beat(ctx, state);
  answerReads(ctx, state);
}

const answer = (ctx: Context, state: ServerState, { call, client }: Pick<Read, 'call' | 'client'>): void =>
  ctx.send(client as NodeId, 'answer', { call, value: state.machine.value, index: 0, term: 0, inTerm: 0 });

/** Answers the reads whose round a majority has acknowledged, as far as the state machine has come. */
export function answerReads(ctx: Context, state: ServerState): void {
  if (state.reads.length === 0) return;
  const waiting: Read[] = [];
  for (const read of state.reads) {
    if (state.lastApplied >= read.readIndex && isConfirmed(ctx, state, read)) answer(ctx, state, read);
    else waiting.push(read);
  }
  state.reads = waiting;
}

function isConfirmed(ctx: Context, state: ServerState, { round }: Read): boolean {
  let count = isMember(ctx, state) ? 1 : 0;
  toPeers(ctx, state, (peer) => {
    if ((state.heardRound[peer] ?? 0) >= round) count++;
  });
  return isMajority(ctx, state, count);
}
