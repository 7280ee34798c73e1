/** sent + duplicated = delivered + in flight + held + dropped, at every position, whatever is done to a run. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { balances, type Ledger, ledgerOf } from './ledger';
import { type Play, perform } from './testing/interventions';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const plays = fc.array(fc.record({ events: fc.nat(12), verb: fc.nat(999), detail: fc.nat(1 << 30) }), {
  maxLength: 25,
});
const seeds = fc.integer();

const worlds = {
  ring: (seed: number) => new World(ringConfig(seed), ring),
  shop: (seed: number) => new World(shopConfig(seed), shop),
};

function ledgerLaw(make: (seed: number) => World, law: (ledger: Ledger) => boolean) {
  return fc.property(seeds, plays, (seed, list: Play[]) => {
    let held = true;
    perform(make(seed), list, (world) => {
      held &&= law(ledgerOf(world.core.s));
    });
    return held;
  });
}

it.each(Object.entries(worlds))('the ledger balances at every position of any %s run', (_, make) => {
  fc.assert(ledgerLaw(make, balances), { numRuns: 300 });
});

it.each(['held', 'duplicated', 'dropped', 'inFlight'] as const)(
  'a ledger that forgets %s is caught',
  (column) => {
    const forgetful = (ledger: Ledger) => balances({ ...ledger, [column]: 0 });
    const result = fc.check(ledgerLaw(worlds.ring, forgetful), { numRuns: 300 });
    expect(result.failed).toBe(true);
  },
);

/** Every message by its name, as the trace tells it: there from its first entry to its last. */
function about(world: World): { there: Set<string>; held: Set<string> } {
  const there = new Set<string>();
  const held = new Set<string>();
  for (const entry of world.trace) {
    if (!('from' in entry)) continue;
    const name = `${entry.kind} ${entry.nth}/${entry.copy} ${entry.from}>${entry.to}`;
    if (entry.type === 'sent' || entry.type === 'duplicated') {
      expect(there, 'no two messages share a name').not.toContain(name);
      there.add(name);
    } else if (entry.type === 'held') held.add(name);
    else if (entry.type === 'released') expect(held.delete(name)).toBe(true);
    else if (entry.type === 'delivered' || entry.type === 'dropped') {
      expect(there.delete(name), `${name} ends once`).toBe(true);
      held.delete(name);
    }
  }
  return { there, held };
}

it('the view shows exactly the messages that the trace has begun and not ended', () => {
  fc.assert(
    fc.property(seeds, plays, (seed, list) => {
      const world = worlds.ring(seed);
      perform(world, list);
      const shown = world.view().messages;
      const name = (m: (typeof shown)[number]) => `${m.kind} ${m.nth}/${m.copy} ${m.from}>${m.to}`;
      const { there, held } = about(world);
      expect(new Set(shown.map(name))).toEqual(there);
      expect(new Set(shown.filter((m) => m.status === 'held').map(name))).toEqual(held);
    }),
    { numRuns: 300 },
  );
});
