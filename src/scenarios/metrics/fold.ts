/** Metrics as a fold of a trace: kept up to date entry by entry, while the entries themselves may be thrown away. */

import { type Fold, KernelError, type Micros, type WorldConfig } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { LoadCount } from './load-count';
import type { Metrics } from './series';

/** Null where the protocol has no meter. Throws unless the width is whole microseconds, 1 or more. */
export function metricsFold(
  module: Pick<ProtocolModule, 'meter'>,
  config: WorldConfig,
  widthUs: Micros,
): Fold<LoadCount> | null {
  const { meter } = module;
  if (!meter) return null;
  if (!Number.isSafeInteger(widthUs) || widthUs < 1) {
    throw new KernelError('A stretch lasts whole microseconds, 1 or more.');
  }
  const nodes = config.nodes.map(({ id }) => id);
  return {
    begin: () => new LoadCount(meter(config), nodes, widthUs),
    take: (state, entry) => state.take(entry),
    copy: (state) => state.copy(),
  };
}

/**
 * The stretches that are over at a time, which must not be before an entry that was taken is over: every entry before
 * `untilUs` has to have been taken. The same object as long as no stretch has been added.
 */
export const metricsAt = (state: LoadCount, untilUs: Micros): Metrics => state.at(untilUs);

const MOST_STRETCHES = 120;

/** 1, 2 or 5 times a power of ten, in microseconds: the least of which a run of this length has at most 120. */
export function usualWidth(lengthUs: Micros): Micros {
  for (let power = 1_000; ; power *= 10) {
    for (const times of [1, 2, 5]) {
      if (times * power * MOST_STRETCHES >= lengthUs) return times * power;
    }
  }
}
