/**
 * Writes follow reads (Terry and others 1994; in the form of Viotti and Vukolić 2016): there is one order of all writes
 * in which a write comes after everything its process had read from before. Whether others see both is another matter
 * (causal consistency), so only a circle of such steps breaks it.
 */

import { causalOrder } from './causal-order';
import { type Definition, effective, toHistory, whole } from './definition';

export const writesFollowReads: Definition = {
  model: 'writes-follow-reads',
  kept: 'In one order of all writes, each write comes after what its process had read before.',
  broken: () =>
    'This is against writes follow reads: no order of the writes puts each after what its process had read before',
  parts: whole,
  check: (memory, readsFrom) => causalOrder(memory, readsFrom).conflict,
  witness: (_, explained) =>
    explained.map((one) => ({
      process: null,
      order: toHistory(one.part, causalOrder(one.part, one.readsFrom).list(effective(one, 'writes'))),
    })),
};
