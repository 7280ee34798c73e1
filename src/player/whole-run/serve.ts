/** Computes a whole run bit by bit and tells of it: the same in a worker, on a page without workers, and in a test. */

import { Computation, loadProtocol, type Stretch } from '#/scenarios';
import type { Asked, Told } from './asked';

/** Minutes of any scenario there is: a run that has more is one that feeds itself. */
const MOST_EVENTS = 20_000_000;

export interface ServeOptions {
  /** How many events are taken between two words: in a worker as many as take a tenth of a second. */
  readonly atOnce?: number;
  readonly mostEvents?: number;
  /** Waits for others to have their turn; what it comes to says whether to go on. */
  readonly pause?: () => Promise<boolean>;
}

export async function serve(
  { scenario, variant = {}, steps = [] }: Asked,
  tell: (told: Told) => void,
  { atOnce = 40_000, mostEvents = MOST_EVENTS, pause }: ServeOptions = {},
): Promise<void> {
  try {
    const computation = new Computation(scenario, await loadProtocol(scenario.protocol), variant, steps);
    let known = 0;
    const news = (): readonly Stretch[] | null => {
      const stretches = computation.metrics()?.stretches;
      const closed = stretches?.slice(known) ?? null;
      known = stretches?.length ?? 0;
      return closed;
    };
    while (computation.go(atOnce)) {
      if (computation.events > mostEvents) {
        throw new Error(
          `This run has more than ${mostEvents / 1_000_000} million events, and is left there.`,
        );
      }
      tell({ is: 'going on', share: computation.share, closed: news() });
      if (pause && !(await pause())) return;
    }
    tell({ is: 'done', run: computation.result() });
  } catch (error) {
    tell({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}
