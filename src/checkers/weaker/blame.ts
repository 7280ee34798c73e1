/** As few operations as suffice for a violation. */

/**
 * A subset of the suspects that is still guilty, from which no single one can be left out. Guilt must grow with the
 * set: leaves out halves, quarters, and so on, the later ones first. `guilty` answers null when it does not know, and
 * then what has been found so far has to do.
 */
export function fewest(
  suspects: readonly number[],
  guilty: (kept: readonly number[]) => boolean | null,
): readonly number[] {
  let kept = suspects;
  for (let size = kept.length >> 1; size >= 1; size >>= 1) {
    for (let end = kept.length; end > 0; end -= size) {
      const without = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      const verdict = guilty(without);
      if (verdict === null) return kept;
      if (verdict) kept = without;
    }
  }
  return kept;
}
