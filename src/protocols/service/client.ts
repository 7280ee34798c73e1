/** A client: calls come to it, and each is tried until an answer, its deadline, or the end of its patience. */

import type { Context, Message, Micros, Role } from '#/kernel';
import { type Budget, earned, fullBudget, spent } from '../policies/budget';
import { type Deadline, deadlineIn, isOver, leftAt, tryForUs } from '../policies/deadline';
import { afterSilence, firstTry, type RetryState } from '../policies/retry';
import { type Arrivals, arrive, beginArrivals, rest } from './arrivals';
import { budgetOf, retryOf } from './patience';

interface Call {
  readonly user: number | null;
  readonly beganUs: Micros;
  readonly deadline: Deadline;
  readonly retry: RetryState;
  /** Whether some try brought no answer at all: it may have been worked on. */
  readonly silence: boolean;
}

export interface ClientState {
  arrivals: Arrivals;
  budget: Budget;
  /** Calls that have not ended. */
  calls: Record<string, Call>;
  called: number;
  tries: number;
  answered: number;
  gaveUp: number;
  /** Tries that were turned away, answers nobody waited for, and retries for which there was no token. */
  refusals: number;
  late: number;
  unaffordable: number;
}

const timeOut = (id: string): string => `time-out of ${id}`;
const pause = (id: string): string => `pause before retrying ${id}`;

function attempt(ctx: Context, state: ClientState, id: string, call: Call): void {
  const service = ctx.nodes('service')[0];
  if (service === undefined) return;
  const now = ctx.monotonic();
  state.tries++;
  ctx.send(service, 'request', { call: id, nth: call.retry.tries, leftUs: leftAt(call.deadline, now) });
  ctx.after(timeOut(id), tryForUs(ctx.params.timeoutUs as number, call.deadline, now), id);
}

function begin(ctx: Context, state: ClientState, id: string, user: number | null): void {
  const beganUs = ctx.monotonic();
  const leftUs = ctx.params.deadlineUs as number;
  const deadline = deadlineIn(beganUs, leftUs > 0 ? leftUs : null);
  const call = { user, beganUs, deadline, retry: firstTry, silence: false };
  state.calls[id] = call;
  state.called++;
  state.budget = earned(state.budget, budgetOf(ctx.params));
  attempt(ctx, state, id, call);
}

/** Ends a call; true if a person asked for it, who is then told. */
function end(ctx: Context, state: ClientState, id: string, call: Call): boolean {
  delete state.calls[id];
  ctx.cancel(timeOut(id));
  ctx.cancel(pause(id));
  rest(ctx, state.arrivals, call.user);
  return !id.startsWith('call ');
}

function giveUp(ctx: Context, state: ClientState, id: string, call: Call): void {
  state.gaveUp++;
  if (!end(ctx, state, id, call)) return;
  if (call.silence) ctx.complete(id, 'unknown', { as: 'timeout' });
  else ctx.complete(id, 'failed', { as: 'error', value: 'turned away' });
}

/** A try brought silence or a refusal: again after a pause, if patience, deadline and budget allow. */
function failedTry(ctx: Context, state: ClientState, id: string, call: Call): void {
  ctx.cancel(timeOut(id));
  const verdict = afterSilence(call.retry, retryOf(ctx.params), (n) => ctx.choose(n));
  if (!verdict.again || isOver(call.deadline, ctx.monotonic() + verdict.afterUs)) {
    return giveUp(ctx, state, id, call);
  }
  if (ctx.params.budget === true) {
    const left = spent(state.budget);
    if (left === null) {
      state.unaffordable++;
      return giveUp(ctx, state, id, call);
    }
    state.budget = left;
  }
  state.calls[id] = { ...call, retry: verdict.state };
  ctx.after(pause(id), verdict.afterUs, id);
}

function onMessage(ctx: Context, state: ClientState, { kind, body }: Message): void {
  const { call: id, nth } = body as { call: string; nth?: number };
  const call = state.calls[id];
  if (kind === 'refusal') {
    state.refusals++;
    // A refusal of an earlier try tells nothing about the one that is waited for.
    if (call !== undefined && nth === call.retry.tries) failedTry(ctx, state, id, call);
    return;
  }
  if (call === undefined) {
    state.late++;
    return;
  }
  state.answered++;
  const took = ctx.monotonic() - call.beganUs;
  if (end(ctx, state, id, call)) ctx.complete(id, 'ok', { as: 'value', value: took });
}

export const client: Role = {
  init: (ctx): ClientState => ({
    arrivals: beginArrivals(ctx),
    budget: fullBudget(budgetOf(ctx.params)),
    calls: {},
    ...{ called: 0, tries: 0, answered: 0, gaveUp: 0, refusals: 0, late: 0, unaffordable: 0 },
  }),
  onInvoke(ctx, state: ClientState, op) {
    if (op.f === 'call') return begin(ctx, state, op.id, null);
    ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  },
  onMessage,
  onTimer(ctx, state: ClientState, timer) {
    const come = (user: number | null) => begin(ctx, state, `call ${state.called + 1}`, user);
    if (arrive(ctx, state.arrivals, timer, come)) return;
    const id = timer.data as string;
    const call = state.calls[id];
    if (call === undefined) return;
    if (timer.name === pause(id)) attempt(ctx, state, id, call);
    else failedTry(ctx, state, id, { ...call, silence: true });
  },
  describe(state: ClientState) {
    const { called, tries, answered, gaveUp, refusals, late, unaffordable } = state;
    return {
      words: `${answered} of ${called} answered`,
      emphasis: 'outline',
      facts: [
        { name: 'waiting', value: String(Object.keys(state.calls).length) },
        { name: 'gave up', value: String(gaveUp) },
        { name: 'requests sent', value: String(tries) },
        { name: 'turned away', value: String(refusals) },
        { name: 'answered too late', value: String(late) },
        { name: 'retries not in the budget', value: String(unaffordable) },
      ],
    };
  },
};
