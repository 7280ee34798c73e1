/** Every model that is weaker than linearizability. */
import type { History } from '../history';
import type { Judgement, JudgeOptions } from '../judgement';
import type { ModelName, ObjectName } from '../names';

export function weaker(
  _history: History,
  _object: ObjectName,
  _model: Exclude<ModelName, 'linearizable'>,
  _options: JudgeOptions,
): Judgement {
  return { verdict: 'unknown', reason: 'Nobody has looked yet.', operations: [], steps: 0 };
}
