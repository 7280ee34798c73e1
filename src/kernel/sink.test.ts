/** A sink hears a run that nobody keeps: every entry, in order, once. */

import { expect, it } from 'vitest';
import { shop, shopConfig } from './testing/shop';
import type { Entry } from './trace';
import { World } from './world';

it('is given every entry that a trace would keep, and changes nothing of the run', () => {
  const kept = new World(shopConfig(5), shop).run();
  const heard: Entry[] = [];
  const folded = new World(shopConfig(5), shop, { trace: null, sink: (entry) => heard.push(entry) }).run();
  expect(heard.length).toBeGreaterThan(10);
  expect(heard).toEqual(kept.trace);
  expect(folded.trace).toEqual([]);
  expect([folded.digest, folded.entries]).toEqual([kept.digest, kept.entries]);
});

it('goes on hearing after a state has been put back, and not of what was before it', () => {
  const heard: number[] = [];
  const world = new World(shopConfig(5), shop, { trace: null, sink: ({ id }) => heard.push(id) });
  while (world.index < 5) world.next();
  const [state, from] = [world.checkpoint(), world.entries];
  world.run();
  const first = heard.filter((id) => id >= from);
  heard.length = 0;
  world.restore(state).run();
  expect(heard).toEqual(first);
});
