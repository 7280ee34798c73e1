/** Questions whose answer key is the simulation: every option says what it asserts, and a run decides. */

import { check } from './claim';
import { pattern } from './command';
import { variant } from './scenario';
import { name, words, z } from './zod';

/** The misconception an option comes from. */
const misconception = z.string().check(z.regex(/^M\d{1,2}$/));

/** The world in which an option would be right, or a sentence saying that there is none. */
const elsewhere = z.union([
  z.strictObject({ world: variant, differs: words }),
  z.strictObject({ none: words }),
]);

const option = z.strictObject({
  id: name,
  text: words,
  /** What it says of the run. The option whose checks hold is the right one. */
  asserts: z.array(check).check(z.minLength(1)),
  misconception: z.optional(misconception),
  /** Shown once it has been chosen: why the run goes this way, never only "wrong". */
  because: words,
  /** Wanted of every option that is wrong here. */
  elsewhere: z.optional(elsewhere),
});
export type Option = z.infer<typeof option>;

const common = {
  id: name,
  question: words,
  /** Three rungs: where to look, the principle, a worked next step. */
  hints: z.array(words).check(z.length(3)),
  /** The run the question is about. */
  variant,
  /** Said after a right answer too. */
  reason: words,
};

export const question = z.discriminatedUnion('kind', [
  /** Say what the run will do, lock it, and watch. Also the opening bet of a lesson. */
  z.strictObject({ kind: z.literal('predict'), ...common, options: z.array(option).check(z.minLength(2)) }),
  /** Put events in an order; any that respects happens-before is right. */
  z.strictObject({
    kind: z.literal('order'),
    ...common,
    events: z
      .array(z.strictObject({ id: name, text: words, when: pattern }))
      .check(z.minLength(3), z.maxLength(7)),
  }),
  /** Which of these worlds could it have been, as far as one node can tell? Mark every one that fits. */
  z.strictObject({
    kind: z.literal('diagnose'),
    ...common,
    node: name,
    worlds: z.array(
      z.strictObject({
        id: name,
        text: words,
        world: variant,
        because: words,
        misconception: z.optional(misconception),
      }),
    ),
    /** The option "it cannot be known from here" is always offered; it is right when two or more fit. */
  }),
  /** Make it happen in the figure; the run decides. */
  z.strictObject({
    kind: z.literal('adversary'),
    ...common,
    goal: z.array(check).check(z.minLength(1)),
    solution: variant,
    decoys: z.array(variant).check(z.minLength(1)),
  }),
]);
export type Question = z.infer<typeof question>;
export const quiz = z.array(question);
