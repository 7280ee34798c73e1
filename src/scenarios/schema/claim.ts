/** What the lab asserts of its own runs: checks, and the claims of a lesson made of them. */

import { pattern } from './command';
import { modelName, subject } from './history';
import { bounds, variant } from './scenario';
import { json, name, scalar, words, z } from './zod';

/** A question with a yes-or-no answer about a finished run. */
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
]);
export type Check = z.infer<typeof check>;

export const claim = z.union([
  /** In this world, this is what happens. */
  z.strictObject({ id: name, text: words, kind: z.literal('run'), variant, checks: z.array(check) }),
  /**
   * Over all schedules within the scenario's bounds exactly these outcomes are reachable, and each has a timed
   * world that reaches it.
   */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('reachable'),
    outcomes: z.record(name, variant),
    /** Where they differ from the scenario's. */
    bounds: z.optional(z.partial(bounds)),
  }),
  /** Over all schedules, this property holds at every end; or, with `holds: false`, fails at some. */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('always'),
    property: name,
    holds: z.boolean(),
    params: z.optional(z.record(name, scalar)),
    bounds: z.optional(z.partial(bounds)),
  }),
  /**
   * Several worlds side by side, each explored over all its schedules, and what holds at every end of which. It is
   * how "none of these is both" is said, and how far "these" goes.
   */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('matrix'),
    properties: z.array(name).check(z.minLength(2), z.maxLength(4)),
    rows: z
      .array(
        z.strictObject({
          label: words,
          variant,
          /** For each property, in their order: true, it holds at every end; false, it fails at some. */
          holds: z.array(z.boolean()),
        }),
      )
      .check(z.minLength(2), z.maxLength(12)),
    /** The labels of the rows that have all of the properties; empty for none. */
    haveAll: z.array(words),
    /** Where they differ from the scenario's, for every row. */
    bounds: z.optional(z.partial(bounds)),
  }),
  /**
   * What the judges say of a history. Where it is violated, what they blame is to blame: take away any of those
   * operations, with the answers that depend on it, and the violation is gone.
   */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('judged'),
    subject,
    verdicts: z.partialRecord(modelName, z.enum(['ok', 'violated', 'not-applicable'])),
  }),
  /** Two worlds in which one node lives through exactly the same, and which differ all the same. */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('indistinguishable'),
    node: name,
    left: variant,
    right: variant,
    /** Holds at the end of the left world and not of the right one. */
    differ: check,
  }),
]);
export type Claim = z.infer<typeof claim>;
export const claims = z.array(claim);
