/** The first entries of a world that fit patterns, told as it runs: also of one that is too long to keep its trace. */

import { type Entry, fits, type Pattern, World } from '#/kernel';
import { worldConfig } from '../build';
import type { Variant } from '../schema/scenario';
import type { Lab } from './lab';

/** For each pattern, in their order; null where none comes. */
export function firstFits(
  { scenario, module }: Pick<Lab, 'scenario' | 'module'>,
  variant: Variant,
  patterns: readonly Pattern[],
): readonly (Entry | null)[] {
  const found: (Entry | null)[] = patterns.map(() => null);
  let left = patterns.length;
  const sink = (entry: Entry): void => {
    patterns.forEach((pattern, i) => {
      if (found[i] !== null || !fits(pattern, entry)) return;
      found[i] = entry;
      left--;
    });
  };
  const world = new World(worldConfig(scenario, module, variant), module.protocol, { trace: null, sink });
  while (left > 0 && world.next());
  return found;
}
