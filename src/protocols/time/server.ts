/** A time server: it answers with what its own clock reads, when the question came and when the answer leaves. */

import type { Context, Json, Micros, NodeId, Role } from '#/kernel';

interface Asked {
  readonly from: NodeId;
  readonly nth: number;
  readonly t0: Micros;
  readonly t1: Micros;
}

interface ServerState {
  answered: number;
  /** Counts the questions, to name their timers. */
  asked: number;
}

function answer(ctx: Context, state: ServerState, { from, nth, t0, t1 }: Asked): void {
  state.answered++;
  ctx.send(from, 'time', { nth, t0, t1, t2: ctx.now() });
}

export const timeServer: Role = {
  init: (): ServerState => ({ answered: 0, asked: 0 }),
  onMessage(ctx, state: ServerState, message) {
    const { nth, t0 } = message.body as { nth: number; t0: Micros };
    const asked: Asked = { from: message.from, nth, t0, t1: ctx.now() };
    const workUs = ctx.params.serverWorkUs as Micros;
    if (workUs === 0) return answer(ctx, state, asked);
    ctx.after(`answer ${++state.asked}`, workUs, asked as unknown as Json);
  },
  onTimer: (ctx, state: ServerState, timer) => answer(ctx, state, timer.data as unknown as Asked),
  describe: ({ answered }: ServerState) => ({
    words: answered === 0 ? 'tells the time' : `told the time ${answered} times`,
    emphasis: 'filled',
    facts: [{ name: 'answered', value: String(answered) }],
  }),
};
