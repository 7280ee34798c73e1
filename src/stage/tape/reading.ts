/**
 * How a tape reads a run at a position: as the story of all of it, of the part in sight where there is much more, or,
 * where even that part is too much, as traffic.
 */

import type { Entry, Micros } from '#/scenarios';
import type { Run } from '../run';
import type { Frame } from './frame';
import { Shelf, type Story } from './story';
import { Traffic } from './traffic';

/** More entries than this in sight are not looked at one by one. */
export const BUSY = 6_000;
/** A longer trace is read in part. */
const LONG = 20_000;
/** Before what is in sight, so that messages on their way into it are known. */
const MARGIN = 2_000;
const TRAFFICS_KEPT = 6;

export interface Reading {
  readonly story: Story;
  /** What lasts: nodes down or paused, links cut. Of the whole run, whatever else is read. */
  readonly lasting: Story;
  readonly traffic: Traffic | null;
}

/** The place of the first entry at or after a time. */
function placeOf(trace: readonly Entry[], at: Micros): number {
  let [low, high] = [0, trace.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trace[middle] as Entry).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Reader {
  private readonly shelf = new Shelf();
  private readonly landmarks = new Shelf();
  private readonly traffics = new WeakMap<Run, Map<string, Traffic>>();

  /** The story of a trace that is not long. */
  storyOf(trace: readonly Entry[]): Story {
    return this.shelf.storyOf(trace);
  }

  read(run: Run, trace: readonly Entry[], { from }: Pick<Frame, 'from'>): Reading {
    const first = trace[0]?.id ?? 0;
    const landmarks = run.landmarks?.();
    if (!landmarks || (first === 0 && trace.length <= BUSY)) {
      const story = this.shelf.storyOf(trace);
      return { story, lasting: story, traffic: null };
    }
    const lasting = this.landmarks.storyOf(landmarks);
    // Counted also while nobody sees it, so that nothing is missing when one looks again from further off.
    const traffic = this.trafficOf(run).readOn(trace);
    const inSight = placeOf(trace, from);
    if (trace.length - inSight > BUSY) return { story: lasting, lasting, traffic };
    if (first === 0 && trace.length <= LONG) {
      return { story: this.shelf.storyOf(trace), lasting, traffic: null };
    }
    // It begins at a round entry, so that it can be read on as the window moves.
    const start = Math.max(0, Math.floor((first + inSight) / MARGIN - 1) * MARGIN - first);
    return { story: this.shelf.storyOf(trace.slice(start)), lasting, traffic: null };
  }

  private trafficOf(run: Run): Traffic {
    const { run: number, branch } = run.store.getState();
    const kept = this.traffics.get(run) ?? new Map<string, Traffic>();
    this.traffics.set(run, kept);
    const key = `${number} ${branch}`;
    const known = kept.get(key) ?? this.forked(run, number, branch, kept);
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > TRAFFICS_KEPT) kept.delete(kept.keys().next().value as string);
    return known;
  }

  private forked(run: Run, number: number, id: number, kept: ReadonlyMap<string, Traffic>): Traffic {
    const { pace } = run.scenario;
    const branch = run.branches[id];
    const parent = branch && branch.parent !== null && kept.get(`${number} ${branch.parent}`);
    if (!parent) return new Traffic(pace);
    const forkedAt = branch.times.at(branch.forkedAt) as Micros;
    const before = Math.floor(forkedAt / parent.slotUs) * parent.slotUs;
    if (before === 0) return new Traffic(pace);
    return parent.fork(branch.ends.at(branch.times.lastUpTo(before - 1)) as number, before);
  }
}
