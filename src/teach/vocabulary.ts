/** The components an author's page may use. Closed and small: what is not here is prose. */

import { Beats } from './parts/Beats';
import { Bet } from './parts/Bet';
import { Bites } from './parts/Bites';
import { Chip } from './parts/Chip';
import { Claims } from './parts/Claims';
import { Faded } from './parts/Faded';
import { Hook } from './parts/Hook';
import { Model } from './parts/Model';
import { Quiz } from './parts/Quiz';
import { Reconcile } from './parts/Reconcile';
import { Sandbox } from './parts/Sandbox';
import { Sources } from './parts/Sources';
import { Stage } from './parts/Stage';
import { Term } from './parts/Term';
import { Twin } from './parts/Twin';
import { Puzzle } from './puzzle/Puzzle';

export const vocabulary = {
  Hook,
  Bet,
  Beats,
  Reconcile,
  Chip,
  Term,
  Claims,
  Twin,
  Stage,
  Puzzle,
  Faded,
  Bites,
  Model,
  Quiz,
  Sandbox,
  Sources,
};
