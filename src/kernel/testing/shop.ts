/**
 * A test protocol: clients ask a server to keep a value in its ledger, with a time-out and retries. Whether the
 * server answers before or after it writes is a parameter, so that a crash in between shows the difference.
 */

import type { WorldConfig } from '../config';
import type { Protocol } from '../protocol';
import { type Json, type NodeId, nodeId } from '../values';

interface ClientState {
  op: string;
  value: Json;
  tries: number;
}

const server = nodeId('shop');

export const shop: Protocol = {
  name: 'shop',
  assumes: [],
  params: { writeFirst: true, timeoutUs: 30_000, tries: 2 },
  roles: {
    client: {
      init: (): ClientState => ({ op: '', value: null, tries: 0 }),
      onInvoke(ctx, state: ClientState, op) {
        Object.assign(state, { op: op.id, value: op.value, tries: 1 });
        ctx.send(server, 'ask', { op: op.id, value: op.value });
        ctx.after('timeout', ctx.params.timeoutUs as number);
      },
      onMessage(ctx, state: ClientState, message) {
        const { op, size } = message.body as { op: string; size: number };
        if (op === state.op) ctx.cancel('timeout');
        ctx.complete(op, 'ok', { as: 'value', value: size });
      },
      onTimer(ctx, state: ClientState) {
        if (state.tries < (ctx.params.tries as number)) {
          state.tries++;
          ctx.send(server, 'ask', { op: state.op, value: state.value });
          ctx.after('timeout', ctx.params.timeoutUs as number);
        } else ctx.complete(state.op, 'unknown', { as: 'timeout' });
      },
      describe: (state: ClientState) => ({ words: `${state.tries} tries`, facts: [] }),
    },
    server: {
      init: () => ({ answered: 0 }),
      onMessage(ctx, state: { answered: number }, message) {
        const { op } = message.body as { op: string };
        const size = ((ctx.durable('ledger') as readonly Json[] | undefined) ?? []).length + 1;
        state.answered++;
        if (ctx.params.writeFirst) ctx.append('ledger', op);
        ctx.send(message.from, 'answer', { op, size });
        if (!ctx.params.writeFirst) ctx.append('ledger', op);
      },
    },
  },
};

export const shopConfig = (seed: number, clients = 2): WorldConfig => {
  const names: NodeId[] = ['ida', 'jon', 'kai'].slice(0, clients).map(nodeId);
  return {
    seed,
    nodes: [{ id: server, role: 'server' }, ...names.map((id) => ({ id, role: 'client' }))],
    links: names.map((name) => ({
      between: [name, server] as const,
      rules: { latency: { profile: 'uniform', minUs: 5_000, maxUs: 20_000 }, loss: 0.1 },
    })),
    workload: names.flatMap((node, i) =>
      [0, 1, 2, 3].map((n) => ({ at: 10_000 * i + 35_000 * n, node, op: { f: 'keep', value: n } })),
    ),
  };
};
