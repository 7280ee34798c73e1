/** One model of a question. A judge that fails is one that does not know, and says why: the page goes on. */

import { type Judgement, judge, type ModelName } from '#/scenarios';
import type { Question } from './question';

export function judgeOne({ history, object, budget }: Question, model: ModelName): Judgement {
  try {
    return judge(history, object, model, { budget });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { verdict: 'unknown', reason: `The judge itself failed: ${why}`, operations: [], steps: 0 };
  }
}
