/**
 * What is kept of a trace: all of it, or in a long run its end. Ids go on counting from the start of the run, so an
 * entry is found by its id through here, and what came before the first entry is no longer at hand.
 */

import type { Entry, EntryType } from './trace';

/** The id of the first entry that is kept; 0 where nothing is missing. */
export const firstId = (trace: readonly Entry[]): number => trace[0]?.id ?? 0;

/** The entry of an id; undefined when it is before what is kept, or after the end. */
export const entryOf = (trace: readonly Entry[], id: number): Entry | undefined => trace[id - firstId(trace)];

/** How many entries the run has had at the end of this trace: one more than the last id. */
export const entriesTo = (trace: readonly Entry[]): number => firstId(trace) + trace.length;

/** What is rare and matters for as long as the run lasts: what was done to it, and whether nodes are up and on time. */
const LANDMARKS: ReadonlySet<EntryType> = new Set([
  'command',
  'crashed',
  'restarted',
  'paused',
  'resumed',
  'slowed',
  'clock changed',
]);

export const isLandmark = (entry: Entry): boolean => LANDMARKS.has(entry.type);

/** Lets go of the oldest in one large step, when there are twice as many as should be kept. */
export function trim(trace: Entry[], most: number): void {
  if (trace.length >= 2 * most) trace.splice(0, trace.length - most);
}
