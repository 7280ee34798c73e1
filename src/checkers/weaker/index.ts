/** Every model that is weaker than linearizability, each by a definition of its own file. */

import type { History } from '../history';
import type { Judgement, JudgeOptions } from '../judgement';
import type { ModelName, ObjectName } from '../names';
import { whyNoMemory } from './applies';
import { convergent } from './convergent';
import { causals, definitions } from './definitions';
import { differing } from './differing';
import { memoryOf } from './memory';
import { judgeMemory } from './reads-and-writes';
import { sequential } from './sequential';

export function weaker(
  history: History,
  object: ObjectName,
  model: Exclude<ModelName, 'linearizable'>,
  options: JudgeOptions = {},
): Judgement {
  if (model === 'convergent') return convergent(history);
  if (model === 'sequential') return sequential(history, object, options);
  const reason = whyNoMemory(history, object, model);
  if (reason !== null) return { verdict: 'not-applicable', reason, operations: [], steps: 0 };
  const definition = definitions[model];
  const memory = memoryOf(history);
  const judgement = judgeMemory(definition, memory, options);
  if (!causals.includes(definition)) return judgement;
  const note = differing(definition, judgement, causals, memory, options);
  return note === null ? judgement : { ...judgement, reason: `${judgement.reason} ${note}` };
}
