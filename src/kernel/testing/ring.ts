/**
 * A test protocol: nodes in a ring pass a ball on, count it on disk, and throw a new one when none has come for
 * a while. It uses timers, both kinds of persistence and chance, and never stops by itself.
 */

import type { WorldConfig } from '../config';
import type { Context, Protocol } from '../protocol';
import type { Json, NodeId } from '../values';
import { nodeId } from '../values';

interface RingState {
  caught: number;
  lastFrom: string;
  patience: number;
}

const PATIENCE_US = 40_000;

function neighbour(ctx: Context, steps: number): NodeId {
  const all = ctx.nodes();
  return all[(all.indexOf(ctx.self) + steps) % all.length] as NodeId;
}

function throwBall(ctx: Context, hops: number): void {
  ctx.send(neighbour(ctx, 1 + ctx.choose(2)), 'ball', { hops, by: ctx.self });
  ctx.after('patience', PATIENCE_US, { hops });
}

function begin(ctx: Context, caught: number): RingState {
  ctx.after('patience', PATIENCE_US, { hops: 0 });
  return { caught, lastFrom: '', patience: 0 };
}

export const ring: Protocol = {
  name: 'ring',
  assumes: [],
  params: { keepEvery: 2 },
  roles: {
    player: {
      init: (ctx) => begin(ctx, 0),
      onRecover: (ctx, durable) => begin(ctx, (durable.caught as number | undefined) ?? 0),
      onMessage(ctx, state: RingState, message) {
        state.caught++;
        state.lastFrom = message.from;
        const { hops } = message.body as { hops: number };
        if (state.caught % (ctx.params.keepEvery as number) === 0) ctx.persist('caught', state.caught);
        throwBall(ctx, hops + 1);
        if (hops % 5 === 0) ctx.append('fives', { hops, at: ctx.now() });
      },
      onTimer(ctx, state: RingState, timer) {
        state.patience++;
        throwBall(ctx, ((timer.data as { hops: number }).hops ?? 0) + 1);
        ctx.note('threw a new ball');
      },
      onInvoke(ctx, state: RingState, op) {
        ctx.complete(op.id, state.caught % 3 === 0 ? 'unknown' : 'ok', { as: 'value', value: state.caught });
      },
      describe: (state: RingState) => ({
        words: `${state.caught} caught`,
        facts: [{ name: 'last from', value: state.lastFrom }],
      }),
    },
  },
};

export const ringConfig = (seed: number, events = 400, size = 3): WorldConfig => {
  const names = ['ann', 'bob', 'cy', 'dee', 'eve'].slice(0, size).map(nodeId);
  const call = { f: 'count', value: null as Json };
  return {
    seed,
    nodes: names.map((id, i) => ({ id, role: 'player', driftPpm: i * 200, offsetUs: i * -300 })),
    links: names.flatMap((from, i) =>
      names.slice(i + 1).map((to) => ({
        between: [from, to] as const,
        rules: { latency: { profile: 'uniform', minUs: 2_000, maxUs: 12_000 }, loss: 0.05, duplicate: 0.05 },
        back: { latency: { profile: 'exponential', minUs: 1_000, meanUs: 4_000 } },
      })),
    ),
    workload: names.map((node, i) => ({ at: 50_000 * (i + 1), node, op: call })),
    stop: { events },
  };
};
