/**
 * A bulkhead (Nygard, Release It!): workers shared by all work, or split so that heavy work cannot take those of the
 * quick. Each compartment is a pool of its own; which one a job goes to is decided when it comes. When the layout
 * changes, the compartments that are no more take nothing new and finish what they have, with the workers they had.
 */

import { emptyPool, type Pool, type PoolPolicy } from './pool';

export const LAYOUTS = ['shared', 'split'] as const;

export interface BulkheadPolicy {
  readonly layout: (typeof LAYOUTS)[number];
  /** How many of the workers are for heavy work, where they are split. Each side has one at least, also of a single worker. */
  readonly heavyWorkers: number;
}

const COMPARTMENTS = ['all', 'quick', 'heavy'] as const;
export type Compartment = (typeof COMPARTMENTS)[number];
export type Compartments = Record<Compartment, Pool>;

export const emptyCompartments = (nowUs: number): Compartments => ({
  all: emptyPool(nowUs),
  quick: emptyPool(nowUs),
  heavy: emptyPool(nowUs),
});

export const compartmentOf = ({ layout }: BulkheadPolicy, isHeavy: boolean): Compartment =>
  layout === 'shared' ? 'all' : isHeavy ? 'heavy' : 'quick';

/** The rules of one compartment, given those of the whole. Each has as much room to wait as the whole. */
export function within(policy: PoolPolicy, { heavyWorkers }: BulkheadPolicy, of: Compartment): PoolPolicy {
  if (of === 'all') return policy;
  const heavy = Math.max(1, Math.min(heavyWorkers, policy.workers - 1));
  return { ...policy, workers: of === 'heavy' ? heavy : Math.max(1, policy.workers - heavy) };
}
