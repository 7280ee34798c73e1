/** The headless half of a lesson, as its folder exports it. */

import type { NodeId, Pattern } from '#/kernel';
import type { Challenge } from './challenge';
import type { Claim } from './claim';
import type { Question } from './quiz';
import type { Scenario, Variant } from './scenario';

/** One authored step of a run: play on until the pattern fits, pause, and say the caption. */
export interface Beat {
  readonly until: Pattern;
  readonly caption: string;
}

export interface LessonData {
  readonly scenario: Scenario;
  readonly claims: readonly Claim[];
  readonly quiz: readonly Question[];
  readonly challenge: Challenge;
  /** The opening question: one of kind `predict`. */
  readonly bet: Question;
  /** The run the beats tell, and its captions. */
  readonly story: { readonly variant: Variant; readonly beats: readonly Beat[] };
}

/** The same as an author writes it: node names are plain words until the schema has read them. */
export type Authored<T> = T extends NodeId
  ? string
  : T extends object
    ? { [K in keyof T]: Authored<T[K]> }
    : T;
