/** What the property tests do to a run is worth something only if it reaches every command, in good faith and in bad. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { VERBS } from '../command';
import { World } from '../world';
import { perform } from './interventions';
import { ring, ringConfig } from './ring';
import { shop, shopConfig } from './shop';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const plays = fc.array(fc.record({ events: fc.nat(12), verb: fc.nat(999), detail: fc.nat(1 << 30) }), {
  maxLength: 25,
});

it.each([
  ['ring', (seed: number) => new World(ringConfig(seed), ring)],
  ['shop', (seed: number) => new World(shopConfig(seed), shop)],
] as const)('random interventions in a %s carry out every verb, and are now and then refused', (_, make) => {
  const done = new Map<string, number>();
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), plays, (seed, list) => {
      const world = make(seed);
      perform(world, list);
      for (const entry of world.trace) {
        if (entry.type !== 'command') continue;
        const { verb } = entry.command;
        if (entry.refused === null) done.set(verb, (done.get(verb) ?? 0) + 1);
        else refused.add(verb);
      }
    }),
    { numRuns: 400, seed: 1 },
  );
  for (const verb of VERBS) expect(done.get(verb) ?? 0, verb).toBeGreaterThan(5);
  expect(refused.size).toBeGreaterThan(8);
});
