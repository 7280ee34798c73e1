/**
 * What a learner has done, as it is kept in the browser and in an exported file. Plain data with a version; it
 * holds no verdict about the learner beyond what was answered and what the run said.
 */

import type { Attempt, Confidence, KeptRun } from '../questions/answer';

export const VERSION = 1;

/** Runs kept for each lesson; the oldest goes first. */
export const MOST_RUNS = 30;

export interface LessonProgress {
  /** The opening figure was played or broken. */
  readonly touched: boolean;
  readonly bet: { readonly option: string; readonly confidence: Confidence } | null;
  readonly reconciled: boolean;
  /** How many beats of the story have been reached. */
  readonly beats: number;
  readonly told: boolean;
  /** Every try at each question, by the question's id. */
  readonly answers: Readonly<Record<string, readonly Attempt[]>>;
  readonly puzzle: {
    /** Rungs of the hint ladder seen. */
    readonly hints: number;
    /** The run that filled each cell, and the rungs seen before it did. */
    readonly cells: Readonly<Record<string, { readonly run: KeptRun; readonly hints: number }>>;
    /** Cells rightly said to be impossible. */
    readonly ruledOut: readonly string[];
    readonly met: boolean;
  };
  /** The learner's own runs, oldest first. */
  readonly runs: readonly KeptRun[];
  readonly done: boolean;
}

export interface Progress {
  readonly version: typeof VERSION;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export const nothing: Progress = { version: VERSION, lessons: {} };

export const untouched: LessonProgress = {
  touched: false,
  bet: null,
  reconciled: false,
  beats: 0,
  told: false,
  answers: {},
  puzzle: { hints: 0, cells: {}, ruledOut: [], met: false },
  runs: [],
  done: false,
};

export const progressOf = (all: Progress, lesson: string): LessonProgress =>
  Object.hasOwn(all.lessons, lesson) ? (all.lessons[lesson] ?? untouched) : untouched;

export type Mark = 'new' | 'started' | 'done';

/** What the course map shows beside a lesson. */
export function markOf(lesson: LessonProgress): Mark {
  if (lesson.done) return 'done';
  const { touched, bet, beats, answers, puzzle } = lesson;
  const started =
    touched ||
    bet !== null ||
    beats > 0 ||
    Object.keys(answers).length > 0 ||
    Object.keys(puzzle.cells).length > 0;
  return started ? 'started' : 'new';
}

const sameRun = (a: KeptRun, b: KeptRun): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a run is another one carried on, so that it takes its place. */
const carriesOn = (longer: KeptRun, run: KeptRun): boolean =>
  longer.steps.length >= run.steps.length && sameRun({ steps: longer.steps.slice(0, run.steps.length) }, run);

/** Keeps a run beside the others; one that carries on the last takes its place. `let` is how many had to go. */
export function withRun(runs: readonly KeptRun[], run: KeptRun): { runs: KeptRun[]; gone: number } {
  if (run.steps.length === 0) return { runs: [...runs], gone: 0 };
  const last = runs.at(-1);
  const others = last && carriesOn(run, last) ? runs.slice(0, -1) : runs;
  const all = [...others.filter((other) => !sameRun(other, run)), run];
  return { runs: all.slice(-MOST_RUNS), gone: Math.max(0, all.length - MOST_RUNS) };
}

/** Progress as a file: the same data, readable, with a line break at its end. */
export const progressText = (all: Progress): string => `${JSON.stringify(all, null, 2)}\n`;
