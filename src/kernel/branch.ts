/** One future of a recording: its steps, its trace, and the checkpoints from which any position is rebuilt. */

import type { Command } from './command';
import type { WorldState } from './state';
import type { Entry } from './trace';
import type { Choice } from './untimed';
import type { Micros } from './values';

/** Something done to a run: after `index` events, at a virtual time, a command or (in an explored run) a choice. */
export type Step =
  | { readonly index: number; readonly at: Micros; readonly command: Command }
  | { readonly index: number; readonly choice: Choice };

export interface Branch {
  readonly id: number;
  readonly parent: number | null;
  /** How many events it shares with its parent. */
  readonly forkedAt: number;
  /** The command that made it, and when; null for the first branch and for one made by taking a command back. */
  readonly cause: { readonly command: Command; readonly at: Micros; readonly undone: boolean } | null;
  readonly steps: Step[];
  readonly trace: Entry[];
  /** Entry count and virtual time after each event; position 0 first. */
  readonly ends: number[];
  readonly times: Micros[];
  readonly checkpoints: { readonly index: number; readonly state: WorldState }[];
}

/** A branch that shares everything up to `index` with `from`. */
export function fork(from: Branch, id: number, index: number, cause: Branch['cause']): Branch {
  return {
    id,
    parent: from.id,
    forkedAt: index,
    cause,
    steps: from.steps.filter((step) => step.index < index),
    trace: from.trace.slice(0, from.ends[index]),
    ends: from.ends.slice(0, index + 1),
    times: from.times.slice(0, index + 1),
    checkpoints: from.checkpoints.filter((c) => c.index <= index),
  };
}

/** The last position at or before a time. Times never fall, so this is a binary search. */
export function indexAt(branch: Branch, at: Micros): number {
  let low = 0;
  let high = branch.times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((branch.times[middle] as Micros) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
