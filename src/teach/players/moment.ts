/** One happening with its time, as a sentence. */

import type { Entry, Scenario } from '#/scenarios';
import { clause, timeText } from '#/stage';

export const momentWords = (entry: Entry, scenario: Scenario): string =>
  `At ${timeText(entry.at)} ${clause(entry, scenario)}.`;
