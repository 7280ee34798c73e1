/** A client: calls come to it, and each is tried until an answer, its deadline, or the end of its patience. */

import type { Context, Message, Micros, Role } from '#/kernel';
import { ask, type Breaker, closedBreaker, report } from '../policies/breaker';
import { type Budget, earned, fullBudget, spent } from '../policies/budget';
import { type Deadline, deadlineIn, isOver, leftAt, tryForUs } from '../policies/deadline';
import { afterSilence, firstTry, type RetryState } from '../policies/retry';
import { breakerIs, givenUp } from '../policies/telling';
import { type Arrivals, arrive, beginArrivals, isHeavy, rest } from './arrivals';
import { breakerOf, budgetOf, retryOf } from './patience';

interface Call {
  readonly user: number | null;
  readonly heavy: boolean;
  readonly beganUs: Micros;
  readonly deadline: Deadline;
  readonly retry: RetryState;
  /** Whether some try brought no answer at all: it may have been worked on. */
  readonly silence: boolean;
  /** The breaker's era when the try left that is waited for; null while none is, or the breaker was not asked. */
  readonly era: number | null;
}

export interface ClientState {
  arrivals: Arrivals;
  budget: Budget;
  breaker: Breaker;
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
  /** Tries that the breaker did not let through. */
  stopped: number;
}

const timeOut = (id: string): string => `time-out of ${id}`;
const pause = (id: string): string => `pause before retrying ${id}`;

function turn(ctx: Context, state: ClientState, breaker: Breaker): void {
  if (breaker.mode !== state.breaker.mode) ctx.note(breakerIs(ctx.self, breaker.mode));
  state.breaker = breaker;
}

/** Tells the breaker what became of the try that is waited for, if it was asked about it: also when nobody asks it any more, or a probe would stay without a result. */
function tell(ctx: Context, state: ClientState, { era }: Call, result: 'success' | 'failure'): void {
  if (era === null) return;
  const given = { nowUs: ctx.monotonic(), policy: breakerOf(ctx.params) };
  turn(ctx, state, report(state.breaker, result, era, given));
}

function isLetThrough(ctx: Context, state: ClientState): boolean {
  if (ctx.params.breaker !== true) return true;
  const { allowed, breaker } = ask(state.breaker, {
    nowUs: ctx.monotonic(),
    policy: breakerOf(ctx.params),
  });
  turn(ctx, state, breaker);
  if (!allowed) state.stopped++;
  return allowed;
}

function attempt(ctx: Context, state: ClientState, id: string, call: Call): void {
  const service = ctx.nodes('service')[0];
  if (service === undefined) return;
  const now = ctx.monotonic();
  if (!isLetThrough(ctx, state)) return giveUp(ctx, state, id, call);
  state.tries++;
  state.calls[id] = { ...call, era: ctx.params.breaker === true ? state.breaker.memory.era : null };
  ctx.send(service, 'request', {
    call: id,
    nth: call.retry.tries,
    leftUs: leftAt(call.deadline, now),
    heavy: call.heavy,
  });
  ctx.after(timeOut(id), tryForUs(ctx.params.timeoutUs as number, call.deadline, now), id);
}

function begin(ctx: Context, state: ClientState, id: string, user: number | null, heavy: boolean): void {
  const beganUs = ctx.monotonic();
  const leftUs = ctx.params.deadlineUs as number;
  const deadline = deadlineIn(beganUs, leftUs > 0 ? leftUs : null);
  const call = { user, heavy, beganUs, deadline, retry: firstTry, silence: false, era: null };
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
  ctx.note(givenUp(id, call.silence));
  if (!end(ctx, state, id, call)) return;
  if (call.silence) ctx.complete(id, 'unknown', { as: 'timeout' });
  else ctx.complete(id, 'failed', { as: 'error', value: 'turned away' });
}

/** A try brought silence or a refusal: again after a pause, if patience, deadline and budget allow. */
function failedTry(ctx: Context, state: ClientState, id: string, call: Call): void {
  ctx.cancel(timeOut(id));
  tell(ctx, state, call, 'failure');
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
  state.calls[id] = { ...call, retry: verdict.state, era: null };
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
  tell(ctx, state, call, 'success');
  state.answered++;
  const took = ctx.monotonic() - call.beganUs;
  if (end(ctx, state, id, call)) ctx.complete(id, 'ok', { as: 'value', value: took });
}

export const client: Role = {
  init: (ctx): ClientState => ({
    arrivals: beginArrivals(ctx),
    budget: fullBudget(budgetOf(ctx.params)),
    breaker: closedBreaker,
    calls: {},
    ...{ called: 0, tries: 0, answered: 0, gaveUp: 0, refusals: 0, late: 0, unaffordable: 0, stopped: 0 },
  }),
  onInvoke(ctx, state: ClientState, op) {
    if (op.f === 'call') return begin(ctx, state, op.id, null, op.value === 'heavy');
    ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  },
  onMessage,
  onTimer(ctx, state: ClientState, timer) {
    const come = (user: number | null) => begin(ctx, state, `call ${state.called + 1}`, user, isHeavy(ctx));
    if (arrive(ctx, state.arrivals, timer, come)) return;
    const id = timer.data as string;
    const call = state.calls[id];
    if (call === undefined) return;
    if (timer.name === pause(id)) attempt(ctx, state, id, call);
    else failedTry(ctx, state, id, { ...call, silence: true });
  },
  describe(state: ClientState) {
    const { called, tries, answered, gaveUp, refusals, late, unaffordable, stopped, breaker } = state;
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
        { name: 'breaker', value: `${breaker.mode}, stopped ${stopped}` },
      ],
    };
  },
};
