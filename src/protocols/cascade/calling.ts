/** A worker's call to the next tier: tries, time-outs, retries, and what may forbid them. */

import type { Context } from '#/kernel';
import { ask, report } from '../policies/breaker';
import { earned, spent } from '../policies/budget';
import { isOver, tryForUs } from '../policies/deadline';
import { afterSilence } from '../policies/retry';
import { breakerIs } from '../policies/telling';
import { breakerOf, budgetOf, tierRetry } from './params';
import type { Job, TierState } from './state';
import { PAUSE, type ReplyKind, request, TIME_OUT } from './words';
import { end } from './working';

function turn(ctx: Context, state: TierState, breaker: TierState['breaker']): void {
  if (breaker.mode !== state.breaker.mode) ctx.note(breakerIs(ctx.self, breaker.mode));
  state.breaker = breaker;
}

/** Tells the breaker what became of a try, if it was asked about it: also when nobody asks it any more. */
function tell(ctx: Context, state: TierState, job: Job, result: 'success' | 'failure'): void {
  if (job.era === null) return;
  const given = { nowUs: ctx.monotonic(), policy: breakerOf(ctx.params) };
  turn(ctx, state, report(state.breaker, result, job.era, given));
  job.era = null;
}

function isLetThrough(ctx: Context, state: TierState, job: Job): boolean {
  if (ctx.params.breaker !== true) return true;
  const asked = ask(state.breaker, { nowUs: ctx.monotonic(), policy: breakerOf(ctx.params) });
  turn(ctx, state, asked.breaker);
  if (asked.allowed) job.era = state.breaker.memory.era;
  else state.stopped++;
  return asked.allowed;
}

/** What a tier says that could not have a job done: that it was not done, if that is certain. */
const giveUp = (ctx: Context, state: TierState, job: Job): void =>
  end(ctx, state, job, job.doubt ? 'failure' : 'refusal');

/** The next of a job's tries. */
export function again(ctx: Context, state: TierState, job: Job): void {
  const { params } = ctx;
  const now = ctx.monotonic();
  if (state.next === null || isOver(job.deadline, now)) return giveUp(ctx, state, job);
  if (!isLetThrough(ctx, state, job)) return giveUp(ctx, state, job);
  const timeoutUs = (params.timeoutUs as number) + state.below * (params.timeoutStepUs as number);
  const waitsUs = tryForUs(timeoutUs, job.deadline, now);
  state.tries++;
  job.waits = true;
  ctx.send(
    state.next,
    'request',
    request(job.id, job.tries, params.deadlineTravels === true ? waitsUs : null),
  );
  ctx.after(TIME_OUT + job.id, waitsUs, job.id);
}

/** A worker has done its own part. */
export function callNext(ctx: Context, state: TierState, job: Job): void {
  state.called++;
  if (ctx.params.budget === true) state.budget = earned(state.budget, budgetOf(ctx.params));
  job.tries = 1;
  again(ctx, state, job);
}

function failedTry(ctx: Context, state: TierState, job: Job): void {
  job.waits = false;
  tell(ctx, state, job, 'failure');
  const policy = tierRetry(ctx.params);
  state.most = Math.max(state.most, policy.retries + 1);
  const verdict = afterSilence(job, policy, (n) => ctx.choose(n));
  if (!verdict.again || isOver(job.deadline, ctx.monotonic() + verdict.afterUs)) {
    return giveUp(ctx, state, job);
  }
  if (ctx.params.budget === true) {
    const left = spent(state.budget);
    if (left === null) {
      state.unaffordable++;
      return giveUp(ctx, state, job);
    }
    state.budget = left;
  }
  job.tries = verdict.state.tries;
  job.pausedUs = verdict.afterUs;
  ctx.after(PAUSE + job.id, verdict.afterUs, job.id);
}

export function hearReply(ctx: Context, state: TierState, job: Job, kind: ReplyKind): void {
  if (kind === 'answer') {
    tell(ctx, state, job, 'success');
    return end(ctx, state, job, 'answer');
  }
  if (kind === 'failure') job.doubt = true;
  failedTry(ctx, state, job);
}

export function hearSilence(ctx: Context, state: TierState, job: Job): void {
  job.doubt = true;
  failedTry(ctx, state, job);
}
