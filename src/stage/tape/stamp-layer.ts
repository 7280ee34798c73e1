/** What a figure may draw at the events of its tape, without the tape knowing what it is: the stamps of a clock. */

import type { ReactNode } from 'react';
import type { Entry } from '#/scenarios';
import type { Frame, Lanes } from './frame';
import type { Box, LabelWish, PlacedLabel } from './place-labels';
import type { RelationOf } from './relation';

/** The stamps of one window. */
export interface StampPlan {
  readonly wishes: readonly LabelWish[];
  /** Where no words may stand. */
  readonly taken: readonly Box[];
  /** What stands whether there is room for words or not. Clipped to the plot. */
  readonly under: (relationOf: RelationOf) => ReactNode;
  /** The wishes that found room, drawn over everything that is on the tape. */
  readonly over: (placed: readonly PlacedLabel[], relationOf: RelationOf) => ReactNode;
}

/** A new object is a new drawing. */
export interface StampLayer {
  /** `crowded`: the window has more in it than can be drawn one by one. */
  readonly plan: (trace: readonly Entry[], frame: Frame, lanes: Lanes, crowded: boolean) => StampPlan;
}
