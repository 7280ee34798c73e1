/** Runs that must never change by accident. The browsers compute the same digests in e2e/golden.spec.ts. */

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Command } from './command';
import type { Protocol, Role } from './protocol';
import { GOLDEN, goldenDigests } from './testing/golden';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { line } from './testing/story';
import { nodeId } from './values';
import { World } from './world';

it('every golden run ends in its digest', () => {
  expect(goldenDigests()).toEqual(GOLDEN);
});

it('no two of them are the same run', () => {
  expect(new Set(Object.values(GOLDEN)).size).toBe(Object.keys(GOLDEN).length);
});

it('a digest shows a change of seed, of one latency, and of one command', () => {
  const base = ringConfig(1);
  const digest = (config = base) => new World(config, ring).run().digest;
  const [first, ...rest] = base.links;
  const later = {
    ...first,
    rules: { ...first?.rules, latency: { profile: 'uniform', minUs: 2_000, maxUs: 12_001 } },
  };
  const command: Command = { verb: 'clock', node: nodeId('ann'), stepUs: 1 };
  const others = [
    digest({ ...base, seed: 2 }),
    digest({ ...base, links: [later as (typeof rest)[number], ...rest] }),
    digest({ ...base, script: [{ at: 30_000, command }] }),
  ];
  expect(new Set([digest(), ...others]).size).toBe(4);
});

it('the wording of a note is no part of what happened', () => {
  const player = ring.roles.player as Role;
  const worded = (text: string): Protocol => {
    const init: Role['init'] = (ctx) => {
      ctx.note(text);
      return player.init(ctx);
    };
    return { ...ring, roles: { player: { ...player, init } } };
  };
  expect(new World(ringConfig(1), worded('one')).run().digest).toBe(
    new World(ringConfig(1), worded('other')).run().digest,
  );
});

/** A short run with some of everything, as a person would review it. UPDATE_GOLDEN=1 writes it anew. */
it('tells the story in testing/golden-trace.txt, line by line', () => {
  const [shopNode, ida] = [nodeId('shop'), nodeId('ida')];
  const script = [
    { at: 25_000, command: { verb: 'crash', node: shopNode, disk: 'kept', afterEffect: 1, on: 'ask' } },
    { when: { type: 'crashed' }, afterUs: 20_000, command: { verb: 'restart', node: shopNode } },
    { at: 90_000, command: { verb: 'pause', node: ida } },
    { at: 120_000, command: { verb: 'resume', node: ida } },
    { at: 130_000, command: { verb: 'cut', links: [{ from: shopNode, to: ida }] } },
    { at: 150_000, command: { verb: 'mend', links: [{ from: shopNode, to: ida }] } },
  ] as const;
  const world = new World({ ...shopConfig(11, 2), script }, shop).run();
  const told = `${world.trace.map((entry) => `${entry.event}: ${line(entry)}`).join('\n')}\n`;
  const file = new URL('./testing/golden-trace.txt', import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, told);
  expect(told).toBe(readFileSync(file, 'utf8'));
});
