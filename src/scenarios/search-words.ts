/** What was searched and found, in words: the same at the prompt and on the page. */

import type { Command, LinkRef, MessageRef } from '#/kernel';
import type { Searched } from './search';

const message = ({ copy, from, kind, nth, to }: MessageRef): string =>
  `${kind} ${nth}${copy ? `, copy ${copy},` : ''} from ${from} to ${to}`;

const ways = (links: readonly LinkRef[]): string =>
  links.length > 4
    ? `${links.length} directions of links`
    : links.map(({ from, to }) => `${from} to ${to}`).join(', ');

const ms = (us: number): string => `${us / 1000} ms`;

/** One thing done to a run. */
export function stepText(command: Command): string {
  switch (command.verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
      return `${command.verb} ${message(command.message)}`;
    case 'delay':
      return `delay ${message(command.message)} by ${ms(command.byUs)}`;
    case 'cut':
    case 'mend':
      return `${command.verb} ${ways(command.links)}`;
    case 'rule': {
      const rules = Object.entries(command.rules).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
      return `set ${rules.join(', ')} on ${ways(command.links)}`;
    }
    case 'crash': {
      const { afterEffect, node, on } = command;
      if (afterEffect === undefined) return `crash ${node}`;
      return `crash ${node} after ${afterEffect} effects of the next ${on ?? 'thing it handles'}`;
    }
    case 'slow':
      return `slow ${command.node} by ${command.factor}`;
    case 'clock': {
      const { driftPpm, node, offsetUs, slewUs, stepUs } = command;
      const changes = [
        driftPpm === undefined ? [] : [`drifts by ${driftPpm} ppm`],
        stepUs === undefined ? [] : [`steps by ${ms(stepUs)}`],
        offsetUs === undefined ? [] : [`is off by ${ms(offsetUs)}`],
        slewUs === undefined ? [] : [`is slewed by ${ms(slewUs)}`],
      ].flat();
      return `the clock of ${node} ${changes.join(' and ')}`;
    }
    case 'set':
      return `set ${command.param} to ${command.value}`;
    case 'invoke':
      return `${command.node} calls ${command.op.f} ${JSON.stringify(command.op.value ?? null)}`;
    default:
      return `${command.verb} ${command.node}`;
  }
}

/** 50816 as 50,816. */
const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

const counted = (n: number, one: string, many: string): string => `${thousands(n)} ${n === 1 ? one : many}`;

/** What a search may claim, and not more: where nothing was found, how far it looked. `asked`: schedules there were to be. */
export function searchedText({ found, properties, schedules, undecided }: Searched, asked: number): string {
  const survived = counted(schedules, 'schedule', 'schedules');
  if (found) {
    const way = found.nth === 0 ? 'in the calm run' : `in storm ${found.nth}`;
    return `“${found.property}” is broken ${way}, after ${survived} without a violation.`;
  }
  const what = properties.map((name) => `“${name}”`).join(', ');
  const rest = schedules < asked ? ` The budget ran out before the ${thousands(asked)} asked for.` : '';
  const unknown = undecided.length > 0 ? ` Not all could be judged: ${undecided[0]}` : '';
  return `No violation of ${what} in ${survived}. That is no proof.${rest}${unknown}`;
}
