/**
 * Judges on the page itself, where there is no worker: a model at a time, when nothing else is to be done, and with
 * so small a budget that no frame waits for it. What it cannot decide it leaves unknown.
 */

import type { Budget, Judgement } from '#/scenarios';
import type { Hear, Question } from './question';

const TINY: Budget = { steps: 4_000, bytes: 4 * 1024 * 1024 };

/** Safari has no idle callbacks; a pause is as good. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 30);
  });

/** `wanted` says whether anybody still waits for the answer. */
export async function judgeIdly(question: Question, wanted: () => boolean, hear: Hear): Promise<void> {
  const { judgeOne } = await import('./judge-one');
  const judgements: Judgement[] = [];
  for (const model of question.models) {
    await idle();
    if (!wanted()) return;
    judgements.push(judgeOne({ ...question, budget: TINY }, model));
  }
  hear(judgements);
}
