/**
 * What was done to the world, and when: the moments that charts are read against. A moment that the scenario names is
 * called what it calls it; anything else what the command does.
 */

import type { Command, Entry, Micros, Scenario } from '#/scenarios';
import { capital, commandWords } from '../words';

export interface Trigger {
  readonly entry: number;
  readonly at: Micros;
  readonly words: string;
}

/** The scenario's word for the n-th command of a verb, both counted as its moments count them. */
function named(scenario: Scenario, verb: Command['verb'], nth: number): string | undefined {
  return Object.values(scenario.moments).find(
    ({ when }) => when.type === 'command' && when.verb === verb && (when.nth ?? 1) === nth,
  )?.label;
}

function wordsOf(command: Command, scenario: Scenario, nth: number): string {
  const same = JSON.stringify(command);
  const action = scenario.actions.find((a) => JSON.stringify(a.command) === same);
  return named(scenario, command.verb, nth) ?? action?.label ?? capital(commandWords(command, scenario));
}

/** All that took effect, but for calls somebody made: those are the load itself. Of entries from the run's start. */
export function triggersOf(trace: readonly Entry[], scenario: Scenario): readonly Trigger[] {
  const found: Trigger[] = [];
  const counts = new Map<string, number>();
  for (const entry of trace) {
    if (entry.type !== 'command' || entry.refused !== null || entry.command.verb === 'invoke') continue;
    const { command, at, id } = entry;
    const nth = (counts.get(command.verb) ?? 0) + 1;
    counts.set(command.verb, nth);
    found.push({ entry: id, at, words: capital(wordsOf(command, scenario, nth)) });
  }
  return found;
}
