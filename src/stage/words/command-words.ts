/** Commands as short imperatives: the names of branches, of undo, and of what a script does. */

import type { Command, Scenario } from '#/scenarios';
import { linksShort } from './link-words';
import { messageName, nodeName, ordinal, valueText } from './names';
import { skewText, timeText } from './time';

/** A share of one as a percentage: "30 %". */
const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

function ruleWords(rules: Extract<Command, { verb: 'rule' }>['rules']): string {
  const said: string[] = [];
  if (rules.loss !== undefined) said.push(`loss ${percent(rules.loss)}`);
  if (rules.duplicate !== undefined) said.push(`duplication ${percent(rules.duplicate)}`);
  if (rules.reorder !== undefined) said.push(`detours ${percent(rules.reorder)}`);
  if (rules.fifo !== undefined) said.push(rules.fifo ? 'order kept' : 'order not kept');
  if (rules.latency !== undefined) {
    const { latency } = rules;
    const least = latency.profile === 'constant' ? latency.us : latency.minUs;
    said.push(`latency ${latency.profile === 'constant' ? '' : 'from '}${timeText(least)}`);
  }
  if (rules.bandwidth !== undefined) said.push(rules.bandwidth ? 'a narrow link' : 'a wide link');
  return said.join(', ') || 'rules';
}

/** The knob bound to a parameter gives it a name, a unit and a scale; without one its own name must do. */
function setWords(scenario: Scenario, param: string, value: unknown): string {
  const knob = scenario.knobs.find((k) => 'param' in k.bind && k.bind.param === param);
  if (!knob || !('param' in knob.bind)) return `set ${param} to ${valueText(value)}`;
  const label = knob.label.charAt(0).toLowerCase() + knob.label.slice(1);
  const { kind } = knob;
  if (kind === 'switch') return `turn ${label} ${value ? 'on' : 'off'}`;
  if (Array.isArray(kind)) {
    return `set ${label} to ${kind.find((k) => k.value === value)?.label ?? valueText(value)}`;
  }
  const shown = typeof value === 'number' ? value / (knob.bind.scale ?? 1) : value;
  return `set ${label} to ${valueText(shown)}${kind.unit ? ` ${kind.unit}` : ''}`;
}

function clockWords(name: string, command: Extract<Command, { verb: 'clock' }>): string {
  const said: string[] = [];
  if (command.stepUs !== undefined) said.push(`step the clock of ${name} by ${skewText(command.stepUs)}`);
  if (command.offsetUs !== undefined) said.push(`set the clock of ${name} ${skewText(command.offsetUs)} off`);
  if (command.driftPpm !== undefined) said.push(`let the clock of ${name} drift by ${command.driftPpm} ppm`);
  if (command.slewUs !== undefined) said.push(`slew the clock of ${name} by ${skewText(command.slewUs)}`);
  return said.join(' and ') || `leave the clock of ${name} alone`;
}

/** "cut browser–payment", "crash payment after its first effect", "set time-out to 200 ms". No full stop. */
export function commandWords(command: Command, scenario: Scenario): string {
  const node = 'node' in command ? nodeName(scenario, command.node) : '';
  switch (command.verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
      return `${command.verb} ${messageName(scenario, command.message)}`;
    case 'delay':
      return `delay ${messageName(scenario, command.message)} by ${timeText(command.byUs)}`;
    case 'cut':
    case 'mend':
      return `${command.verb} ${linksShort(scenario, command.links)}`;
    case 'rule':
      return `${ruleWords(command.rules)} on ${linksShort(scenario, command.links)}`;
    case 'crash': {
      const when =
        command.afterEffect === undefined
          ? ''
          : command.afterEffect === 0
            ? ' before its next effect'
            : ` after its ${ordinal(command.afterEffect)} effect`;
      return `crash ${node}${when}${command.disk === 'lost' ? ', disk lost' : ''}`;
    }
    case 'disarm':
      return `call off the crash of ${node}`;
    case 'restart':
    case 'pause':
    case 'resume':
      return `${command.verb} ${node}`;
    case 'slow':
      return command.factor === 1 ? `full speed for ${node}` : `slow ${node} down ${command.factor} times`;
    case 'clock':
      return clockWords(node, command);
    case 'set':
      return setWords(scenario, command.param, command.value);
    case 'invoke': {
      const same = JSON.stringify(command);
      const action = scenario.actions.find((a) => JSON.stringify(a.command) === same);
      const value = command.op.value === undefined ? '' : ` ${valueText(command.op.value)}`;
      return action
        ? `${action.label.charAt(0).toLowerCase()}${action.label.slice(1)}`
        : `${command.op.f}${value} at ${node}`;
    }
  }
}
