/** The models that speak of reads and writes, by name. */

import type { ModelName } from '../names';
import { causal } from './causal';
import { causalConvergence } from './causal-convergence';
import type { Definition } from './definition';
import { monotonicReads } from './monotonic-reads';
import { monotonicWrites } from './monotonic-writes';
import { pram } from './pram';
import { readYourWrites } from './read-your-writes';
import { weakCausal } from './weak-causal';
import { writesFollowReads } from './writes-follow-reads';

export const definitions: Readonly<
  Record<Exclude<ModelName, 'linearizable' | 'sequential' | 'convergent'>, Definition>
> = {
  causal,
  'causal-convergence': causalConvergence,
  'weak-causal': weakCausal,
  pram,
  'read-your-writes': readYourWrites,
  'monotonic-reads': monotonicReads,
  'monotonic-writes': monotonicWrites,
  'writes-follow-reads': writesFollowReads,
};

/** The three readings of "causal", which differ on real histories. */
export const causals: readonly Definition[] = [causal, causalConvergence, weakCausal];
