import { expect, it } from 'vitest';
import { glance } from './glance';
import { shop, shopConfig } from './testing/shop';
import { World } from './world';

it('says what a view says, at every event', () => {
  const world = new World(shopConfig(3), shop);
  let looked = 0;
  while (world.next() && looked < 200) {
    const [seen, view] = [glance(world), world.view()];
    const { index, at, entries, digest, params, links, messages, ledger } = seen;
    const nodes = seen.nodes.map((n) => {
      const { id, role, status, state, durable, waiting, armed, words, emphasis, facts } = n;
      const { timers, wall, monotonic, offsetUs, driftPpm, slew, factor, open } = n;
      const common = { id, role, status, state, durable, waiting, armed, words, emphasis, facts };
      const rest = { timers, wall, monotonic, offsetUs, driftPpm, factor, open };
      return slew === undefined ? { ...common, ...rest } : { ...common, ...rest, slew };
    });
    expect({ index, at, entries, digest, params, links, messages, ledger, nodes }).toEqual(view);
    looked++;
  }
  expect(looked).toBeGreaterThan(20);
});
