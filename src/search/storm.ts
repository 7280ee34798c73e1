/**
 * A storm: a seed for the world and a list of things done to it, in the order of time. It follows from the weather, a
 * seed and a number; number 0 is the calm run, in which nothing is done at all.
 */

import type { Micros } from '#/kernel';
import { type Die, dice, oneOf, span } from './dice';
import type { Squall, Weather } from './squall';
import { repertoire } from './trouble';

export interface Storm {
  /** Of the world: latencies and elections fall otherwise than in the scenario's own run. Null: the scenario's. */
  readonly seed: number | null;
  readonly squalls: readonly Squall[];
}

const CALM: Storm = { seed: null, squalls: [] };

/** Trouble begins where something happens, or just before it; now and then anywhere. */
function moment(die: Die, { moments, calmAt }: Weather): Micros {
  if (moments.length === 0 || die(4) === 0) return Math.floor((die(1 << 20) * calmAt) / (1 << 20));
  const before = die(2) === 0 ? 0 : die(20_000);
  return Math.max(0, Math.min(oneOf(die, oneOf(die, moments)) - before, calmAt));
}

/** Where the eye of the storm is, troubles come close together: each of them is survived alone. */
const near = (die: Die, eye: Micros, { calmAt }: Weather): Micros =>
  Math.max(0, Math.min(eye + (die(4) === 0 ? -1 : 1) * Math.floor(span(die, 1_000, 1_000_000)), calmAt));

/** In the end whoever is still down or paused comes back, so that promises about the end can be kept. */
const mended = ({ calmAt, mayCrash, nodes, verbs }: Weather): readonly Squall[] => {
  const to = (verb: 'disarm' | 'restart' | 'resume', whom: Weather['nodes']): readonly Squall[] =>
    whom.map((node) => ({ at: calmAt, command: { verb, node } }));
  return [
    ...(verbs.includes('restart') ? [...to('disarm', mayCrash), ...to('restart', mayCrash)] : []),
    ...(verbs.includes('resume') ? to('resume', nodes) : []),
  ];
};

/** A few of a list, two or three of them; now and then all. */
const few = <T>(die: Die, list: readonly T[]): readonly T[] => {
  if (list.length < 3 || die(3) === 0) return list;
  return Array.from({ length: 1 + die(3) }, () => oneOf(die, list));
};

/**
 * Each storm leaves most of what could happen out, and does the rest over and over (Groce and others, "Swarm testing",
 * 2012): a few kinds of trouble, and crashes in a few places. What breaks on one thing breaks on much of it.
 */
const narrowed = (die: Die, weather: Weather): Weather => ({
  ...weather,
  triggers: few(die, weather.triggers),
  senders: few(die, weather.senders),
});

/** As many storms of little trouble as of much. */
function troublesOf(die: Die, most: number): number {
  const kind = die(3);
  return 1 + die(kind === 0 ? Math.min(3, most) : kind === 1 ? most : 3 * most);
}

export function storm(over: Weather, seed: number, nth: number): Storm {
  const all = repertoire(over);
  if (nth === 0) return CALM;
  const die = dice(seed, nth);
  const worldSeed = die(1 << 20);
  if (all.length === 0) return { seed: worldSeed, squalls: [] };
  const weather = narrowed(die, over);
  const kinds = die(3) === 0 ? all : Array.from({ length: 1 + die(4) }, () => oneOf(die, all));
  const count = troublesOf(die, weather.most);
  const squalls: Squall[] = [];
  const eye = moment(die, weather);
  const gathered = die(2) === 0;
  for (let i = 0; i < count; i++) {
    const at = gathered && die(4) > 0 ? near(die, eye, weather) : moment(die, weather);
    squalls.push(...oneOf(die, kinds)(die, weather, at));
  }
  squalls.push(...mended(weather));
  squalls.sort((a, b) => a.at - b.at);
  return { seed: worldSeed, squalls };
}
