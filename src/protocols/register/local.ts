/**
 * Carrying out a call at one replica, at once: what the leader does for everybody, and what every replica does
 * for its own clients when being available is the policy. The effects are in the order in which a crash can cut
 * them: write, answer, tell the others.
 */

import type { Context, Json, NodeId } from '#/kernel';
import { type Cell, held, laterOf, same, written, writtenOver } from './cell';
import type { Request } from './client';
import { cellOf, keep, servedBefore } from './disk';
import { spread } from './spread';
import { answer, policyOf, type ReplicaState } from './state';

export function readHere(ctx: Context, state: ReplicaState, { call, key }: Request, from: NodeId): void {
  answer(ctx, from, call, held(cellOf(ctx, state, key)));
}

/** The cell after a write of this replica's, by the rule for versions that is in force. */
function changed(ctx: Context, key: string, cell: Cell, value: Json): Cell {
  const { merge, versions } = ctx.params;
  if (policyOf(ctx, key) !== 'available') return written(cell, value, ctx.self);
  if (merge === 'siblings') return writtenOver(cell, value, ctx.self);
  if (versions !== 'wall clock') return written(cell, value, ctx.self);
  // By its own clock the write may be older than what is here: then it is acknowledged, and lost.
  return laterOf(cell, { versions: [{ value, n: ctx.now(), by: ctx.self }] });
}

export function carryOut(ctx: Context, state: ReplicaState, request: Request, from: NodeId): void {
  const { f, call, key, value } = request;
  if (f === 'read') return readHere(ctx, state, request, from);
  const before = servedBefore(ctx, call);
  if (before !== null) {
    if (before.answer !== undefined) answer(ctx, from, call, before.answer);
    return;
  }
  const cell = cellOf(ctx, state, key);
  const [expected, next] = (f === 'cas' ? value : [null, value]) as readonly [Json, Json];
  if (f === 'cas' && !same(held(cell), expected)) {
    keep(ctx, { call, answer: false });
    answer(ctx, from, call, false);
    return;
  }
  const said = f === 'cas' ? true : value;
  keep(ctx, { key, cell: changed(ctx, key, cell, next), call, answer: said, told: true });
  answer(ctx, from, call, said);
  spread(ctx, state, key);
}
