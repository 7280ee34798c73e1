/** Whole runs with their metrics, computed beside the page. What computes them is fetched when one is asked for. */

import type { WholeRun } from '#/scenarios';
import type { Wanted } from './line';

export type { Progress } from './asked';
export type { Wanted } from './line';

/** Rejects with a sentence where the run cannot be computed, and with the signal's reason once nobody wants it. */
export const computeWholeRun = async (wanted: Wanted): Promise<WholeRun> =>
  (await import('./line')).pageLine().ask(wanted);
