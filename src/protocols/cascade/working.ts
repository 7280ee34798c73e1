/** The workers of a tier: who takes what up, and what becomes of it. */

import type { Context } from '#/kernel';
import { finish, start } from '../policies/pool';
import { drawn, ofMean, type Shape } from '../service/load';
import { poolOf } from './params';
import type { Job, TierState } from './state';
import { type ReplyKind, WORK } from './words';

export const say = (ctx: Context, kind: ReplyKind, { from, call, nth, id }: Job): void =>
  ctx.send(from, kind, { call, nth, job: id });

/** Idle workers take what waits. */
export function work(ctx: Context, state: TierState): void {
  const { params } = ctx;
  const { started, shed } = start(state.pool, poolOf(params, state.next === null), ctx.monotonic());
  for (const job of shed) say(ctx, 'refusal', job);
  for (const { id } of started) {
    const mean =
      state.next === null
        ? Math.round((params.databaseWorkUs as number) * (params.slowdown as number))
        : (params.workUs as number);
    ctx.after(WORK + id, drawn(ctx, ofMean(params.workShape as Shape, mean), id), id);
  }
}

/** A worker is done with a job, in one way or another, and free for the next. */
export function end(ctx: Context, state: TierState, job: Job, kind: ReplyKind): void {
  if (finish(state.pool, job.id, ctx.monotonic()) === undefined) return;
  if (kind !== 'answer') state.failed++;
  say(ctx, kind, job);
  work(ctx, state);
}
