/** What goes to the judges and what comes back, word by word, as plain data that can cross to a worker. */

import type { Budget, History, Judgement, ModelName, ObjectName } from '#/scenarios';

export interface Question {
  readonly history: History;
  readonly object: ObjectName;
  /** Judged one after the other, in this order. */
  readonly models: readonly ModelName[];
  readonly budget: Budget;
}

export type Word =
  | { readonly type: 'BEGUN'; readonly model: ModelName }
  | { readonly type: 'STEPS'; readonly model: ModelName; readonly steps: number }
  | { readonly type: 'JUDGED'; readonly model: ModelName; readonly judgement: Judgement }
  | { readonly type: 'FINISHED' }
  /** Nobody could judge at all. */
  | { readonly type: 'FAILED'; readonly reason: string }
  /** There is no worker: what follows is judged on the page, and not as far. */
  | { readonly type: 'ON_PAGE' };

export type Hear = (word: Word) => void;
