/** The headless half of a lesson, as its folder exports it. */

import type { Json, NodeId, Pattern } from '#/kernel';
import type { Challenge } from './challenge';
import type { Claim } from './claim';
import type { Question } from './quiz';
import type { Scenario, Variant } from './scenario';

/** One authored step of a run: play on until the pattern fits, pause, and say the caption. */
export interface Beat {
  readonly until: Pattern;
  readonly caption: string;
}

export interface TwinWorlds {
  readonly left: Variant;
  readonly right: Variant;
  /** The one thing changed, as a clause: "the browser asks once more". */
  readonly differs: string;
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
  /** Pairs of worlds with one switch changed, played side by side; the page names them. */
  readonly twins?: Readonly<Record<string, TwinWorlds>>;
}

/** The same as an author writes it: node names are plain words until the schema has read them. */
export type Authored<T> = [Json] extends [T]
  ? T
  : T extends NodeId
    ? string
    : T extends object
      ? { [K in keyof T]: Authored<T[K]> }
      : T;
