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

export function storm(weather: Weather, seed: number, nth: number): Storm {
  const kinds = repertoire(weather);
  if (nth === 0) return CALM;
  const die = dice(seed, nth);
  const worldSeed = die(1 << 20);
  if (kinds.length === 0) return { seed: worldSeed, squalls: [] };
  // As many short storms as long ones: most of what can break breaks on little.
  const count = 1 + die(die(2) === 0 ? Math.min(3, weather.most) : weather.most);
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
