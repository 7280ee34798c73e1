/** Twin runs: raising the loss only adds losses, and what is not lost travels as before. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { WorldConfig } from './config';
import { puppet } from './testing/puppet';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { type Beat, staged } from './testing/story';
import type { Entry } from './trace';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

/** Percents: doubles drawn at large are nearly all tiny, and a loss that never happens proves nothing. */
const chances = fc
  .tuple(fc.nat(100), fc.nat(100))
  .map(([p, q]) => ({ less: Math.min(p, q) / 100, more: Math.max(p, q) / 100 }));

const withLoss = (config: WorldConfig, loss: number): WorldConfig => ({
  ...config,
  links: config.links.map((link) => ({ ...link, rules: { ...link.rules, loss } })),
});

/** Nodes that send on schedule and react to nothing, so that twins send the very same messages. */
function schedule(seed: number): WorldConfig {
  const beats: Beat[] = [];
  for (let i = 0; i < 60; i++) {
    const [from, to] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ][i % 3] as [string, string];
    beats.push([i * 1_000, from, ['send', to, i % 2 === 0 ? 'even' : 'odd']]);
  }
  const rules = { latency: { profile: 'exponential', minUs: 100, meanUs: 9_000 }, reorder: 0.2 } as const;
  return staged(beats, { nodes: 'abc', rules, seed });
}

const name = (e: Entry) => ('from' in e ? `${e.kind} ${e.nth} ${e.from}>${e.to}` : '');
const endings = (world: World) => world.trace.filter((e) => e.type === 'delivered' || e.type === 'dropped');
const lost = (world: World) =>
  new Set(
    endings(world)
      .filter((e) => e.type === 'dropped')
      .map(name),
  );
const sent = (world: World) => new Set(world.trace.filter((e) => e.type === 'sent').map(name));

type Twins = (config: (seed: number) => WorldConfig, seed: number, loss: number) => WorldConfig;
const honest: Twins = (config, seed, loss) => withLoss(config(seed), loss);
/** What a stream of random numbers would do: any change rerolls everything. */
const rerolling: Twins = (config, seed, loss) => withLoss(config(seed + Math.floor(loss * 1000)), loss);

function superset(twins: Twins) {
  return fc.property(fc.integer(), chances, (seed, { less, more }) => {
    const quiet = new World(twins(schedule, seed, less), puppet).run();
    const noisy = new World(twins(schedule, seed, more), puppet).run();
    const gone = lost(noisy);
    for (const one of lost(quiet)) expect(gone).toContain(one);
    const arrived = new Map(endings(quiet).map((e) => [name(e), e.at]));
    for (const e of endings(noisy)) if (e.type === 'delivered') expect(e.at).toBe(arrived.get(name(e)));
  });
}

it('with a workload that reacts to nothing, every loss stays lost and every survivor keeps its time', () => {
  fc.assert(superset(honest), { numRuns: 300 });
});

it('chance that is a stream is caught', () => {
  expect(fc.check(superset(rerolling), { numRuns: 100 }).failed).toBe(true);
});

it.each([
  ['ring', ring, ringConfig],
  ['shop', shop, shopConfig],
] as const)(
  'in a %s, which reacts, a message that both twins send is lost in the noisier if in the other',
  (_, protocol, config) => {
    fc.assert(
      fc.property(fc.integer(), chances, (seed, { less, more }) => {
        const quiet = new World(honest(config, seed, less), protocol).run();
        const noisy = new World(honest(config, seed, more), protocol).run();
        // Those still on their way when the run ends are neither.
        const arrived = new Set(
          endings(noisy)
            .filter((e) => e.type === 'delivered' && e.copy === 0)
            .map(name),
        );
        const both = sent(noisy);
        for (const e of endings(quiet)) {
          if (e.type !== 'dropped' || e.reason !== 'lost' || e.copy > 0 || !both.has(name(e))) continue;
          expect(arrived).not.toContain(name(e));
        }
      }),
      { numRuns: 200 },
    );
  },
);
