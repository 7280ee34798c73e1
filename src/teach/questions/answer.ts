/** An answer to a question, as it is judged, kept and restored. Plain data; progress/schema.ts checks it at the door. */

import type { Cells, Command, Micros, Settings } from '#/scenarios';

export const confidences = ['guessing', 'fairly sure', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

/** Something done to a run: after `index` events, at a virtual time, a command. */
export interface KeptStep {
  readonly index: number;
  readonly at: Micros;
  readonly command: Command;
}

/** A run as it is kept: what was done to the scenario's own world, and when. */
export interface KeptRun {
  readonly steps: readonly KeptStep[];
}

export type Answer =
  | { readonly kind: 'predict'; readonly option: string }
  | { readonly kind: 'order'; readonly events: readonly string[] }
  | {
      readonly kind: 'diagnose';
      readonly worlds: readonly string[];
      /** Whether it was said that the node cannot know. */
      readonly unknowable: boolean;
    }
  /** The run that met the goal, or null where the learner asked to be shown one. */
  | { readonly kind: 'adversary'; readonly run: KeptRun | null }
  /** By the operations' numbers; or that none is stale. */
  | { readonly kind: 'stale-reads'; readonly reads: readonly number[]; readonly none: boolean }
  /** The name of a model, or `none`. */
  | { readonly kind: 'strongest-model'; readonly model: string }
  /** By the operations' numbers, columns of the grid; what is left out never took effect. Or that there is none. */
  | {
      readonly kind: 'linearization-points';
      readonly points: Readonly<Record<string, number>>;
      readonly none: boolean;
    }
  /** The nodes on each side. */
  | { readonly kind: 'place-partition'; readonly sides: readonly (readonly string[])[] }
  /** The name of a chart. */
  | { readonly kind: 'predict-chart'; readonly chart: string }
  /** The settings that met the target, or null where the learner asked to be shown some. */
  | { readonly kind: 'tune'; readonly knobs: Settings | null }
  /** What stands in each row, by the events' ids. */
  | { readonly kind: 'fill-clocks'; readonly cells: Cells }
  /** By server: the terms of its entries, and last its commit index where that is asked. */
  | { readonly kind: 'fill-log'; readonly cells: Cells }
  /** By step and blank. */
  | { readonly kind: 'steps'; readonly blanks: Readonly<Record<string, string>> };

/** One try at a question. */
export interface Attempt {
  readonly answer: Answer;
  readonly right: boolean;
  /** Rungs of the hint ladder seen before this try. */
  readonly hints: number;
}

/** What the first try shows of the learner: a hinted answer is practice, not mastery; later tries are practice too. */
export type Evidence = 'right' | 'hinted' | 'wrong';

export function evidenceOf(attempts: readonly Attempt[]): Evidence | null {
  const first = attempts[0];
  if (!first) return null;
  if (!first.right) return 'wrong';
  return first.hints > 0 ? 'hinted' : 'right';
}
