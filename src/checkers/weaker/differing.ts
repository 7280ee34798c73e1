/** A word on definitions of one name that come to different verdicts on a history. */

import { type Judgement, type JudgeOptions, usualBudget } from '../judgement';
import type { ModelName } from '../names';
import type { Definition } from './definition';
import type { Memory } from './memory';
import { verdictOf } from './reads-and-writes';

/** A remark is not worth more. */
const STEPS = 200_000;

const called: Partial<Record<ModelName, string>> = {
  causal: 'causal memory',
  'causal-convergence': 'causal convergence',
  'weak-causal': 'weak causal consistency',
};

/** Null where they agree, as far as that is known. */
export function differing(
  definition: Definition,
  { verdict }: Judgement,
  all: readonly Definition[],
  memory: Memory,
  options: JudgeOptions,
): string | null {
  if (verdict === 'unknown') return null;
  const budget = { ...usualBudget, ...options.budget };
  const others = all
    .filter((other) => other !== definition)
    .map(({ model, ...other }) => ({
      model,
      verdict: verdictOf({ model, ...other }, memory, {
        budget: { ...budget, steps: Math.min(budget.steps, STEPS) },
      }),
    }))
    .filter((other) => other.verdict !== 'unknown' && other.verdict !== verdict)
    .map(({ model }) => called[model]);
  if (others.length === 0) return null;
  const does = verdict === 'ok' ? 'not so' : 'it holds';
  return `Definitions of causal consistency differ here: by ${others.join(' and by ')} ${does}.`;
}
