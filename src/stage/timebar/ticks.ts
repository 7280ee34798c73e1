/** Where the ticks of events stand on the scrubber, and which of many are worth drawing. */

import type { Numbers } from '#/kernel';
import type { Micros } from '#/scenarios';

/** Units across the scrubber. */
export const ACROSS = 1000;
/** Ticks closer than this would run together on a phone. */
const APART = 12;

/** Positions from 0 to ACROSS, one for each group of events too close to tell apart. Times never fall. */
export function tickPlaces(times: Numbers, span: Micros): readonly number[] {
  const places: number[] = [];
  let last = -APART;
  let i = 1;
  while (i < times.length) {
    const place = Math.min(ACROSS, ((times.at(i) as Micros) / span) * ACROSS);
    if (place - last >= APART) {
      places.push(Math.round(place * 10) / 10);
      last = place;
    }
    // A long run has thousands of events to a tick: jump to the first that could have one of its own.
    i = firstAtOrAfter(times, i + 1, ((last + APART) * span) / ACROSS);
  }
  return places;
}

function firstAtOrAfter(times: Numbers, from: number, at: Micros): number {
  let [low, high] = [from, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times.at(middle) as Micros) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const ticksPath = (places: readonly number[]): string => places.map((x) => `M${x} 0V12`).join('');
