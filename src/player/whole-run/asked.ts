/** What goes to whoever computes a whole run and what comes back, as plain data, so that it can cross to a worker. */

import type { Step } from '#/kernel';
import type { Metrics, Scenario, Stretch, Variant, WholeRun } from '#/scenarios';

export interface Asked {
  readonly scenario: Scenario;
  readonly variant?: Variant;
  /** What a person did to the run. */
  readonly steps?: readonly Step[];
}

export type Told =
  /** `closed`: the stretches that are over and have not been told of yet; null where there is no load. */
  | { readonly is: 'going on'; readonly share: number; readonly closed: readonly Stretch[] | null }
  | { readonly is: 'done'; readonly run: WholeRun }
  /** Why it cannot be computed, as a sentence. */
  | { readonly is: 'failed'; readonly why: string };

/** How far it has come: from 0 to 1 of its time, and the metrics of what has been. */
export interface Progress {
  readonly share: number;
  readonly metrics: Metrics | null;
}
