/**
 * Claims that many runs decide: worlds that differ by a knob or by their seed. They say nothing of the values between
 * those that were tried, nor of seeds that were not.
 */

import { check } from './check';
import { variant } from './scenario';
import { name, scalar, words, z } from './zod';

const claimed = { id: name, text: words };

/** In every world that these values of these knobs make together, for every seed, all of this holds. */
export const sweep = z.strictObject({
  ...claimed,
  kind: z.literal('sweep'),
  variant: z.optional(variant),
  /** The values of each knob, by its id; every combination is run. */
  knobs: z.record(name, z.array(scalar).check(z.minLength(1), z.maxLength(200))),
  /** Seeds from 1 up to this one; the scenario's own where left out. */
  seeds: z.optional(z.int().check(z.minimum(2), z.maximum(1000))),
  checks: z.array(check).check(z.minLength(1)),
});

/** As a knob is turned up step by step, a check begins to hold at a value, and holds from there on. */
export const threshold = z.strictObject({
  ...claimed,
  kind: z.literal('threshold'),
  knob: name,
  from: z.number(),
  to: z.number(),
  step: z.number().check(z.gt(0)),
  check,
  rows: z
    .array(z.strictObject({ label: words, variant, holdsFrom: z.number() }))
    .check(z.minLength(1), z.maxLength(12)),
});

/** A chance, by a closed form or as a number. */
const chance = z.union([
  /** That of so many things, each put into one of so many places at random, some two share a place. */
  z.strictObject({ birthday: z.strictObject({ of: z.int(), among: z.int() }) }),
  z.number().check(z.gt(0), z.lt(1)),
]);
export type Chance = z.infer<typeof chance>;

/** Over the seeds from 1 up, a check holds as often as it should, within the interval of that confidence about the chance. */
export const frequency = z.strictObject({
  ...claimed,
  kind: z.literal('frequency'),
  check,
  seeds: z.int().check(z.minimum(100), z.maximum(2000)),
  confidence: z.enum(['95 %', '99 %']),
  rows: z.array(z.strictObject({ label: words, variant, chance })).check(z.minLength(1), z.maxLength(6)),
});

/** So many storms of the faults that the protocol assumes, and none of these promises is broken. Not a proof; it says so. */
export const survives = z.strictObject({
  ...claimed,
  kind: z.literal('survives'),
  variant: z.optional(variant),
  properties: z.array(name).check(z.minLength(1), z.maxLength(8)),
  storms: z.int().check(z.minimum(20), z.maximum(5000)),
  /** Where the storms are drawn from, so that others can draw the same. */
  seed: z.int().check(z.minimum(1)),
});
