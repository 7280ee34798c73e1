/** An answer to a question, as it is judged, kept and restored. */

import * as z from 'zod/mini';
import { step } from '#/scenarios';

const word = z.string().check(z.minLength(1), z.maxLength(80));

export const confidences = ['guessing', 'fairly sure', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

/** A run as it is kept: what was done to the scenario's own world, and when. */
export const keptRun = z.strictObject({ steps: z.array(step).check(z.maxLength(500)) });
export type KeptRun = z.infer<typeof keptRun>;

export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('predict'), option: word }),
  z.strictObject({ kind: z.literal('order'), events: z.array(word).check(z.maxLength(7)) }),
  z.strictObject({
    kind: z.literal('diagnose'),
    worlds: z.array(word).check(z.maxLength(20)),
    /** Whether it was said that the node cannot know. */
    unknowable: z.boolean(),
  }),
  /** The run that met the goal, or null where the learner asked to be shown one. */
  z.strictObject({ kind: z.literal('adversary'), run: z.nullable(keptRun) }),
]);
export type Answer = z.infer<typeof answer>;

/** One try at a question. */
export const attempt = z.strictObject({
  answer,
  right: z.boolean(),
  /** Rungs of the hint ladder seen before this try. */
  hints: z.int().check(z.minimum(0), z.maximum(3)),
});
export type Attempt = z.infer<typeof attempt>;

/** What the first try shows of the learner: a hinted answer is practice, not mastery; later tries are practice too. */
export type Evidence = 'right' | 'hinted' | 'wrong';

export function evidenceOf(attempts: readonly Attempt[]): Evidence | null {
  const first = attempts[0];
  if (!first) return null;
  if (!first.right) return 'wrong';
  return first.hints > 0 ? 'hinted' : 'right';
}
