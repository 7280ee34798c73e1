/** What a definition of consistency over reads and writes has to say for itself. */

import type { Judgement } from '../judgement';
import type { ModelName } from '../names';
import { at, type Memory, UNDECIDED } from './memory';
import type { Conflict } from './order';

export type Witness = NonNullable<Judgement['witness']>;

/** A part of a memory, and for each of its reads the write it read from. */
export interface Explained {
  readonly part: Memory;
  readonly readsFrom: Int32Array;
}

export interface Definition {
  readonly model: ModelName;
  /** What is found where all is well, as a sentence. */
  readonly kept: string;
  /** What is wrong where it is not, as the beginning of a sentence that ends with the particulars. */
  readonly broken: (part: Memory) => string;
  /** Parts that can be judged one by one, each with all the writes that its reads may have read from. */
  parts(memory: Memory): readonly Memory[];
  /** Whether the reads decided so far break the rule; what is undecided counts for nothing. */
  check(part: Memory, readsFrom: Int32Array): Conflict | null;
  witness(memory: Memory, explained: readonly Explained[]): Witness;
}

export const whole = (memory: Memory): readonly Memory[] => [memory];

/** The writes that took effect: all that are known to have, and the open ones that somebody read from. */
export function present({ part, readsFrom }: Explained): (op: number) => boolean {
  const seen = new Set(readsFrom);
  return (op) => !at(part.ops, op).open || seen.has(op);
}

/** Operations that took effect, by number. */
export function effective(explained: Explained, wanted: 'all' | 'writes'): number[] {
  const here = present(explained);
  return explained.part.ops.flatMap((op, id) => (here(id) && (wanted === 'all' || !op.reads) ? [id] : []));
}

export const decided = (part: Memory, readsFrom: Int32Array): number[] =>
  part.reads.filter((read) => at(readsFrom, read) !== UNDECIDED);

export const toHistory = (part: Memory, ops: readonly number[]): number[] =>
  ops.map((op) => at(part.ops, op).index);
