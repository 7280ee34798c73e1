/** Commitment (§5.3, §5.4.2) and what follows from it: entries are applied in order, and whoever asked is answered. */

import type { Context, NodeId } from '#/kernel';
import type { LogEntry } from './disk';
import { entryAt, lastIndex, termAt } from './log';
import { apply, callParts } from './machine';
import { afterCommit } from './members';
import { misled } from './mutants';
import { majorityAt } from './quorum';
import { answerReads } from './read-index';
import { takeSnapshot } from './snapshot';
import type { ServerState } from './state';

/**
 * "If there exists an N such that N > commitIndex, a majority of matchIndex[i] ≥ N, and log[N].term == currentTerm:
 * set commitIndex = N" (Figure 2). Entries of earlier terms are committed with it, never by counting (Figure 8).
 */
export function advanceCommit(ctx: Context, state: ServerState): void {
  if (state.role !== 'leader') return;
  const { self } = ctx;
  const last = lastIndex(ctx);
  if (last <= state.commitIndex) return;
  const n = majorityAt(ctx, state, (member) => (member === self ? last : (state.matchIndex[member] ?? 0)));
  if (n <= state.commitIndex) return;
  if (termAt(ctx, n) === state.currentTerm || misled(ctx, 'counts-old-terms')) commitTo(ctx, state, n);
}

export function commitTo(ctx: Context, state: ServerState, index: number): void {
  if (index <= state.commitIndex) return;
  state.commitIndex = index;
  while (state.lastApplied < state.commitIndex) {
    const entry = entryAt(ctx, state.lastApplied + 1);
    if (entry === undefined) break;
    applyEntry(ctx, state, entry);
  }
  if (state.role === 'leader') answerReads(ctx, state);
  takeSnapshot(ctx, state);
  if (state.role === 'leader') afterCommit(ctx, state);
}

/** The last entry that was named: one server after another applies the same. */
let latest: { readonly entry: LogEntry; readonly name: string } | null = null;

/** Which entry it is, as the judges compare them. */
export function entryName(entry: LogEntry): string {
  if (latest?.entry !== entry) {
    const { term, f, call } = entry;
    latest = { entry, name: `${term} ${call === '' ? f : call}` };
  }
  return latest.name;
}

function applyEntry(ctx: Context, state: ServerState, entry: LogEntry): void {
  const { index, call } = entry;
  const parts = call === '' ? null : callParts(call);
  const answer = apply(state.machine, entry, parts, misled(ctx, 'runs-retries-again'));
  state.lastApplied = index;
  state.applied.push([entryName(entry), state.currentTerm]);
  if (state.role !== 'leader' || parts === null) return;
  ctx.send(parts.client as NodeId, 'answer', {
    call,
    value: answer,
    index,
    term: entry.term,
    inTerm: state.currentTerm,
  });
}
