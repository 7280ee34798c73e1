/** A world is plain data: taking its state through JSON after every event changes nothing that follows. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Step } from './branch';
import type { WorldConfig } from './config';
import type { Protocol, Role } from './protocol';
import { type Play, perform } from './testing/interventions';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const plays = fc.array(fc.record({ events: fc.nat(10), verb: fc.nat(999), detail: fc.nat(1 << 30) }), {
  maxLength: 15,
});

/** The same run once more, its state taken through JSON at every position. */
function throughJson(config: WorldConfig, protocol: Protocol, steps: readonly Step[], events: number): World {
  const world = new World(config, protocol);
  const trace = [...world.trace];
  let s = 0;
  while (world.index < events) {
    world.restore(JSON.parse(JSON.stringify(world.checkpoint())), trace);
    const step = steps[s];
    if (step && 'command' in step && step.index === world.index) {
      world.apply(step.command, step.at);
      s++;
    } else world.next();
  }
  return world;
}

function sameThroughJson(config: (seed: number) => WorldConfig, protocol: Protocol) {
  return fc.property(fc.integer(), plays, (seed, list: Play[]) => {
    const straight = new World(config(seed), protocol);
    const steps = perform(straight, list);
    const cloned = throughJson(config(seed), protocol, steps, straight.index);
    expect(cloned.digest).toBe(straight.digest);
    expect(cloned.trace).toEqual(straight.trace);
    expect(cloned.view()).toEqual(straight.view());
  });
}

it('a ring that goes through JSON after every event is the same ring', () => {
  fc.assert(sameThroughJson(ringConfig, ring), { numRuns: 150 });
});

it('a shop that goes through JSON after every event is the same shop', () => {
  fc.assert(sameThroughJson(shopConfig, shop), { numRuns: 150 });
});

const player = ring.roles.player as Role;
const broken: Record<string, Role> = {
  'a set in memory': {
    ...player,
    init: (ctx) => ({ ...player.init(ctx), met: new Set() }),
    onMessage(ctx, state, message) {
      state.met.add(message.from);
      if (state.met.size === 2) ctx.note('met both');
      player.onMessage?.(ctx, state, message);
    },
  },
  'an instance of a class': {
    ...player,
    init: (ctx) => ({
      ...player.init(ctx),
      tally: new (class Tally {
        count = 0;
        add() {
          this.count++;
        }
      })(),
    }),
    onMessage(ctx, state, message) {
      state.tally.add();
      player.onMessage?.(ctx, state, message);
    },
  },
  'a sent body changed later': {
    ...player,
    init: (ctx) => ({ ...player.init(ctx), shared: { hops: 1, count: 0 } }),
    onMessage(ctx, state, message) {
      state.shared.count++;
      if (message.kind === 'ball') ctx.send(message.from, 'gossip', state.shared);
      else ctx.choose(1 + (message.body as { count: number }).count);
    },
  },
};

it.each(Object.entries(broken))('a protocol with %s is caught', (_, role) => {
  const protocol = { ...ring, roles: { player: role } };
  const result = fc.check(sameThroughJson(ringConfig, protocol), { numRuns: 30 });
  expect(result.failed).toBe(true);
});
