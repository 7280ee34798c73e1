/** A challenge: make something happen. The learner's runs decide when it is met, never a button. */

import { check } from './claim';
import { variant } from './scenario';
import { name, words, z } from './zod';

export const challenge = z.strictObject({
  id: name,
  title: words,
  goal: words,
  hints: z.array(words).check(z.length(3)),
  target: z.union([
    /** One run at the end of which all of these hold. */
    z.strictObject({ checks: z.array(check) }),
    /** Runs that together reach every outcome the exploration finds, laid out as a table. */
    z.strictObject({
      outcomes: z.literal('all reachable'),
      rows: z.array(name),
      columns: z.array(name),
      /** Cells of the table no schedule reaches, each with the reason. */
      impossible: z.record(name, words),
    }),
  ]),
  /** Worlds whose ends meet the target. */
  solution: z.array(variant).check(z.minLength(1)),
  /** Worlds that come near and do not. */
  decoys: z.array(z.strictObject({ variant, why: words })).check(z.minLength(1)),
});
export type Challenge = z.infer<typeof challenge>;
