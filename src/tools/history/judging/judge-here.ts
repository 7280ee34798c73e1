/**
 * Judges on the page itself, where there is no worker: a model at a time, with a pause between, and with so small a
 * budget that the page goes on answering. What it cannot decide it leaves unknown.
 */

import type { Budget } from '#/scenarios';
import type { Hear, Question } from './question';

export const SMALL: Budget = { steps: 20_000, bytes: 16 * 1024 * 1024 };

/** Returns how to stop. */
export function judgeHere(question: Question, hear: Hear): () => void {
  let stopped = false;
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  async function all(): Promise<void> {
    const { judgeModel } = await import('./judge-model');
    for (const model of question.models) {
      await pause();
      if (stopped) return;
      hear({ type: 'BEGUN', model });
      hear({ type: 'JUDGED', model, judgement: judgeModel({ ...question, budget: SMALL }, model, hear) });
    }
    hear({ type: 'FINISHED' });
  }
  hear({ type: 'ON_PAGE' });
  all().catch((error: unknown) => {
    if (!stopped) hear({ type: 'FAILED', reason: error instanceof Error ? error.message : String(error) });
  });
  return () => {
    stopped = true;
  };
}
