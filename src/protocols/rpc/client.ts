/**
 * The calling side: it sends a charge, waits for an answer as long as its time-out says, and perhaps tries
 * again. What its code saw and what is known to have happened are kept apart.
 */

import type { Context, Message, Operation, Role } from '#/kernel';
import type { BackOffKind } from '../policies/back-off';
import type { Draw } from '../policies/draw';
import { afterSilence, firstTry, type RetryPolicy, type RetryState } from '../policies/retry';

export type Saw = 'receipt' | 'error reply' | 'time-out';

interface Call {
  readonly amount: number;
  readonly retry: RetryState;
  readonly saw: Saw | null;
  readonly lateAnswers: number;
}

export interface ClientState {
  calls: Record<string, Call>;
}

const timer = (call: string): string => `time-out of ${call}`;
const pause = (call: string): string => `pause before retrying ${call}`;

/** Jitter falls on one of sixteen places, few enough for a search to try each. */
const coarse =
  (ctx: Context): Draw =>
  (n) =>
    n <= 16 ? ctx.choose(n) : Math.floor((ctx.choose(16) * n) / 16);

const policyOf = ({ retries, backOff, retryPauseUs, retryCapUs }: Context['params']): RetryPolicy => ({
  retries: retries as number,
  backOff: { kind: backOff as BackOffKind, baseUs: retryPauseUs as number, capUs: retryCapUs as number },
});

function send(ctx: Context, call: string, amount: number): void {
  const server = ctx.nodes('server')[0];
  if (server === undefined) return;
  ctx.send(server, 'charge', { call, amount });
  ctx.after(timer(call), ctx.params.timeoutUs as number, call);
}

function onInvoke(ctx: Context, state: ClientState, op: Operation): void {
  const amount = typeof op.value === 'number' ? op.value : 0;
  state.calls[op.id] = { amount, retry: firstTry, saw: null, lateAnswers: 0 };
  send(ctx, op.id, amount);
}

function onMessage(ctx: Context, state: ClientState, message: Message): void {
  const body = message.body as { call: string; code?: string; charged?: number };
  const call = state.calls[body.call];
  if (call === undefined) return;
  const receipt = message.kind === 'receipt';
  const seen = receipt
    ? ({ as: 'value', value: body.charged ?? 0 } as const)
    : ({ as: 'error', value: body.code ?? 'error' } as const);
  const known = receipt ? 'ok' : body.code === 'declined' ? 'failed' : 'unknown';
  if (call.saw !== null) {
    state.calls[body.call] = { ...call, lateAnswers: call.lateAnswers + 1 };
    ctx.complete(body.call, known, seen);
    return;
  }
  state.calls[body.call] = { ...call, saw: receipt ? 'receipt' : 'error reply' };
  ctx.cancel(timer(body.call));
  ctx.cancel(pause(body.call));
  ctx.complete(body.call, known, seen);
}

function onTimer(ctx: Context, state: ClientState, fired: { name: string; data: unknown }): void {
  const id = fired.data as string;
  const call = state.calls[id];
  if (call === undefined || call.saw !== null) return;
  if (fired.name === pause(id)) return send(ctx, id, call.amount);
  const verdict = afterSilence(call.retry, policyOf(ctx.params), coarse(ctx));
  if (!verdict.again) {
    state.calls[id] = { ...call, saw: 'time-out' };
    ctx.note(
      `${ctx.self} gives up on ${id} after ${call.retry.tries === 1 ? 'one try' : `${call.retry.tries} tries`}.`,
    );
    ctx.complete(id, 'unknown', { as: 'timeout' });
    return;
  }
  state.calls[id] = { ...call, retry: verdict.state };
  if (verdict.afterUs > 0) ctx.after(pause(id), verdict.afterUs, id);
  else send(ctx, id, call.amount);
}

function words(calls: readonly Call[]): string {
  const last = calls.at(-1);
  if (!last) return 'idle';
  if (last.saw === null) return last.retry.tries > 1 ? `waiting, try ${last.retry.tries}` : 'waiting';
  return { receipt: 'has a receipt', 'error reply': 'got an error', 'time-out': 'gave up waiting' }[last.saw];
}

export const client: Role = {
  init: (): ClientState => ({ calls: {} }),
  onInvoke,
  onMessage,
  onTimer,
  describe(state: ClientState) {
    const calls = Object.keys(state.calls).map((id) => state.calls[id] as Call);
    return {
      words: words(calls),
      emphasis: 'filled',
      facts: Object.keys(state.calls).map((id) => {
        const call = state.calls[id] as Call;
        const late = call.lateAnswers > 0 ? `, then ${call.lateAnswers} late` : '';
        return { name: id, value: `${call.saw ?? 'waiting'}, ${call.retry.tries} sent${late}` };
      }),
    };
  },
};
