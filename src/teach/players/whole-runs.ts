/** Whole runs of a lesson's worlds, computed beside the page, each once; those nobody waits for any more are stopped. */

import { computeWholeRun } from '#/player';
import type { Variant, WholeRun } from '#/scenarios';
import type { Lab } from '../lesson/lab';

/** The runs that are done, by their world. */
const done = new WeakMap<Lab, Map<string, WholeRun>>();

/** In the order of the worlds. `onShare`: how much of all of them is done, 0 to 1. */
export async function wholeRunsOf(
  lab: Lab,
  variants: readonly Variant[],
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<readonly WholeRun[]> {
  const known = done.get(lab) ?? new Map<string, WholeRun>();
  done.set(lab, known);
  const names = variants.map((variant) => JSON.stringify(variant));
  const wanted = [...new Set(names)].filter((name) => !known.has(name));
  for (const [i, name] of wanted.entries()) {
    const run = await computeWholeRun({
      scenario: lab.scenario,
      variant: JSON.parse(name) as Variant,
      signal,
      onProgress: ({ share }) => onShare((i + share) / wanted.length),
    });
    known.set(name, run);
  }
  return names.map((name) => known.get(name) as WholeRun);
}
