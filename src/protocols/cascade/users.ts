/** Users: calls come to them, and each is tried until an answer, its deadline, or the end of their patience. */

import type { Context, Message, NodeId, Role } from '#/kernel';
import { type Deadline, deadlineIn, isOver, tryForUs } from '../policies/deadline';
import { afterSilence } from '../policies/retry';
import { givenUp } from '../policies/telling';
import { type Arrivals, arrive, beginArrivals, rest } from '../service/arrivals';
import { anotherLife } from './life';
import { userRetry } from './params';
import { PAUSE, type Reply, request, TIME_OUT } from './words';

/** Changed in place. */
interface Call {
  readonly user: number | null;
  /** The operation of a person who asked for it. */
  readonly op: string | null;
  readonly beganUs: number;
  readonly deadline: Deadline;
  tries: number;
  pausedUs: number;
  /** Whether the last of its tries is waited for: false in a pause. */
  waits: boolean;
  /** Whether what became of some try is unknown. */
  doubt: boolean;
}

export interface UserState {
  /** The first tier. */
  readonly next: NodeId | null;
  arrivals: Arrivals;
  calls: Record<string, Call>;
  /** The number of the last call, and that of the one before the first. */
  last: number;
  readonly before: number;
  tries: number;
  /** The most tries that any call has been allowed. */
  most: number;
  answered: number;
  gaveUp: number;
  /** Answers that nobody waited for. */
  late: number;
}

function attempt(ctx: Context, state: UserState, id: number, call: Call): void {
  if (state.next === null) return;
  const { params } = ctx;
  const now = ctx.monotonic();
  const waitsUs = tryForUs(params.userTimeoutUs as number, call.deadline, now);
  state.tries++;
  call.waits = true;
  ctx.send(state.next, 'request', request(id, call.tries, params.deadlineTravels === true ? waitsUs : null));
  ctx.after(TIME_OUT + id, waitsUs, id);
}

function begin(ctx: Context, state: UserState, user: number | null, op: string | null): void {
  const beganUs = ctx.monotonic();
  const leftUs = ctx.params.deadlineUs as number;
  const id = ++state.last;
  const call: Call = {
    user,
    op,
    beganUs,
    deadline: deadlineIn(beganUs, leftUs > 0 ? leftUs : null),
    tries: 1,
    pausedUs: 0,
    waits: false,
    doubt: false,
  };
  state.calls[id] = call;
  attempt(ctx, state, id, call);
}

function giveUp(ctx: Context, state: UserState, id: number, call: Call): void {
  state.gaveUp++;
  delete state.calls[id];
  ctx.note(givenUp(`call ${id}`, call.doubt));
  rest(ctx, state.arrivals, call.user);
  if (call.op === null) return;
  if (call.doubt) ctx.complete(call.op, 'unknown', { as: 'timeout' });
  else ctx.complete(call.op, 'failed', { as: 'error', value: 'turned away' });
}

function failedTry(ctx: Context, state: UserState, id: number, call: Call): void {
  call.waits = false;
  const policy = userRetry(ctx.params);
  state.most = Math.max(state.most, policy.retries + 1);
  const verdict = afterSilence(call, policy, (n) => ctx.choose(n));
  if (!verdict.again || isOver(call.deadline, ctx.monotonic() + verdict.afterUs)) {
    return giveUp(ctx, state, id, call);
  }
  call.tries = verdict.state.tries;
  call.pausedUs = verdict.afterUs;
  ctx.after(PAUSE + id, verdict.afterUs, id);
}

function onMessage(ctx: Context, state: UserState, { kind, body }: Message): void {
  const { call: id, nth } = body as unknown as Reply;
  const call = state.calls[id];
  if (call === undefined || !call.waits || call.tries !== nth) {
    if (kind === 'answer') state.late++;
    return;
  }
  ctx.cancel(TIME_OUT + id);
  if (kind !== 'answer') {
    if (kind === 'failure') call.doubt = true;
    return failedTry(ctx, state, id, call);
  }
  state.answered++;
  delete state.calls[id];
  rest(ctx, state.arrivals, call.user);
  if (call.op !== null) ctx.complete(call.op, 'ok', { as: 'value', value: ctx.monotonic() - call.beganUs });
}

function newState(ctx: Context, before: number): UserState {
  return {
    next: ctx.nodes('tier')[0] ?? null,
    arrivals: beginArrivals(ctx),
    calls: {},
    ...{ last: before, before, tries: 0, most: 1, answered: 0, gaveUp: 0, late: 0 },
  };
}

export const client: Role = {
  init: (ctx) => newState(ctx, 0),
  onRecover: (ctx) => newState(ctx, anotherLife(ctx)),
  onInvoke(ctx, state: UserState, op) {
    if (op.f === 'call') return begin(ctx, state, null, op.id);
    ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  },
  onMessage,
  onTimer(ctx, state: UserState, timer) {
    if (arrive(ctx, state.arrivals, timer, (user) => begin(ctx, state, user, null))) return;
    const id = timer.data as number;
    const call = state.calls[id];
    if (call === undefined) return;
    if (!call.waits) return attempt(ctx, state, id, call);
    call.doubt = true;
    failedTry(ctx, state, id, call);
  },
  describe(state: UserState) {
    const { answered, gaveUp, tries, late } = state;
    const called = state.last - state.before;
    return {
      words: `${answered} of ${called} answered`,
      facts: [
        { name: 'calls', value: String(called) },
        { name: 'requests', value: String(tries) },
        { name: 'given up', value: String(gaveUp) },
        { name: 'answers too late', value: String(late) },
      ],
    };
  },
};
