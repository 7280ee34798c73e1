/** A fold of a trace: something small that is kept up to date entry by entry, so that a long run need not keep them all. */

import type { Entry } from './trace';

export interface Fold<S> {
  begin(): S;
  /** Takes the next entry in, changing the state in place. */
  take(state: S, entry: Entry): void;
  /** A state that says the same and goes its own way: for checkpoints and branches. */
  copy(state: S): S;
}
