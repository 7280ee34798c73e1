/**
 * A protocol for tests that tell a story: its nodes do what a call, a message or a timer tells them to, in
 * order. So a test says in one place what happens, and the kernel is all there is to judge.
 */

import type { Context, Protocol } from '../protocol';
import type { Outcome } from '../trace';
import { type Json, nodeId } from '../values';

export type Action =
  /** Sends a message; its receiver does `then`. */
  | readonly ['send', to: string, kind: string, then?: readonly Action[], bytes?: number]
  | readonly ['after', name: string, us: number, then?: readonly Action[]]
  | readonly ['cancel', name: string]
  | readonly ['persist', key: string, value: Json]
  | readonly ['append', key: string, value: Json]
  /** Ends the operation that was begun last, or the one named. */
  | readonly ['complete', outcome: Outcome, op?: string]
  /** Keeps the operation open, to be completed by something later; without it a call ends at once. */
  | readonly ['stay open']
  | readonly ['choose', n: number]
  | readonly ['remember', value: Json]
  | readonly ['note', text: string]
  /** Steps or slews the node's own wall clock. */
  | readonly ['adjust clock', change: { stepUs: number } | { slewUs: number; slewPpm?: number }]
  /** Writes both clocks into memory. */
  | readonly ['read clocks'];

interface Memory {
  /** The operation begun last. */
  op: string;
  /** What was chosen, read or remembered, in order. */
  seen: Json[];
}

function perform(ctx: Context, memory: Memory, actions: Json | undefined): void {
  for (const action of (actions ?? []) as unknown as readonly Action[]) {
    switch (action[0]) {
      case 'send':
        ctx.send(nodeId(action[1]), action[2], (action[3] ?? []) as unknown as Json, action[4]);
        break;
      case 'after':
        ctx.after(action[1], action[2], (action[3] ?? []) as unknown as Json);
        break;
      case 'cancel':
        ctx.cancel(action[1]);
        break;
      case 'persist':
        ctx.persist(action[1], action[2]);
        break;
      case 'append':
        ctx.append(action[1], action[2]);
        break;
      case 'complete':
        ctx.complete(action[2] ?? memory.op, action[1], { as: action[1] === 'ok' ? 'value' : 'timeout' });
        break;
      case 'choose':
        memory.seen.push(ctx.choose(action[1]));
        break;
      case 'remember':
        memory.seen.push(action[1]);
        break;
      case 'note':
        ctx.note(action[1]);
        break;
      case 'adjust clock':
        ctx.adjustClock(action[1]);
        break;
      case 'read clocks':
        memory.seen.push([ctx.now(), ctx.monotonic()]);
    }
  }
}

export const puppet: Protocol = {
  name: 'puppet',
  assumes: [],
  params: { patience: 1000, mode: 'calm', eager: false },
  roles: {
    puppet: {
      init: (): Memory => ({ op: '', seen: [] }),
      onInvoke(ctx, memory: Memory, op) {
        memory.op = op.id;
        perform(ctx, memory, op.value);
        const staysOpen = (op.value as unknown as readonly Action[]).some(([what]) => what === 'stay open');
        if (!staysOpen) ctx.complete(op.id, 'ok', { as: 'value' });
      },
      onMessage: (ctx, memory: Memory, message) => perform(ctx, memory, message.body),
      onTimer: (ctx, memory: Memory, timer) => perform(ctx, memory, timer.data),
      onRecover: (_, durable): Memory => ({ op: '', seen: [{ ...durable }] }),
      describe: (memory: Memory) => ({ words: `${memory.seen.length} seen`, facts: [] }),
    },
  },
};
