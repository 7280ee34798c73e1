/**
 * Drives a search a slice of time at a time, and tells how far it is after each. In a worker slices are long, on the
 * page so short that no frame waits for them.
 */

import { loadProtocol, searchScenario } from '#/scenarios';
import type { Hear, Question } from './question';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Returns how to stop; nothing is heard after that. */
export function drive({ options, scenario }: Question, hear: Hear, sliceMs: number): () => void {
  let stopped = false;
  async function all(): Promise<void> {
    const looking = searchScenario(scenario, await loadProtocol(scenario.protocol), options);
    while (!stopped) {
      const until = performance.now() + sliceMs;
      let next = looking.next();
      while (!next.done && performance.now() < until) next = looking.next();
      if (next.done) return hear({ type: 'DONE', searched: next.value });
      hear({ type: 'PROGRESS', progress: next.value });
      await pause();
    }
  }
  all().catch((error: unknown) => {
    if (!stopped) hear({ type: 'FAILED', reason: error instanceof Error ? error.message : String(error) });
  });
  return () => {
    stopped = true;
  };
}
