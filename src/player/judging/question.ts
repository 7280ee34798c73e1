/** What goes to a judge and what comes back, as plain data, so that it can cross to a worker. */

import type { Budget, History, Judgement, ModelName, ObjectName } from '#/scenarios';

export interface Question {
  readonly history: History;
  readonly object: ObjectName;
  /** In the order in which the judgements come back. */
  readonly models: readonly ModelName[];
  readonly budget: Partial<Budget>;
}

/** Called once, with a judgement for each model of the question. */
export type Hear = (judgements: readonly Judgement[]) => void;
