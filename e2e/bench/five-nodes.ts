// The same five nodes as in bare-loop.ts, as a protocol of the kernel.
import { type NodeId, nodeId, type Protocol, type WorldConfig } from '#/kernel';

const names = ['a', 'b', 'c', 'd', 'e'].map(nodeId);
const at = (i: number): NodeId => names[i % 5] as NodeId;

interface Peer {
  id: number;
  received: number;
  last: string;
}

/** `balls`: how many messages each node puts about at the start. */
export const fiveNodes = (balls: number): Protocol => ({
  name: 'five nodes',
  assumes: [],
  params: {},
  roles: {
    peer: {
      init(ctx): Peer {
        const id = names.indexOf(ctx.self);
        for (let i = 0; i < balls; i++) ctx.send(at(id + 1), 'ping', { n: 0 });
        return { id, received: 0, last: '' };
      },
      onMessage(ctx, state: Peer, message) {
        state.received++;
        state.last = message.from;
        const n = (message.body as { n: number }).n + 1;
        // Another peer each time, without a choice: that would be one more entry, which the bare loop has not.
        ctx.send(at(state.id + 1 + ((state.received * 7 + n) & 3)), 'ping', { n });
      },
    },
  },
});

/** Nodes that send one message each every 2 ms, and answer every second one they get. */
export const busyNodes: Protocol = {
  name: 'busy nodes',
  assumes: [],
  params: {},
  roles: {
    peer: {
      init(ctx): Peer {
        ctx.after('beat', 2_000);
        return { id: names.indexOf(ctx.self), received: 0, last: '' };
      },
      onTimer(ctx, state: Peer) {
        ctx.send(at(state.id + 1 + (state.received & 3)), 'ping', { n: state.received });
        ctx.after('beat', 2_000);
      },
      onMessage(ctx, state: Peer, message) {
        state.received++;
        if (message.kind === 'ping' && state.received % 2 === 0) ctx.send(message.from, 'pong', message.body);
      },
    },
  },
};

export const fiveNodesConfig = (events: number, loss = 0): WorldConfig => ({
  seed: 1,
  nodes: names.map((id) => ({ id, role: 'peer' })),
  links: names.flatMap((from, i) =>
    names.slice(i + 1).map((to) => ({
      between: [from, to] as const,
      rules: { latency: { profile: 'uniform', minUs: 5_000, maxUs: 15_000 }, loss, duplicate: loss },
    })),
  ),
  stop: { events },
});
