/** Branches are named by what made them, so that a list of them reads as a list of what-ifs. */

import type { Branch, Scenario } from '#/scenarios';
import { commandWords } from './command-words';
import { capital } from './names';
import { timeText } from './time';

/** "Cut browser–payment at 84 ms", "Without: cut browser–payment at 84 ms", "The first run". */
export function branchName(branch: Pick<Branch, 'cause'>, scenario: Scenario): string {
  const { cause } = branch;
  if (cause === null) return 'The first run';
  const done = `${commandWords(cause.command, scenario)} at ${timeText(cause.at)}`;
  return cause.undone ? `Without: ${done}` : capital(done);
}
