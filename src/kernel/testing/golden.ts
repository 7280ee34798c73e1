/**
 * Golden runs: a few fixed runs that between them use everything in the kernel, and the digest of each. Node and
 * the browsers must agree on every one; an engine whose arithmetic differs in one bit would show here. This file
 * reaches nothing outside the kernel, so that it can be bundled into an empty page.
 */

import type { WorldConfig } from '../config';
import { digestText } from '../digest';
import type { Protocol } from '../protocol';
import { UntimedWorld } from '../untimed';
import { World } from '../world';
import { type Play, perform } from './interventions';
import { puppet } from './puppet';
import { ring, ringConfig } from './ring';
import { shop, shopConfig } from './shop';
import { type Beat, staged } from './story';

/** What each run must end in. Changing one means that every link and every lesson replays differently. */
export const GOLDEN: Readonly<Record<string, string>> = {
  'a ring of three': '7ba5f14a',
  'a ring of five, long': '71f5c07f',
  'a ring, played with': '5a0c9501',
  'a ring, played with otherwise': '7ef76a32',
  'a shop': 'f43e40bb',
  'a shop, played with': '8f6cf530',
  'links of every kind': 'c53d2bf4',
  'a shop without time': '04219b52',
};

/** Numbers that look arbitrary, by integer arithmetic alone. */
function plays(seed: number, count: number): Play[] {
  let word = seed;
  const below = (n: number): number => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return Math.floor((word / 4294967296) * n);
  };
  return Array.from({ length: count }, () => ({
    events: below(12),
    verb: below(999),
    detail: below(1 << 30),
  }));
}

const played = (config: WorldConfig, protocol: Protocol, seed: number): World => {
  const world = new World(config, protocol);
  perform(world, plays(seed, 60));
  return world.run();
};

/** Every latency profile on one link after the other, with all that a link can do to a message. */
function links(): WorldConfig {
  const beats: Beat[] = [];
  for (let i = 0; i < 80; i++) {
    beats.push([i * 700, 'abc'[i % 3] as string, ['send', 'bca'[i % 3] as string, 'm', [['choose', 1 + i]]]]);
  }
  const config = staged(beats, {
    nodes: 'abc',
    seed: 20_261_122,
    clocks: { b: { driftPpm: 313, offsetUs: -9 } },
  });
  const standing = { loss: 0.1, duplicate: 0.1, reorder: 0.1, fifo: false, bandwidth: null } as const;
  const profiles = [
    { profile: 'exponential', minUs: 777, meanUs: 12_345 },
    { profile: 'long-tailed', minUs: 2_222 },
    { profile: 'uniform', minUs: 1, maxUs: 33_333 },
  ] as const;
  const bandwidth = { bytesPerSecond: 123_457, queueLimit: 4 };
  return {
    ...config,
    links: config.links.map((link, i) => {
      const latency = profiles[i % 3] as (typeof profiles)[number];
      return { ...link, rules: { ...standing, latency }, back: { bandwidth, fifo: i === 0 } };
    }),
  };
}

/** A walk through an untimed world that always takes the choice after next, and other courses now and then. */
function walked(): World {
  const budgets = { maxLost: 2, maxDuplicated: 2, maxCrashes: 2 };
  const world = new UntimedWorld(shopConfig(5), shop, budgets);
  for (let i = 0; i < 60; i++) {
    const choices = world.choices();
    const choice = choices[(i * 7) % Math.max(1, choices.length)];
    if (!choice) break;
    const before = world.checkpoint();
    const courses = world.courses(choice, world.take(choice));
    const course = courses[i % 11];
    if (course) world.restore(before, null).take(course);
  }
  return world;
}

const RUNS: Readonly<Record<string, () => World>> = {
  'a ring of three': () => new World(ringConfig(1), ring).run(),
  'a ring of five, long': () => new World(ringConfig(-77, 5_000, 5), ring).run(),
  'a ring, played with': () => played(ringConfig(3), ring, 3),
  'a ring, played with otherwise': () => played(ringConfig(4, 900, 5), ring, 4),
  'a shop': () => new World(shopConfig(2, 3), shop).run(),
  'a shop, played with': () => played(shopConfig(6), shop, 6),
  'links of every kind': () => new World(links(), puppet).run(),
  'a shop without time': walked,
};

/** The digest of every golden run, as this engine computes it now. */
export function goldenDigests(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of Object.keys(RUNS)) found[name] = digestText(RUNS[name]?.().digest ?? 0);
  return found;
}
