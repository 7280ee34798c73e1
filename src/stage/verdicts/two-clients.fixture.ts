/**
 * A world small enough to judge by eye: Alice writes 1 to her copy at 100 ms, Bob reads 0 from his at 300 ms, and
 * nobody tells the copies of one another. For tests.
 */

import type { Context, NodeId, Operation } from '#/kernel';
import type { ProtocolModule, Scenario } from '#/scenarios';

const copy = {
  init: () => ({ value: 0 }),
  onMessage(ctx: Context, state: { value: number }, message: { from: NodeId; kind: string; body: unknown }) {
    const { op, value } = message.body as { op: string; value: number };
    if (message.kind === 'write') state.value = value;
    ctx.send(message.from, 'answer', { op, value: state.value });
  },
};
const client = {
  init: () => ({}),
  onInvoke(ctx: Context, _: object, op: Operation) {
    const [server] = ctx.nodes('copy').filter((id) => id === `${ctx.self}-copy`);
    if (server) ctx.send(server, op.f, { op: op.id, value: op.value });
  },
  onMessage(ctx: Context, _: object, message: { body: unknown }) {
    const { op, value } = message.body as { op: string; value: number };
    ctx.complete(op, 'ok', { as: 'value', value });
  },
};

export const module: ProtocolModule = {
  protocol: { name: 'copies', roles: { client, copy } as never, assumes: ['pause'], params: {} },
  observers: {},
  properties: {},
  leavesOut: [],
  choices: {},
  history: { object: 'register', initial: 0 },
};

const [alice, bob] = ['alice', 'bob'] as NodeId[] as [NodeId, NodeId];
const [aliceCopy, bobCopy] = ['alice-copy', 'bob-copy'] as NodeId[] as [NodeId, NodeId];
const rules = { latency: { profile: 'constant', us: 30_000 } } as const;

export const twoClients: Scenario = {
  name: 'copies',
  title: 'Two copies',
  summary: 'Alice writes to her copy and Bob reads from his.',
  protocol: 'copies',
  seed: 1,
  nodes: [
    { id: alice, role: 'client', x: 20, y: 20 },
    { id: aliceCopy, role: 'copy', x: 80, y: 20 },
    { id: bob, role: 'client', x: 20, y: 80 },
    { id: bobCopy, role: 'copy', x: 80, y: 80 },
  ],
  links: [
    { between: [alice, aliceCopy], rules },
    { between: [bob, bobCopy], rules },
  ],
  workload: [
    { at: 100_000, node: alice, op: { f: 'write', value: 1 } },
    { at: 300_000, node: bob, op: { f: 'read', value: null } },
  ],
  stop: { atUs: 2_000_000 },
  pace: 200_000,
  faults: ['pause'],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};
