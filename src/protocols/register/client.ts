/**
 * The asking side: it sends each call to its home replica and waits as long as its time-out says. It tries once:
 * a call that changes something may have been carried out, and asking again could do it again.
 */

import type { Context, Json, Message, NodeId, Operation, Role } from '#/kernel';

export interface ClientState {
  readonly home: string;
  /** The call it waits for, as people read it; empty when there is none. */
  waiting: string;
  call: string;
  /** What became of the last call. */
  last: string;
  ok: number;
  refused: number;
  unknown: number;
}

/** A call on its way: what is asked, of what, by which call of which client. */
export interface Request {
  readonly call: string;
  readonly f: string;
  readonly key: string;
  readonly value: Json;
}

/** Its own choice of a replica, from its disk; else the first client's is the first replica, and so on. */
function homeOf(ctx: Context): string {
  const replicas = ctx.nodes('replica');
  const chosen = ctx.durable('home');
  if (typeof chosen === 'string') return chosen;
  return replicas[ctx.nodes('client').indexOf(ctx.self) % replicas.length] ?? '';
}

/** A call's value is the operand itself, or `{key, value}` where there are several registers. */
function operand(value: Json): { readonly key: string; readonly value: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { key: '', value };
  const { key, value: of = null } = value as { key?: Json; value?: Json };
  return typeof key === 'string' ? { key, value: of } : { key: '', value };
}

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function callText({ f, key, value }: Omit<Request, 'call'>): string {
  const named = key === '' ? '' : ` ${key}`;
  if (f === 'read') return `read${named}`;
  const to = Array.isArray(value) ? value.map((v) => shown(v)).join(' to ') : shown(value);
  return `${f === 'cas' ? 'change' : f}${named} ${to}`;
}

const timer = (call: string): string => `time-out of ${call}`;

/** One role for each kind of register: `knows` says which operations it has, under which keys. */
export const clientOf = (knows: (f: string, key: string) => boolean): Role => ({
  init: (ctx): ClientState => ({
    home: homeOf(ctx),
    waiting: '',
    call: '',
    last: '',
    ok: 0,
    refused: 0,
    unknown: 0,
  }),

  onInvoke(ctx, state: ClientState, op: Operation) {
    const { key, value } = operand(op.value);
    if (!knows(op.f, key)) {
      state.refused++;
      const what = `${op.f}${key === '' ? '' : ` of ${key}`}`;
      ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${what} here` });
      return;
    }
    const request = { f: op.f, key, value };
    state.call = op.id;
    state.waiting = callText(request);
    ctx.send(state.home as NodeId, op.f, { call: op.id, ...request });
    const timeoutUs = ctx.params.timeoutUs as number;
    if (timeoutUs > 0) ctx.after(timer(op.id), timeoutUs, op.id);
  },

  onMessage(ctx, state: ClientState, message: Message) {
    const body = message.body as { call: string; value?: Json; why?: string; known?: 'failed' | 'unknown' };
    const { call, value = null, why = '', known: outcome = 'unknown' } = body;
    const answered = message.kind === 'answer';
    if (call === state.call) {
      const asked = state.waiting;
      if (answered) state.ok++;
      else state[outcome === 'failed' ? 'refused' : 'unknown']++;
      state.last = answered ? `${asked}: ${answerText(asked, value)}` : `${asked}: ${why}`;
      state.call = '';
      state.waiting = '';
      if ((ctx.params.timeoutUs as number) > 0) ctx.cancel(timer(call));
    }
    if (answered) ctx.complete(call, 'ok', { as: 'value', value });
    else ctx.complete(call, outcome, { as: 'error', value: why });
  },

  onTimer(ctx, state: ClientState, fired) {
    const call = fired.data as string;
    if (call !== state.call) return;
    state.last = `${state.waiting}: gave up waiting`;
    state.unknown++;
    state.call = '';
    state.waiting = '';
    ctx.complete(call, 'unknown', { as: 'timeout' });
  },

  describe(state: ClientState) {
    const { home, waiting, last, ok, refused, unknown } = state;
    return {
      words: waiting !== '' ? `waits: ${waiting}` : last || `asks ${home}`,
      emphasis: 'outline',
      facts: [
        { name: 'asks', value: home },
        { name: 'answered', value: String(ok) },
        { name: 'refused', value: String(refused) },
        { name: 'unknown', value: String(unknown) },
      ],
    };
  },
});

/** A write answers with what it wrote, which needs no saying twice. */
function answerText(asked: string, value: Json): string {
  if (asked.startsWith('read')) return Array.isArray(value) ? value.map(shown).join(' or ') : shown(value);
  return value === false ? 'no, it was another' : 'done';
}
