/** The service: workers, a bounded queue before them, and work that takes its time. */

import type { Context, Micros, NodeId, Role } from '#/kernel';
import { deadlineIn } from '../policies/deadline';
import {
  admit,
  emptyPool,
  finish,
  type Job,
  ORDERS,
  type Pool,
  type PoolPolicy,
  start,
} from '../policies/pool';
import { drawn, ofMean, type Shape } from './load';

export interface Request {
  readonly call: string;
  /** Which of the call's tries this is, from 1. */
  readonly nth: number;
  /** How much time the caller has left; null: it did not say. */
  readonly leftUs: Micros | null;
}

export interface ServerState {
  pool: Pool;
  /** Whom to answer, by the job's name. */
  askers: Record<string, { readonly from: NodeId; readonly call: string; readonly nth: number }>;
  requests: number;
}

export const serverParams = {
  workers: 2,
  room: 20,
  order: ORDERS[0] as string,
  shedsLate: false,
  workUs: 80_000,
  workShape: 'exponential',
  slowdown: 1,
} as const;

const policyOf = ({ workers, room, order, shedsLate }: Context['params']): PoolPolicy => ({
  workers: workers as number,
  room: room as number,
  order: order as PoolPolicy['order'],
  shedsLate: shedsLate as boolean,
});

function refuse(ctx: Context, state: ServerState, job: Job, why: 'full' | 'late'): void {
  const asker = state.askers[job.id];
  delete state.askers[job.id];
  if (asker !== undefined) ctx.send(asker.from, 'refusal', { call: asker.call, nth: asker.nth, why });
}

/** Idle workers take what waits. */
function work(ctx: Context, state: ServerState): void {
  const { workUs, workShape, slowdown } = ctx.params;
  const { started, shed } = start(state.pool, policyOf(ctx.params), ctx.monotonic());
  for (const job of shed) refuse(ctx, state, job, 'late');
  const mean = Math.round((workUs as number) * (slowdown as number));
  for (const job of started) {
    const nth = Number(job.id.split(' ')[1]);
    ctx.after(job.id, drawn(ctx, ofMean(workShape as Shape, mean), nth));
  }
}

export const server: Role = {
  init: (ctx): ServerState => ({ pool: emptyPool(ctx.monotonic()), askers: {}, requests: 0 }),
  onMessage(ctx, state: ServerState, message) {
    const { call, nth, leftUs } = message.body as unknown as Request;
    const arrivedUs = ctx.monotonic();
    const job = { id: `job ${++state.requests}`, arrivedUs, deadline: deadlineIn(arrivedUs, leftUs) };
    state.askers[job.id] = { from: message.from, call, nth };
    const admission = admit(state.pool, policyOf(ctx.params), job);
    if (admission !== 'in') refuse(ctx, state, job, admission);
    work(ctx, state);
  },
  onTimer(ctx, state: ServerState, { name }) {
    const asker = state.askers[name];
    if (finish(state.pool, name, ctx.monotonic()) === undefined || asker === undefined) return;
    delete state.askers[name];
    ctx.send(asker.from, 'answer', { call: asker.call });
    work(ctx, state);
  },
  describe({ pool }: ServerState) {
    return {
      words: `${pool.busy} at work, ${pool.queue.length} waiting`,
      emphasis: 'filled',
      facts: [
        { name: 'arrived', value: String(pool.arrived) },
        { name: 'finished', value: String(pool.finished) },
        { name: 'finished too late', value: String(pool.wasted) },
        { name: 'turned away, no room', value: String(pool.full) },
        { name: 'turned away, too late', value: String(pool.late) },
      ],
    };
  },
};
