/** Running a scenario to its end, and asking the finished run questions. */

import {
  canonical,
  count,
  type Entry,
  find,
  type OperationRecord,
  operationsOf,
  type View,
  World,
} from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from './build';
import type { Check } from './schema/claim';
import type { Scenario, Variant } from './schema/scenario';

export interface Finished {
  /** Who took part, with the names that people call them by. */
  readonly nodes: Scenario['nodes'];
  readonly trace: readonly Entry[];
  readonly view: View;
  readonly operations: readonly OperationRecord[];
}

export function finish(scenario: Scenario, module: ProtocolModule, variant: Variant = {}): Finished {
  const world = new World(worldConfig(scenario, module, variant), module.protocol).run();
  return {
    nodes: scenario.nodes,
    trace: world.trace,
    view: world.view(),
    operations: operationsOf(world.trace),
  };
}

/** Whether a check holds of a run; `said` is what the run itself says, for messages and feedback. */
export function holds(
  check: Check,
  run: Finished,
  scenario: Scenario,
  module: ProtocolModule,
): { readonly holds: boolean; readonly said: string } {
  if ('outcome' in check) {
    const observer = module.observers[scenario.observe ?? ''];
    const said = observer ? observer(run.view) : 'the scenario names no observer';
    return { holds: said === check.outcome, said };
  }
  if ('count' in check) {
    const n = count(check.count, run.trace);
    const fits =
      (check.is === undefined || n === check.is) &&
      (check.atLeast === undefined || n >= check.atLeast) &&
      (check.atMost === undefined || n <= check.atMost);
    return { holds: fits, said: `${n} times` };
  }
  if ('earlier' in check) {
    const first = find(check.earlier, run.trace);
    const later = find(check.later, run.trace);
    return {
      holds: first !== null && later !== null && first.id < later.id,
      said: `${first ? `at ${first.at} µs` : 'never'}, then ${later ? `at ${later.at} µs` : 'never'}`,
    };
  }
  if ('list' in check) {
    const list = run.view.nodes.find((n) => n.id === check.node)?.durable[check.list];
    const n = Array.isArray(list) ? list.length : 0;
    return { holds: n === check.length, said: `${n} in ${check.list} of ${check.node}` };
  }
  if ('operation' in check) return known(check, run.operations);
  const property = module.properties[check.property];
  if (!property) return { holds: false, said: `there is no property "${check.property}"` };
  const is = property.holds(run.view, run.operations);
  return { holds: is === check.holds, said: is ? 'it holds' : 'it does not hold' };
}

function known(
  { operation, saw, ended }: Extract<Check, { operation: string }>,
  operations: readonly OperationRecord[],
): { readonly holds: boolean; readonly said: string } {
  const op = operations.find(({ id }) => id === operation);
  if (!op) return { holds: false, said: `there is no ${operation}` };
  const value = op.seen?.as === 'value' ? canonical(op.seen.value) : null;
  const fits =
    (saw === undefined || value === canonical(saw)) && (ended === undefined || op.outcome === ended);
  return { holds: fits, said: `${operation} ${value === null ? op.outcome : `saw ${value}`}` };
}
