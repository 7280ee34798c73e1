/**
 * Lamport's TwoPhase, as in "Consensus on transaction commit" (Gray and Lamport 2006, appendix), whose state
 * counts are known from TLC, Rumur and Spin: 288, 1,568, 8,832 for three, four and five resource managers.
 * There a message once sent stays and may be received any number of times.
 */

import { expect, it } from 'vitest';
import { type Choice, type NodeId, nodeId, type Protocol, type Taken, UntimedWorld } from '#/kernel';
import { explore } from './explore';

/** What is received is still there: the messages of this world are a set that only grows. */
class Redelivering extends UntimedWorld {
  override take(choice: Choice): Taken {
    const before = [...this.core.s.queue];
    const taken = super.take(choice);
    if (choice.do === 'deliver') {
      const { queue } = this.core.s;
      queue.push(...before.filter((item) => 'body' in item && !queue.includes(item)));
    }
    return taken;
  }
}

const tm = nodeId('tm');

const twoPhase: Protocol = {
  name: 'two-phase commit',
  assumes: [],
  params: {},
  roles: {
    manager: {
      init(ctx) {
        ctx.after('abort', 0);
        return { state: 'init', prepared: {} };
      },
      onMessage(ctx, s: { state: string; prepared: Record<string, true> }, message) {
        if (s.state !== 'init') return;
        s.prepared[message.from] = true;
        if (Object.keys(s.prepared).length === ctx.nodes('resource').length) ctx.after('commit', 0);
      },
      onTimer(ctx, s, timer) {
        s.state = timer.name === 'commit' ? 'committed' : 'aborted';
        ctx.cancel('abort');
        ctx.cancel('commit');
        for (const rm of ctx.nodes('resource')) ctx.send(rm, timer.name);
      },
    },
    resource: {
      init(ctx) {
        ctx.after('prepare', 0);
        ctx.after('choose to abort', 0);
        return { state: 'working' };
      },
      onTimer(ctx, s, timer) {
        ctx.cancel('prepare');
        ctx.cancel('choose to abort');
        s.state = timer.name === 'prepare' ? 'prepared' : 'aborted';
        if (s.state === 'prepared') ctx.send(tm, 'prepared');
      },
      onMessage(ctx, s, message) {
        ctx.cancel('prepare');
        ctx.cancel('choose to abort');
        s.state = message.kind === 'commit' ? 'committed' : 'aborted';
      },
    },
  },
};

it.each([
  [3, 288],
  [4, 1568],
  [5, 8832],
])('with %i resource managers it has %i states', (n, states) => {
  const resources: NodeId[] = Array.from({ length: n }, (_, i) => nodeId(`rm${i + 1}`));
  const config = {
    seed: 1,
    nodes: [{ id: tm, role: 'manager' }, ...resources.map((id) => ({ id, role: 'resource' }))],
    links: resources.map((id) => ({ between: [tm, id] as const })),
  };
  const budgets = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 };
  const world = new Redelivering(config, twoPhase, budgets, { trace: null });
  const found = explore(world, { depth: 100, states: 20_000 });
  expect(found).toMatchObject({ states, complete: true });
});
