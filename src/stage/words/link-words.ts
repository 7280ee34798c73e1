/** Sets of links in words: one pair, one direction of it, or two sides of a network. */

import type { Scenario } from '#/scenarios';
import { listed, nodeName } from './names';

interface Ref {
  readonly from: string;
  readonly to: string;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly bothWays: boolean;
}

/** Directions joined into pairs, in the order in which they were named. */
export function pairsOf(links: readonly Ref[]): readonly Pair[] {
  const has = (from: string, to: string) => links.some((l) => l.from === from && l.to === to);
  const pairs: Pair[] = [];
  for (const { from, to } of links) {
    if (pairs.some((p) => (p.a === from && p.b === to) || (p.bothWays && p.a === to && p.b === from)))
      continue;
    pairs.push({ a: from, b: to, bothWays: has(to, from) });
  }
  return pairs;
}

/** The two sides, when the pairs are exactly the links between two groups and more than one; else null. */
export function sidesOf(
  pairs: readonly Pair[],
): { left: readonly string[]; right: readonly string[] } | null {
  const first = pairs[0];
  if (!first || pairs.length < 2 || pairs.some((p) => !p.bothWays)) return null;
  const joined = (x: string, y: string) =>
    pairs.some((p) => (p.a === x && p.b === y) || (p.a === y && p.b === x));
  const all = [...new Set(pairs.flatMap((p) => [p.a, p.b]))];
  const left = all.filter((x) => !joined(first.a, x));
  const right = all.filter((x) => joined(first.a, x));
  const complete = left.every((x) => right.every((y) => joined(x, y)));
  if (!complete || pairs.length !== left.length * right.length) return null;
  // The smaller side is the one that is said to be cut off.
  return left.length <= right.length ? { left, right } : { left: right, right: left };
}

/** "browser–payment", "browser→payment", "A from B and C": short enough for a label. */
export function linksShort(scenario: Scenario, links: readonly Ref[]): string {
  const name = (id: string) => nodeName(scenario, id);
  const pairs = pairsOf(links);
  const sides = sidesOf(pairs);
  if (sides) return `${listed(sides.left.map(name))} from ${listed(sides.right.map(name))}`;
  return listed(pairs.map((p) => `${name(p.a)}${p.bothWays ? '–' : '→'}${name(p.b)}`));
}

/** "the link between browser and payment is cut, both ways"; `done` is "cut" or "mended". */
export function linksClause(scenario: Scenario, links: readonly Ref[], done: 'cut' | 'mended'): string {
  const name = (id: string) => nodeName(scenario, id);
  const pairs = pairsOf(links);
  const sides = sidesOf(pairs);
  if (sides) {
    const [left, right] = [listed(sides.left.map(name)), listed(sides.right.map(name))];
    const are = sides.left.length > 1 ? 'are' : 'is';
    return done === 'cut'
      ? `${left} ${are} cut off from ${right}`
      : `${left} ${are} joined to ${right} again`;
  }
  const only = pairs.length === 1 ? pairs[0] : undefined;
  if (!only) return `${pairs.length} links are ${done}: ${linksShort(scenario, links)}`;
  return only.bothWays
    ? `the link between ${name(only.a)} and ${name(only.b)} is ${done}, both ways`
    : `the link from ${name(only.a)} to ${name(only.b)} is ${done}, that way only`;
}
