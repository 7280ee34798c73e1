/** Progress as untrusted data: what comes from a store or a file is checked here. Loaded only when there is any. */

import * as z from 'zod/mini';
import { step } from '#/scenarios';
import { confidences } from '../questions/answer';
import { MOST_RUNS, type Progress, VERSION } from './progress';

z.config({ jitless: true });

const word = z.string().check(z.minLength(1), z.maxLength(80));
const count = z.int().check(z.minimum(0), z.maximum(1000));
const rungs = z.int().check(z.minimum(0), z.maximum(3));
const words = z.array(word).check(z.maxLength(100));

const keptRun = z.strictObject({ steps: z.array(step).check(z.maxLength(500)) });

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('predict'), option: word }),
  z.strictObject({ kind: z.literal('order'), events: z.array(word).check(z.maxLength(7)) }),
  z.strictObject({
    kind: z.literal('diagnose'),
    worlds: z.array(word).check(z.maxLength(20)),
    unknowable: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('adversary'), run: z.nullable(keptRun) }),
  z.strictObject({
    kind: z.literal('stale-reads'),
    reads: z.array(count).check(z.maxLength(20)),
    none: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('strongest-model'), model: word }),
  z.strictObject({ kind: z.literal('predict-chart'), chart: word }),
  z.strictObject({
    kind: z.literal('linearization-points'),
    points: z.record(z.string().check(z.regex(/^[1-9]\d?$/)), count),
    none: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('place-partition'),
    sides: z.array(z.array(word).check(z.maxLength(9))).check(z.maxLength(3)),
  }),
  z.strictObject({
    kind: z.literal('fill-clocks'),
    cells: z.record(word, z.array(z.nullable(z.int().check(z.minimum(0)))).check(z.maxLength(4))),
  }),
  z.strictObject({
    kind: z.literal('fill-log'),
    cells: z.record(word, z.array(z.nullable(count)).check(z.maxLength(15))),
  }),
  z.strictObject({
    kind: z.literal('steps'),
    blanks: z.record(word, z.string().check(z.maxLength(80))),
  }),
  z.strictObject({
    kind: z.literal('tune'),
    knobs: z.nullable(z.record(word, z.union([word, z.number(), z.boolean()]))),
  }),
]);

const attempt = z.strictObject({ answer, right: z.boolean(), hints: rungs });

const lessonProgress = z.strictObject({
  touched: z.boolean(),
  bet: z.nullable(z.strictObject({ option: word, confidence: z.enum(confidences) })),
  reconciled: z.boolean(),
  beats: count,
  told: z.boolean(),
  answers: z.record(word, z.array(attempt).check(z.maxLength(20))),
  puzzle: z.strictObject({
    hints: rungs,
    cells: z.record(word, z.strictObject({ run: keptRun, hints: rungs })),
    ruledOut: words,
    met: z.boolean(),
  }),
  runs: z.array(keptRun).check(z.maxLength(MOST_RUNS)),
  done: z.boolean(),
});

const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(60));

export const progress: z.ZodMiniType<Progress> = z.strictObject({
  version: z.literal(VERSION),
  lessons: z.record(slug, lessonProgress),
});
