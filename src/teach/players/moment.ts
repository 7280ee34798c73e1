/** One happening with its time, as a sentence. */

import type { Entry, Scenario } from '#/scenarios';
import { clause, timeText } from '#/stage';

export function momentWords(entry: Entry, scenario: Scenario): string {
  const said = `At ${timeText(entry.at)} ${clause(entry, scenario)}`;
  return said.endsWith('…') ? said : `${said}.`;
}
