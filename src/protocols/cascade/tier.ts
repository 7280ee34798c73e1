/**
 * A tier: requests wait for one of its workers, which does its own part and then, still held, calls the next tier.
 * Every part of that call is a policy. The last tier, the database, has nobody to call.
 */

import type { Context, Message, NodeId, Role } from '#/kernel';
import { deadlineIn } from '../policies/deadline';
import { admit } from '../policies/pool';
import { again, callNext, hearReply, hearSilence } from './calling';
import { anotherLife } from './life';
import { poolOf } from './params';
import { type Job, newState, type TierState } from './state';
import { type Reply, type ReplyKind, type Request, TIME_OUT } from './words';
import { end, say, work } from './working';

function take(ctx: Context, state: TierState, from: NodeId, { call, nth, leftUs }: Request): void {
  const arrivedUs = ctx.monotonic();
  const job: Job = {
    id: ++state.last,
    arrivedUs,
    deadline: deadlineIn(arrivedUs, leftUs ?? null),
    from,
    call,
    nth,
    tries: 0,
    pausedUs: 0,
    waits: false,
    doubt: false,
    era: null,
  };
  if (admit(state.pool, poolOf(ctx.params, state.next === null), job) !== 'in') say(ctx, 'refusal', job);
  work(ctx, state);
}

function onMessage(ctx: Context, state: TierState, { from, kind, body }: Message): void {
  if (kind === 'request') return take(ctx, state, from, body as unknown as Request);
  const { call, nth } = body as unknown as Reply;
  const job = state.pool.working[call];
  if (job === undefined || !job.waits || job.tries !== nth) {
    if (kind === 'answer') state.late++;
    return;
  }
  ctx.cancel(TIME_OUT + call);
  hearReply(ctx, state, job, kind as ReplyKind);
}

export const tier: Role = {
  init: (ctx) => newState(ctx, 0),
  onRecover: (ctx) => newState(ctx, anotherLife(ctx)),
  onMessage,
  onTimer(ctx, state: TierState, { data }) {
    const job = state.pool.working[data as number];
    if (job === undefined) return;
    if (job.waits) hearSilence(ctx, state, job);
    else if (job.tries > 0) again(ctx, state, job);
    else if (state.next === null) end(ctx, state, job, 'answer');
    else callNext(ctx, state, job);
  },
  describe({ pool, next, failed }: TierState) {
    const calling = Object.values(pool.working).filter(({ tries }) => tries > 0).length;
    return {
      words: `${pool.busy} at work, ${pool.queue.length} waiting`,
      emphasis: 'filled',
      facts: [
        ...(next === null ? [] : [{ name: `waiting for ${next}`, value: String(calling) }]),
        { name: 'arrived', value: String(pool.arrived) },
        { name: 'finished', value: String(pool.finished) },
        { name: 'of these, not done', value: String(failed) },
        { name: 'turned away, no room', value: String(pool.full) },
        { name: 'turned away, too late', value: String(pool.late) },
      ],
    };
  },
};
