/** One future of a recording: its steps, what is kept of its trace, and the checkpoints from which any position is rebuilt. */

import { Column } from './column';
import type { Command } from './command';
import { isLandmark } from './kept';
import type { WorldState } from './state';
import type { Entry } from './trace';
import type { Choice } from './untimed';
import { type Micros, sizeOf } from './values';

/** Something done to a run: after `index` events, at a virtual time, a command or (in an explored run) a choice. */
export type Step =
  | { readonly index: number; readonly at: Micros; readonly command: Command }
  | { readonly index: number; readonly choice: Choice };

export interface Checkpoint {
  readonly index: number;
  readonly state: WorldState;
  /** Of how many values the state is made. */
  readonly size: number;
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
  /** How many events lie between two checkpoints at least. */
  spacing: number;
  /** The position at or after which the next one is due. */
  due: number;
  /** What the recording's fold has made of all entries up to the frontier. */
  folded: unknown;
}

const SPACING = 1_000;
/** With more than this, or more values in all, every second one goes: a long run is replayed a little further. */
const MOST_CHECKPOINTS = 200;
const MOST_VALUES = 4_000_000;
/** A state of many values is copied more rarely, so that copying stays a small part of running. */
const EVENTS_A_VALUE = 0.05;

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
    checkpoints: [{ index: 0, state, size: sizeOf(state), folded: null }],
    spacing: SPACING,
    due: 0,
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
    due: index,
    folded,
  };
}

/** Whether the frontier is a place for a checkpoint. */
export const isDue = ({ spacing, due }: Branch, index: number): boolean =>
  index % spacing === 0 && index >= due;

/** Adds a checkpoint at the frontier. */
export function addCheckpoint(branch: Branch, index: number, state: WorldState, folded: unknown): void {
  const size = sizeOf(state);
  branch.checkpoints.push({ index, state, size, folded });
  branch.due = index + Math.floor(size * EVENTS_A_VALUE);
  for (;;) {
    const values = branch.checkpoints.reduce((sum, one) => sum + one.size, 0);
    const few = branch.checkpoints.length <= MOST_CHECKPOINTS && values <= MOST_VALUES;
    if (few || branch.checkpoints.length < 3) return;
    branch.spacing *= 2;
    branch.checkpoints = branch.checkpoints.filter((one) => one.index % branch.spacing === 0);
  }
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
