/** The headless half of a lesson, as its folder exports it. */

import type { Json, NodeId } from '#/kernel';
import { challenge } from './challenge';
import { claims } from './claim';
import { pattern } from './command';
import { question, quiz } from './quiz';
import { scenario, variant } from './scenario';
import { name, words, z } from './zod';

/** One authored step of a run: play on until the pattern fits, pause, and say the caption. */
const beat = z.strictObject({ until: pattern, caption: words });
export type Beat = z.infer<typeof beat>;

const twinWorlds = z.strictObject({
  left: variant,
  right: variant,
  /** The one thing changed, as a clause: "the browser asks once more". */
  differs: words,
});
export type TwinWorlds = z.infer<typeof twinWorlds>;

export const lessonData = z.strictObject({
  scenario,
  claims,
  quiz,
  challenge,
  /** The opening question: one of kind `predict`. */
  bet: question,
  /** The run the beats tell, and its captions. */
  story: z.strictObject({ variant, beats: z.array(beat).check(z.minLength(1), z.maxLength(12)) }),
  /** Scenarios of the library, of the same protocol, that questions, claims and figures of the lesson may speak of. */
  stages: z.optional(z.array(name).check(z.maxLength(3))),
  /** Problems of one sort, in an order in which more and more of the steps are the learner’s; the page names them. */
  faded: z.optional(z.record(name, z.array(question).check(z.minLength(2), z.maxLength(4)))),
  /** Pairs of worlds with one switch changed, played side by side; the page names them. */
  twins: z.optional(z.record(name, twinWorlds)),
});
export type LessonData = z.infer<typeof lessonData>;

/** The same as an author writes it: node names are plain words until the schema has read them. */
export type Authored<T> = [Json] extends [T]
  ? T
  : T extends NodeId
    ? string
    : T extends object
      ? { [K in keyof T]: Authored<T[K]> }
      : T;
