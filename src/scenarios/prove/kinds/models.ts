/** Which model asks more than which: what satisfies the one satisfies the other. `convergent` stands beside them all. */

import type { ModelName } from '#/checkers';

/** The next weaker ones of each. */
const weaker: Readonly<Record<ModelName, readonly ModelName[]>> = {
  linearizable: ['sequential'],
  sequential: ['causal', 'causal-convergence'],
  causal: ['weak-causal', 'pram'],
  'causal-convergence': ['weak-causal'],
  'weak-causal': [],
  pram: ['read-your-writes', 'monotonic-reads', 'monotonic-writes'],
  'read-your-writes': [],
  'monotonic-reads': [],
  'monotonic-writes': [],
  'writes-follow-reads': [],
  convergent: [],
};

/** Whether every history that satisfies `one` satisfies `other`, and not the other way round. */
export function isStronger(one: ModelName, other: ModelName): boolean {
  // A reader who sees effects in causal order sees no write before those its writer had read.
  const next = one === 'causal' ? [...weaker[one], 'writes-follow-reads' as const] : weaker[one];
  return next.some((model) => model === other || isStronger(model, other));
}
