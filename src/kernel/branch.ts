/** One future of a recording: its steps, what is kept of its trace, and the checkpoints from which any position is rebuilt. */

import { Column } from './column';
import type { Command } from './command';
import { isLandmark } from './kept';
import type { WorldState } from './state';
import type { Entry } from './trace';
import type { Choice } from './untimed';
import type { Micros } from './values';

/** Something done to a run: after `index` events, at a virtual time, a command or (in an explored run) a choice. */
export type Step =
  | { readonly index: number; readonly at: Micros; readonly command: Command }
  | { readonly index: number; readonly choice: Choice };

export interface Checkpoint {
  readonly index: number;
  readonly state: WorldState;
  /** What the recording's fold had made of the entries up to here. */
  folded: unknown;
}

export interface Branch {
  readonly id: number;
  readonly parent: number | null;
  /** How many events it shares with its parent. */
  readonly forkedAt: number;
  /** The command that made it, and when; null for the first branch and for one made by taking a command back. */
  readonly cause: { readonly command: Command; readonly at: Micros; readonly undone: boolean } | null;
  readonly steps: Step[];
  /** The entries up to the frontier; of a long run those of its end, see `firstId`. */
  readonly trace: Entry[];
  /** Those of all its entries that are never let go of. */
  readonly landmarks: Entry[];
  /** Entry count and virtual time after each event; position 0 first. */
  readonly ends: Column;
  readonly times: Column;
  checkpoints: Checkpoint[];
  /** How many events lie between two checkpoints. */
  spacing: number;
  /** What the recording's fold has made of all entries up to the frontier. */
  folded: unknown;
}

const SPACING = 1_000;
/** With more than this, every second one goes: a long run is replayed a little further, and takes no more room. */
const MOST_CHECKPOINTS = 200;

export function root(trace: readonly Entry[], state: WorldState): Branch {
  return {
    id: 0,
    parent: null,
    forkedAt: 0,
    cause: null,
    steps: [],
    trace: [...trace],
    landmarks: trace.filter(isLandmark),
    ends: Column.of(trace.length),
    times: Column.of(0),
    checkpoints: [{ index: 0, state, folded: null }],
    spacing: SPACING,
    folded: null,
  };
}

/** A branch that shares everything up to `index` with `from`; `trace` is what it keeps of the entries up to there. */
export function fork(
  from: Branch,
  id: number,
  index: number,
  cause: Branch['cause'],
  trace: Entry[],
  folded: unknown,
): Branch {
  return {
    id,
    parent: from.id,
    forkedAt: index,
    cause,
    steps: from.steps.filter((step) => step.index < index),
    trace,
    landmarks: from.landmarks.filter((entry) => entry.event <= index),
    ends: from.ends.fork(index + 1),
    times: from.times.fork(index + 1),
    checkpoints: from.checkpoints.filter((c) => c.index <= index),
    spacing: from.spacing,
    folded,
  };
}

/** Adds a checkpoint at the frontier. */
export function addCheckpoint(branch: Branch, checkpoint: Checkpoint): void {
  branch.checkpoints.push(checkpoint);
  if (branch.checkpoints.length <= MOST_CHECKPOINTS) return;
  branch.spacing *= 2;
  branch.checkpoints = branch.checkpoints.filter(({ index }) => index % branch.spacing === 0);
}

export function checkpointBefore({ checkpoints }: Branch, index: number): Checkpoint {
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((checkpoints[middle] as Checkpoint).index <= index) low = middle;
    else high = middle - 1;
  }
  return checkpoints[low] as Checkpoint;
}

/** The last position at or before a time. */
export const indexAt = (branch: Pick<Branch, 'times'>, at: Micros): number => branch.times.lastUpTo(at);
