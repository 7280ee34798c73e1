/** What a figure knows of the stamps of its run. The player satisfies it; so can a fixture. */

import { createContext, useContext } from 'react';
import type { Counts, Entry, Scenario, StampKind, StampOf } from '#/scenarios';
import type { StampLayer } from '../tape/stamp-layer';

export type Stamp = StampOf<StampKind>;

export interface Stamping {
  /** The stamp of every entry at its index; null where the trace does not begin with the run. */
  of(kind: StampKind, trace: readonly Entry[]): readonly (Stamp | null)[] | null;
  /** Whose counts differ from one vector to the next. */
  readonly changed: (before: Counts, after: Counts) => readonly string[];
  /** What a node may count on about its clock at the start, where stamps are intervals. */
  readonly uncertainty: NonNullable<Scenario['uncertainty']>;
}

/** The stamps a figure shows, for every view in it. */
export interface ShownStamps extends StampLayer {
  readonly kind: StampKind;
  /** The clock that gives them, as a column is called: "Lamport clock". */
  readonly name: string;
  /** The whole stamp in words; null where there is none. */
  readonly words: (entry: Entry, trace: readonly Entry[]) => string | null;
}

const Shown = createContext<ShownStamps | null>(null);
export const StampsProvider = Shown.Provider;

/** Null where no clock is shown. */
export const useStamps = (): ShownStamps | null => useContext(Shown);
