/**
 * The same things done to the same calls under other luck, or a little sooner or later. What broke a run once often
 * breaks it again, now and then on a shorter way; a new storm seldom breaks it at all.
 */

import { dice, span } from './dice';
import type { Trial } from './shrink';

/** Nothing is moved by more than this. */
const SHIFT_US = 400_000;

export function varied({ calls, squalls }: Trial, seed: number, nth: number): Trial {
  const die = dice(seed, nth);
  const luck = die(1 << 20);
  const moved = squalls.map((squall) => {
    if (die(2) === 0) return squall;
    const by = Math.floor(span(die, 1_000, SHIFT_US));
    return { ...squall, at: Math.max(0, squall.at + (die(2) === 0 ? -by : by)) };
  });
  return { seed: luck, squalls: moved.sort((a, b) => a.at - b.at), calls };
}
