/** The service: workers, a bounded queue before them, and work that takes its time. */

import type { Context, Micros, NodeId, Role } from '#/kernel';
import {
  type BulkheadPolicy,
  type Compartment,
  type Compartments,
  compartmentOf,
  emptyCompartments,
  LAYOUTS,
  within,
} from '../policies/bulkhead';
import { deadlineIn } from '../policies/deadline';
import { admit, finish, type Job, ORDERS, type Pool, type PoolPolicy, start } from '../policies/pool';
import { drawn, ofMean, type Shape } from './load';

export interface Request {
  readonly call: string;
  /** Which of the call's tries this is, from 1. */
  readonly nth: number;
  /** How much time the caller has left; null: it did not say. */
  readonly leftUs: Micros | null;
  readonly heavy: boolean;
}

/** Whom to answer about a job, and where it is. */
interface Asker extends Pick<Request, 'call' | 'nth' | 'heavy'> {
  readonly from: NodeId;
  readonly pool: Compartment;
}

export interface ServerState {
  pools: Compartments;
  /** By the job's name. */
  askers: Record<string, Asker>;
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
  /** How many times longer heavy work takes. */
  heavyTimes: 10,
  layout: LAYOUTS[0] as string,
  heavyWorkers: 1,
} as const;

const bulkheadOf = ({ layout, heavyWorkers }: Context['params']): BulkheadPolicy => ({
  layout: layout as BulkheadPolicy['layout'],
  heavyWorkers: heavyWorkers as number,
});

function policyOf({ params }: Context, of: Compartment): PoolPolicy {
  const whole: PoolPolicy = {
    workers: params.workers as number,
    room: params.room as number,
    order: params.order as PoolPolicy['order'],
    shedsLate: params.shedsLate as boolean,
  };
  return within(whole, bulkheadOf(params), of);
}

function refuse(ctx: Context, state: ServerState, job: Job, why: 'full' | 'late'): void {
  const asker = state.askers[job.id];
  delete state.askers[job.id];
  if (asker !== undefined)
    ctx.send(asker.from, 'refusal', { call: asker.call, nth: asker.nth, job: job.id, why });
}

/** Idle workers of a compartment take what waits there. */
function work(ctx: Context, state: ServerState, of: Compartment): void {
  const { workUs, workShape, slowdown, heavyTimes } = ctx.params;
  const { started, shed } = start(state.pools[of], policyOf(ctx, of), ctx.monotonic());
  for (const job of shed) refuse(ctx, state, job, 'late');
  for (const { id } of started) {
    const times = (slowdown as number) * (state.askers[id]?.heavy ? (heavyTimes as number) : 1);
    const mean = Math.round((workUs as number) * times);
    ctx.after(id, drawn(ctx, ofMean(workShape as Shape, mean), Number(id.split(' ')[1])));
  }
}

export const server: Role = {
  init: (ctx): ServerState => ({ pools: emptyCompartments(ctx.monotonic()), askers: {}, requests: 0 }),
  onMessage(ctx, state: ServerState, message) {
    const { call, nth, leftUs, heavy } = message.body as unknown as Request;
    const arrivedUs = ctx.monotonic();
    const job = { id: `job ${++state.requests}`, arrivedUs, deadline: deadlineIn(arrivedUs, leftUs) };
    const pool = compartmentOf(bulkheadOf(ctx.params), heavy);
    state.askers[job.id] = { from: message.from, call, nth, heavy, pool };
    const admission = admit(state.pools[pool], policyOf(ctx, pool), job);
    if (admission !== 'in') refuse(ctx, state, job, admission);
    work(ctx, state, pool);
  },
  onTimer(ctx, state: ServerState, { name }) {
    const asker = state.askers[name];
    if (asker === undefined || !finish(state.pools[asker.pool], name, ctx.monotonic())) return;
    delete state.askers[name];
    ctx.send(asker.from, 'answer', { call: asker.call });
    work(ctx, state, asker.pool);
  },
  describe({ pools }: ServerState) {
    const all = Object.values(pools);
    const sum = (of: (pool: Pool) => number): string => String(all.reduce((total, p) => total + of(p), 0));
    return {
      words: `${sum((p) => p.busy)} at work, ${sum((p) => p.queue.length)} waiting`,
      emphasis: 'filled',
      facts: [
        { name: 'arrived', value: sum((p) => p.arrived) },
        { name: 'finished', value: sum((p) => p.finished) },
        { name: 'finished too late', value: sum((p) => p.wasted) },
        { name: 'turned away, no room', value: sum((p) => p.full) },
        { name: 'turned away, too late', value: sum((p) => p.late) },
      ],
    };
  },
};
