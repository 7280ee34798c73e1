/**
 * A client of the store: it reads, writes, and adds entries. With `roam` each call goes to the next replica, as behind
 * a load balancer; else, and where its disk says that it `stays`, all go to its home. It carries the latest stamp it has seen from one replica to the next,
 * which is what a hybrid clock needs to keep its writes in order. It asks once.
 */

import type { Context, Hybrid, Json, Message, Micros, NodeId, Operation, Role } from '#/kernel';
import { later, noClock, valueText } from './stamp';

interface Adding {
  readonly count: number;
  readonly done: readonly string[];
}

export interface ClientState {
  readonly home: number;
  calls: number;
  seen: Hybrid;
  call: string;
  /** The call it waits for, as people read it. */
  waiting: string;
  /** Where the open call is one of many entries. */
  adding: Adding | null;
  last: string;
}

/** From the disk, the name of a replica; else the first client's is the first replica, and so on. */
function homeOf(ctx: Context): number {
  const chosen = ctx.nodes('replica').indexOf(ctx.durable('home') as NodeId);
  return chosen >= 0 ? chosen : ctx.nodes('client').indexOf(ctx.self);
}

function replicaFor(ctx: Context, { home, calls }: ClientState): NodeId {
  const replicas = ctx.nodes('replica');
  const roams = ctx.params.roam === true && ctx.durable('stays') !== true;
  return replicas[(home + (roams ? calls : 0)) % replicas.length] as NodeId;
}

/** A call's value is the operand itself, or `{key, value}` where there are several registers. */
function operand(value: Json): { readonly key: string; readonly value: Json } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { key: '', value };
  const { key, value: of = null } = value as { key?: Json; value?: Json };
  return typeof key === 'string' ? { key, value: of } : { key: '', value };
}

const timeOut = (call: string): string => `time-out of ${call}`;
const TIME_OUT = /^time-out of /;
const MOST_ENTRIES = 1_000;

/** A call `add` with a number: so many entries, each at a random millisecond of the second that begins. */
function add(ctx: Context, state: ClientState, op: Operation): void {
  const count = Math.min(MOST_ENTRIES, Math.max(1, Math.floor(Number(op.value) || 1)));
  state.adding = { count, done: [] };
  state.waiting = `add ${count}`;
  for (let i = 0; i < count; i++)
    ctx.after(`${op.id}.${i + 1}`, ctx.choose(1000) * 1000, `${op.id}.${i + 1}`);
}

function onInvoke(ctx: Context, state: ClientState, op: Operation): void {
  state.call = op.id;
  state.adding = null;
  const { key, value } = operand(op.value);
  if (op.f === 'add') add(ctx, state, op);
  else if (op.f === 'read' || op.f === 'write') {
    state.waiting = `${op.f}${key === '' ? '' : ` ${key}`}${op.f === 'read' ? '' : ` ${valueText(value)}`}`;
    const request = { call: op.id, key, value, seen: state.seen };
    ctx.send(replicaFor(ctx, state), op.f, request as unknown as Json);
    state.calls++;
  } else {
    state.call = '';
    return ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  }
  ctx.after(timeOut(op.id), ctx.params.timeoutUs as Micros, op.id);
}

function end(ctx: Context, state: ClientState, said: string): void {
  ctx.cancel(timeOut(state.call));
  state.last = `${state.waiting}: ${said}`;
  state.call = '';
  state.waiting = '';
}

function onMessage(ctx: Context, state: ClientState, message: Message): void {
  const {
    call,
    value = null,
    clock,
  } = message.body as unknown as { call: string; value?: Json; clock: Hybrid };
  state.seen = later(state.seen, clock);
  if (message.kind === 'kept') {
    // An entry's late answer ends nothing.
    if (state.adding === null || !call.startsWith(`${state.call}.`)) return;
    const done = [...new Set([...state.adding.done, call])];
    state.adding = { ...state.adding, done };
    if (done.length < state.adding.count) return;
    ctx.complete(state.call, 'ok', { as: 'value', value: done.length });
    return end(ctx, state, 'all acknowledged');
  }
  if (call === state.call) end(ctx, state, message.kind === 'done' ? 'acknowledged' : valueText(value));
  ctx.complete(call, 'ok', { as: 'value', value });
}

function onTimer(
  ctx: Context,
  state: ClientState,
  timer: { readonly name: string; readonly data: Json },
): void {
  const of = timer.data as string;
  if (!TIME_OUT.test(timer.name)) {
    const request = { call: of, key: '', value: of, seen: state.seen };
    ctx.send(replicaFor(ctx, state), 'put', request as unknown as Json);
    state.calls++;
    return;
  }
  if (of !== state.call) return;
  state.last = `${state.waiting}: gave up waiting`;
  state.call = '';
  state.waiting = '';
  ctx.complete(of, 'unknown', { as: 'timeout' });
}

export const client: Role = {
  init: (ctx): ClientState => ({
    home: homeOf(ctx),
    calls: 0,
    seen: noClock,
    call: '',
    waiting: '',
    adding: null,
    last: '',
  }),
  onInvoke,
  onMessage,
  onTimer,
  describe: ({ waiting, last, calls }: ClientState) => ({
    words: waiting !== '' ? `waits: ${waiting}` : last || 'idle',
    emphasis: 'outline',
    facts: [{ name: 'requests', value: String(calls) }],
  }),
};
