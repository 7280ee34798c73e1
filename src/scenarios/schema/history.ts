/** A history as data: what a question about consistency shows, drawn by its author or made by a run. */

import { modelNames, objectNames } from '#/checkers';
import { variant } from './scenario';
import { json, name, z } from './zod';

/** One operation as it is drawn. Its number, by which words speak of it, is its place in the list, from 1. */
const drawnOperation = z.strictObject({
  process: name,
  /** In the object's own word: `read`, `write`, `cas`, `enqueue`, … */
  type: name,
  key: z.optional(name),
  /** What was written, or what came back; see `HistoryOperation.value`. */
  value: z.optional(json),
  result: z.optional(json),
  /** Any unit, as long as it is one; whole numbers from 0 to about 100 are easiest on the eye. */
  start: z.number(),
  /** Null: no reply was ever seen. */
  end: z.nullable(z.number()),
  /** Left out: `ok`, or `unknown` where there is no end. */
  outcome: z.optional(z.enum(['ok', 'failed', 'unknown'])),
});

/**
 * The history a question is about: drawn here, or that of a run of the lesson's scenario, whose protocol then says
 * what object it is. At most twelve operations, so that it can be read, and worked on by keyboard.
 */
export const subject = z.union([
  z.strictObject({ run: variant }),
  z.strictObject({
    object: z.enum(objectNames),
    /** What the object holds at first; null: nothing. */
    initial: json,
    operations: z.array(drawnOperation).check(z.minLength(2), z.maxLength(12)),
  }),
]);
export type Subject = z.infer<typeof subject>;

export const modelName = z.enum(modelNames);

/** An operation of the question's history, by its number: the first is 1. */
export const operationNumber = z.int().check(z.minimum(1), z.maximum(99));
