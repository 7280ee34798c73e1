/**
 * What a learner has done, as it is kept in the browser and in an exported file. Plain data with a version; it
 * holds no verdict about the learner beyond what was answered and what the run said.
 */

import * as z from 'zod/mini';
import { attempt, confidences, type KeptRun, keptRun } from '../questions/answer';

z.config({ jitless: true });

export const VERSION = 1;

/** Runs kept for each lesson; the oldest goes first. */
export const MOST_RUNS = 30;

const word = z.string().check(z.minLength(1), z.maxLength(80));
const count = z.int().check(z.minimum(0), z.maximum(1000));
const words = z.array(word).check(z.maxLength(100));

const lessonProgress = z.strictObject({
  touched: z.boolean(),
  bet: z.nullable(z.strictObject({ option: word, confidence: z.enum(confidences) })),
  reconciled: z.boolean(),
  /** How many beats of the story have been reached. */
  beats: count,
  told: z.boolean(),
  /** Every try at each question, by the question's id. */
  answers: z.record(word, z.array(attempt).check(z.maxLength(20))),
  puzzle: z.strictObject({
    /** Rungs of the hint ladder seen. */
    hints: z.int().check(z.minimum(0), z.maximum(3)),
    /** The run that filled each cell, and the rungs seen before it did. */
    cells: z.record(word, z.strictObject({ run: keptRun, hints: z.int().check(z.minimum(0), z.maximum(3)) })),
    /** Cells rightly said to be impossible. */
    ruledOut: words,
    met: z.boolean(),
  }),
  /** The learner's own runs, oldest first. */
  runs: z.array(keptRun).check(z.maxLength(MOST_RUNS)),
  done: z.boolean(),
});
export type LessonProgress = z.infer<typeof lessonProgress>;

const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(60));

export const progress = z.strictObject({
  version: z.literal(VERSION),
  lessons: z.record(slug, lessonProgress),
});
export type Progress = z.infer<typeof progress>;

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
