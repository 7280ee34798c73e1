/** The first entries of a world that fit patterns, told as it runs: also of one that is too long to keep its trace. */

import { type Entry, fits, type Pattern, World } from '#/kernel';
import { worldConfig } from '../build';
import type { Variant } from '../schema/scenario';
import type { Lab } from './lab';

/** For each pattern, in their order, the match it counts to (`nth`); null where none comes. */
export function firstFits(
  { scenario, module }: Pick<Lab, 'scenario' | 'module'>,
  variant: Variant,
  patterns: readonly Pattern[],
): readonly (Entry | null)[] {
  const found: (Entry | null)[] = patterns.map(() => null);
  const matches = patterns.map(({ nth }) => nth ?? 1);
  let left = patterns.length;
  const sink = (entry: Entry): void => {
    patterns.forEach((pattern, i) => {
      if (found[i] !== null || !fits(pattern, entry)) return;
      matches[i] = (matches[i] as number) - 1;
      if (matches[i] !== 0) return;
      found[i] = entry;
      left--;
    });
  };
  const world = new World(worldConfig(scenario, module, variant), module.protocol, { trace: null, sink });
  while (left > 0 && world.next());
  return found;
}
