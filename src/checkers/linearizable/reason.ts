/** Why, in a sentence. */

import type { History } from '../history';
import type { SequentialObject } from '../objects';

export const reasonFor = (
  _history: History,
  _object: SequentialObject,
  operations: readonly number[],
): string => `No order of these ${operations.length} operations gives every one of them the answer it got.`;
