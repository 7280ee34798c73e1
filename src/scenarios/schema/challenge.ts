/** A challenge: make something happen. The learner's runs decide when it is met, never a button. */

import { check } from './claim';
import { variant } from './scenario';
import { micros, name, words, z } from './zod';

export const challenge = z.strictObject({
  id: name,
  title: words,
  goal: words,
  hints: z.array(words).check(z.length(3)),
  /** The world the learner begins in; the scenario's own where left out. Solutions and decoys are whole worlds of their own. */
  start: z.optional(variant),
  /** Where the figure stands at first, where that is not the scenario's opening. */
  opening: z.optional(z.strictObject({ atUs: micros })),
  target: z.union([
    /** One run at the end of which all of these hold. `says`: each as a clause, in the same order: "a write is lost". */
    z.strictObject({ checks: z.array(check), says: z.optional(z.array(words)) }),
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
