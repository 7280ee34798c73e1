/** One model of a question. A judge that fails is one that does not know, and says why: the others go on. */

import { type Judgement, judge, type ModelName } from '#/scenarios';
import type { Hear, Question } from './question';

export function judgeModel({ history, object, budget }: Question, model: ModelName, hear: Hear): Judgement {
  try {
    return judge(history, object, model, {
      budget,
      progress: (steps) => hear({ type: 'STEPS', model, steps }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { verdict: 'unknown', reason: `The judge itself failed: ${why}`, operations: [], steps: 0 };
  }
}
