/**
 * A client (§8): it asks whom it takes for the leader, follows a hint, and tries another server when nobody answers.
 * Each call has a serial number, so that a retry is not carried out again. What was sent may still happen: a call
 * that is given up is unknown, and failed only if the one request that was ever made for it was refused.
 */

import type { Context, Json, Message, NodeId, Operation, Role } from '#/kernel';

/** Which entry an answer came from, as a client was told: for the judges. */
export type Receipt = readonly [index: number, term: number, call: string, inTerm: number];

export interface ClientState {
  /** Whom it asks: the last that answered as leader, the next in the row, or whoever that one takes for the leader. */
  server: string;
  /** Where in the row it is: hints do not move it, or two servers that are cut off could keep it between them. */
  turn: string;
  call: string;
  f: string;
  value: Json;
  /** Whether more than one request was made for this call. */
  retried: boolean;
  /** It follows one hint for each time it tries, so that two servers cannot send it to and fro. */
  followed: boolean;
  /** How the last call ended, in words; empty before the first. */
  last: string;
  ok: number;
  refused: number;
  unknown: number;
  receipts: Receipt[];
}

const TIMEOUT = 'time-out';
const RETRY = 'retry';
const operations: readonly string[] = ['read', 'write', 'cas', 'add', 'remove'];

/** Its own choice of a server, from its disk; else the first. */
const home = (ctx: Context): string => String(ctx.durable('home') ?? ctx.nodes('server')[0] ?? '');

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function callText({ f, value }: Pick<ClientState, 'f' | 'value'>): string {
  if (f === 'read') return 'read';
  if (Array.isArray(value)) return `change ${value.map((v) => shown(v)).join(' to ')}`;
  return `${f} ${shown(value)}`;
}

/** The call it waits for, or else how the last one ended. */
function wordsOf(state: ClientState): string {
  const { call, last, server } = state;
  if (call !== '') return `waits: ${callText(state)}`;
  return last === '' ? `asks ${server}` : `${callText(state)}: ${last}`;
}

function ask(ctx: Context, state: ClientState): void {
  const { call, f, value } = state;
  ctx.send(state.server as NodeId, 'request', { call, f, value });
  const retryUs = ctx.params.retryUs as number;
  if (retryUs > 0) ctx.after(RETRY, retryUs);
}

function end(ctx: Context, state: ClientState, how: 'ok' | 'refused' | 'unknown', words: string): void {
  state[how]++;
  state.last = words;
  state.call = '';
  ctx.cancel(RETRY);
  ctx.cancel(TIMEOUT);
}

interface Answer {
  readonly call: string;
  readonly value: Json;
  readonly index: number;
  readonly term: number;
  readonly inTerm: number;
}

function onAnswer(ctx: Context, state: ClientState, message: Message): void {
  const { call, value, index, term, inTerm } = message.body as unknown as Answer;
  if (index > 0) state.receipts.push([index, term, call, inTerm]);
  if (call === state.call) {
    state.server = message.from;
    const done = value === false ? 'no, it was another' : state.f === 'read' ? shown(value) : 'done';
    end(ctx, state, 'ok', done);
  }
  ctx.complete(call, 'ok', { as: 'value', value });
}

function onRedirect(ctx: Context, state: ClientState, message: Message): void {
  const { call, leader } = message.body as { call: string; leader: string };
  if (call !== state.call || leader === '' || leader === message.from || state.followed) return;
  state.followed = true;
  state.retried = true;
  state.server = leader;
  ask(ctx, state);
}

function onRefusal(ctx: Context, state: ClientState, message: Message): void {
  const { call, why } = message.body as { call: string; why: string };
  if (call !== state.call) return;
  const certain = !state.retried;
  end(ctx, state, certain ? 'refused' : 'unknown', why);
  ctx.complete(call, certain ? 'failed' : 'unknown', { as: 'error', value: why });
}

export const client: Role = {
  init: (ctx): ClientState => ({
    server: home(ctx),
    turn: '',
    call: '',
    f: '',
    value: null,
    retried: false,
    followed: false,
    last: '',
    ok: 0,
    refused: 0,
    unknown: 0,
    receipts: [],
  }),

  onInvoke(ctx, state: ClientState, op: Operation) {
    if (!operations.includes(op.f)) {
      state.refused++;
      ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
      return;
    }
    state.call = op.id;
    state.f = op.f;
    state.value = op.value;
    state.turn = state.server;
    state.retried = false;
    state.followed = false;
    const timeoutUs = ctx.params.timeoutUs as number;
    if (timeoutUs > 0) ctx.after(TIMEOUT, timeoutUs);
    ask(ctx, state);
  },

  onMessage(ctx, state: ClientState, message) {
    switch (message.kind) {
      case 'answer':
        return onAnswer(ctx, state, message);
      case 'redirect':
        return onRedirect(ctx, state, message);
      case 'refusal':
        return onRefusal(ctx, state, message);
    }
  },

  onTimer(ctx, state: ClientState, timer) {
    if (state.call === '') return;
    if (timer.name === RETRY) {
      const servers = ctx.nodes('server');
      state.turn = servers[(servers.indexOf(state.turn as NodeId) + 1) % servers.length] as string;
      state.server = state.turn;
      state.retried = true;
      state.followed = false;
      return ask(ctx, state);
    }
    const { call } = state;
    // Whoever it was sent to last has not helped: the next call begins where the first one did.
    state.server = home(ctx);
    end(ctx, state, 'unknown', 'gave up waiting');
    ctx.complete(call, 'unknown', { as: 'timeout' });
  },

  describe(state: ClientState) {
    const { server, ok, refused, unknown } = state;
    return {
      words: wordsOf(state),
      emphasis: 'outline',
      facts: [
        { name: 'asks', value: server },
        { name: 'answered', value: String(ok) },
        { name: 'refused', value: String(refused) },
        { name: 'unknown', value: String(unknown) },
      ],
    };
  },
};
