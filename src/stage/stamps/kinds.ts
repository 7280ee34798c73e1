/** The clocks whose stamps a tape can show: what they are called, and what is written in their stamps. */

import type { StampKind } from '#/scenarios';
import { skewText } from '../words';
import type { Stamping } from './stamping';

export interface StampKindWords {
  readonly name: string;
  /** How to read a stamp on the tape. */
  readonly legend: (nodes: readonly string[], uncertainty: Stamping['uncertainty']) => string;
}

export const stampWords: Readonly<Record<StampKind, StampKindWords>> = {
  lamport: {
    name: 'Lamport clock',
    legend: () =>
      'A number that is larger than that of everything that led to the event. 5–8: four at one moment.',
  },
  vector: {
    name: 'Vector clock',
    legend: (nodes) =>
      `How many events are known of ${nodes.join(' · ')}, in this order. What has just changed is underlined.`,
  },
  hlc: {
    name: 'Hybrid logical clock',
    legend: () => 'The largest wall clock heard of, in ms, and + a count of events that share it.',
  },
  oracle: {
    name: 'Timestamp oracle',
    legend: () =>
      'The place of the event in the one order of all: what an oracle would give that is reached at once.',
  },
  interval: {
    name: 'Interval that holds true time',
    legend: (_, { boundUs, driftPpm }) =>
      `From the earliest to the latest that it can be, as the node knows it. Promised of each clock at the start: at most ${skewText(boundUs).slice(1)} off, and ${driftPpm} ppm of drift.`,
  },
};

export const stampKindNames = Object.keys(stampWords) as StampKind[];
