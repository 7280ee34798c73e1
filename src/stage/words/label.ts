/** An entry in a word or three, for a label in a drawing or a tick on a line. */

import type { Entry, Scenario } from '#/scenarios';
import { linksShort } from './link-words';
import { kindWords, valueText } from './names';
import { skewText, timeText } from './time';

export function label(entry: Entry, scenario: Scenario): string {
  switch (entry.type) {
    case 'sent':
      return `${kindWords(scenario, entry.kind)} leaves`;
    case 'delivered':
      return `${kindWords(scenario, entry.kind)} arrives`;
    case 'dropped':
      return `${kindWords(scenario, entry.kind)} lost`;
    case 'duplicated':
      return `${kindWords(scenario, entry.kind)} ×${entry.copy + 1}`;
    case 'held':
    case 'released':
      return `${kindWords(scenario, entry.kind)} ${entry.type}`;
    case 'delayed':
      return `${kindWords(scenario, entry.kind)} +${timeText(entry.byUs)}`;
    case 'timer set':
      return `${entry.name}, ${timeText(entry.delayUs)}`;
    case 'timer fired':
      return `${entry.name} fires`;
    case 'timer cancelled':
      return `${entry.name} cancelled`;
    case 'persisted':
      return `writes ${entry.key}`;
    case 'slowed':
      return entry.factor === 1 ? 'full speed' : `${entry.factor} times slower`;
    case 'clock changed':
      if (entry.slewUs !== undefined) return `slews ${skewText(entry.slewUs)}`;
      return entry.jumpUs === 0 ? `drift ${entry.driftPpm} ppm` : `clock ${skewText(entry.jumpUs)}`;
    case 'command':
      return entry.command.verb === 'cut' || entry.command.verb === 'mend'
        ? `${entry.command.verb} ${linksShort(scenario, entry.command.links)}`
        : entry.command.verb;
    case 'invoked':
      return entry.value === null ? entry.f : `${entry.f} ${valueText(entry.value, 12)}`;
    case 'completed':
      return entry.outcome;
    case 'late':
      return 'late answer';
    case 'waits':
      return `${entry.name} waits`;
    case 'chose':
      return `chance: ${entry.value + 1} of ${entry.n}`;
    case 'note':
      return valueText(entry.text, 24);
    default:
      return entry.type;
  }
}
