/** Running a scenario to its end, and asking the finished run questions. */

import { canonical, count, type Entry, find, KernelError, type OperationRecord } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { measuredText } from './metrics/measures';
import { measured } from './metrics/totals';
import { type WholeRun, wholeRun } from './metrics/whole-run';
import type { Check } from './schema/claim';
import type { Scenario, Variant } from './schema/scenario';

/** A run at its end, whose trace is at hand. */
export interface Finished extends WholeRun {
  /** Of a run that is too long to keep it, asking for it throws a sentence. */
  readonly trace: readonly Entry[];
  /** Whether the trace is at hand. */
  readonly isShort: boolean;
}

/** A page keeps a few runs at once. A run of a minute at two thousand calls a second has forty times as many entries. */
const MOST_KEPT = 100_000;

export const finish = (scenario: Scenario, module: ProtocolModule, variant: Variant = {}): Finished =>
  finished(wholeRun(scenario, module, variant, [], MOST_KEPT));

/** The same run as one of which single entries can be asked for. */
export function finished({ trace, ...run }: WholeRun): Finished {
  if (trace) return { ...run, trace, isShort: true };
  return {
    ...run,
    isShort: false,
    get trace(): never {
      throw new KernelError(
        'This run is long, and its trace is not kept: only its end and its load are known.',
      );
    },
  };
}

/** Whether a check holds of a run; `said` is what the run itself says, for messages and feedback. */
export function holds(
  check: Check,
  run: Finished,
  scenario: Scenario,
  module: ProtocolModule,
): { readonly holds: boolean; readonly said: string } {
  if ('measure' in check) return within(check, run);
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

function within(
  { measure, node, from, to, atLeast, atMost }: Extract<Check, { measure: string }>,
  { metrics }: Finished,
): { readonly holds: boolean; readonly said: string } {
  if (metrics === null) return { holds: false, said: 'nothing here has workers, and no load is counted' };
  if (atLeast === undefined && atMost === undefined)
    throw new KernelError(`${measure} has no bound to keep.`);
  if (from >= to || from % metrics.widthUs !== 0 || to % metrics.widthUs !== 0) {
    throw new KernelError(`A time to measure in begins and ends at whole ${metrics.widthUs / 1000} ms.`);
  }
  const value = measured(metrics, measure, from, to, node);
  if (value === null) return { holds: false, said: 'there was nothing to measure' };
  const fits = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  return { holds: fits, said: measuredText(measure, value) };
}
