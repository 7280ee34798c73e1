/** Where a pattern points in a run, also in one whose beginning is no longer kept. */

import { type Entry, fits, type Pattern, type Recording } from '#/kernel';

/** The entry a pattern points at, as far as the branch has been run; null when there is none yet. */
export function firstFit(recording: Recording, branch: number, pattern: Pattern): Entry | null {
  let left = pattern.nth ?? 1;
  let found: Entry | null = null;
  recording.tell(branch, (entry) => {
    if (!fits(pattern, entry) || --left > 0) return false;
    found = entry;
    return true;
  });
  return found;
}
