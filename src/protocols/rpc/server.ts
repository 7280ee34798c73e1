/**
 * The payment service: a durable ledger and no memory of which calls it has charged, so every copy of a request
 * is charged again. A decline, in contrast, is written down and final: each copy of that call is declined too,
 * which is what allows an error to mean that nothing happened.
 */

import type { Context, Json, Message, Role } from '#/kernel';

export interface Charge {
  readonly call: string;
  readonly amount: number;
}

interface ServerState {
  /** Requests being worked on, by a count that names their timers. */
  working: Record<string, Charge>;
  served: number;
}

export const chargesOf = (durable: Readonly<Record<string, Json>>): readonly Charge[] =>
  (durable.ledger ?? []) as unknown as readonly Charge[];

const declinesOf = (ctx: Context): readonly string[] => (ctx.durable('declined') ?? []) as readonly string[];

function decide(ctx: Context, request: Charge): 'charge' | 'decline' | 'neither' {
  if (declinesOf(ctx).includes(request.call)) return 'decline';
  const { account } = ctx.params;
  const empty = account === 'either' ? ctx.choose(2) === 1 : account === 'empty';
  if (!empty) return 'charge';
  const charged = chargesOf({ ledger: ctx.durable('ledger') ?? [] }).some((c) => c.call === request.call);
  return charged ? 'neither' : 'decline';
}

/** The effects, in the order in which a crash can cut them: write, then answer. */
function answer(ctx: Context, to: Message['from'], request: Charge): void {
  const { call, amount } = request;
  const decision = decide(ctx, request);
  // An empty account cannot be charged again, and an earlier copy was: nothing is written, nothing is denied.
  if (decision === 'neither') return ctx.send(to, 'error', { call, code: 'internal error' });
  if (decision === 'decline') {
    if (!declinesOf(ctx).includes(call)) ctx.append('declined', call);
    ctx.send(to, 'error', { call, code: 'declined' });
    return;
  }
  ctx.append('ledger', { call, amount });
  const { receipts } = ctx.params;
  const broken = receipts === 'either' ? ctx.choose(2) === 1 : receipts === 'fail';
  if (broken) {
    ctx.note('The receipt printer fails, after the charge was written.');
    ctx.send(to, 'error', { call, code: 'internal error' });
  } else ctx.send(to, 'receipt', { call, charged: amount });
}

const init = (): ServerState => ({ working: {}, served: 0 });

export const server: Role = {
  init,
  onRecover: init,
  onMessage(ctx, state: ServerState, message) {
    const request = message.body as unknown as Charge;
    const workUs = ctx.params.workUs as number;
    if (workUs === 0) return answer(ctx, message.from, request);
    const job = `work ${++state.served}`;
    state.working[job] = request;
    ctx.after(job, workUs, { from: message.from });
  },
  onTimer(ctx, state: ServerState, timer) {
    const request = state.working[timer.name];
    if (request === undefined) return;
    delete state.working[timer.name];
    answer(ctx, (timer.data as { from: Message['from'] }).from, request);
  },
  describe(state: ServerState, durable) {
    const charges = chargesOf(durable);
    const busy = Object.keys(state.working).length;
    const written = charges.length === 1 ? '1 charge' : `${charges.length} charges`;
    return {
      words: busy > 0 ? `working, ${written}` : written,
      facts: [
        { name: 'ledger', value: charges.map((c) => `${c.call}: ${c.amount}`).join(', ') || 'empty' },
        { name: 'declined', value: ((durable.declined ?? []) as readonly string[]).join(', ') || 'none' },
      ],
    };
  },
};
