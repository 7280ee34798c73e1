/** The beats of a story: the authored moments at which playing pauses. */

import { fits, type Recording } from '#/kernel';
import type { Beat } from '#/scenarios';
import { firstFit } from './first-fit';

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
  for (let index = from + 1; index <= to; index++) {
    if (!recording.entriesOf(branch, index).some((entry) => fits(beat.until, entry))) continue;
    if (firstFit(recording, branch, beat.until)?.event === index) return index;
  }
  return null;
}
