/** The beats of a story: the authored moments at which playing pauses. */

import { find, fits, type Recording } from '#/kernel';
import type { Beat } from '#/scenarios';

/**
 * The next beat if it lies among the events after `from` up to `to`. A beat is at the first match of its pattern
 * and nowhere else, so that going back and forth meets it at the same place.
 */
export function beatWithin(
  recording: Recording,
  branch: number,
  beat: Beat,
  from: number,
  to: number,
): number | null {
  const b = recording.branch(branch);
  for (let index = from + 1; index <= to; index++) {
    const here = b.trace.slice(b.ends[index - 1], b.ends[index]);
    if (!here.some((entry) => fits(beat.until, entry))) continue;
    if (find(beat.until, b.trace)?.event === index) return index;
  }
  return null;
}
