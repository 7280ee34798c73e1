/** One question to one judge. */

import type { History } from './history';
import type { Judgement, JudgeOptions } from './judgement';
import { linearizable } from './linearizable';
import type { ModelName, ObjectName } from './names';
import { weaker } from './weaker';

/** Whether a history of such an object is what the model allows. The same question always has the same answer. */
export function judge(
  history: History,
  object: ObjectName,
  model: ModelName,
  options: JudgeOptions = {},
): Judgement {
  return model === 'linearizable'
    ? linearizable(history, object, options)
    : weaker(history, object, model, options);
}
