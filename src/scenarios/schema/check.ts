/** A question with a yes-or-no answer about a finished run. Everything the lab asserts is made of these. */

import { measureNames } from '../metrics/measures';
import { node, pattern } from './command';
import { json, micros, name, z } from './zod';

export const check = z.union([
  /** The observer's word for the end of the run. */
  z.strictObject({ outcome: name }),
  /** How many entries fit a pattern. */
  z.strictObject({
    count: pattern,
    is: z.optional(z.int()),
    atLeast: z.optional(z.int()),
    atMost: z.optional(z.int()),
  }),
  /** The first comes before the second in the trace, and both are there. */
  z.strictObject({ earlier: pattern, later: pattern }),
  /** How many entries a node's durable list has at the end. */
  z.strictObject({ node: name, list: name, length: z.int() }),
  /** What is known of one operation at the end, by its id, such as `bob/1`; what its code saw, or how it ended, or both. */
  z.strictObject({
    operation: name,
    saw: z.optional(json),
    ended: z.optional(z.enum(['ok', 'failed', 'unknown', 'open'])),
  }),
  /** A property of the protocol holds, or does not. */
  z.strictObject({ property: name, holds: z.boolean() }),
  /**
   * A measure of the load over the stretches that lie within a time, in the measure's own unit: milliseconds, per second,
   * or a share from 0 to 1. Of the users, or of one node.
   */
  z.strictObject({
    measure: z.enum(measureNames),
    node: z.optional(node),
    from: micros,
    to: micros,
    atLeast: z.optional(z.number()),
    atMost: z.optional(z.number()),
  }),
]);
export type Check = z.infer<typeof check>;
