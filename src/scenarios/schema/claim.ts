/** The claims of a lesson: what the lab asserts of its own runs, made of checks. */

import { check } from './check';
import { modelName, subject } from './history';
import { frequency, survives, sweep, threshold } from './many-runs';
import { bounds, variant } from './scenario';
import { name, scalar, words, z } from './zod';

export { type Check, check } from './check';

export const claim = z.union([
  /** In this world, this is what happens. `stage`: one of the lesson's, where it is not of its own scenario. */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('run'),
    stage: z.optional(name),
    variant,
    checks: z.array(check),
  }),
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
   * From every state within the bounds the protocol's goal can still be reached, when nothing more goes wrong; or,
   * with `holds: false`, from some it cannot. `staysDown`: on the way there whoever is down stays down.
   */
  z.strictObject({
    id: name,
    text: words,
    kind: z.literal('in-reach'),
    goal: name,
    holds: z.boolean(),
    staysDown: z.optional(z.boolean()),
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
  sweep,
  threshold,
  frequency,
  survives,
]);
export type Claim = z.infer<typeof claim>;
export const claims = z.array(claim);
