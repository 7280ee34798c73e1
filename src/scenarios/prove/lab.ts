/** Where one lesson is proved: its scenario's runs and explorations, each made once. */

import { canonical } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Exploration } from '#/search';
import { type ExploreScenarioOptions, exploreScenario } from '../explore';
import { type Finished, finish, holds } from '../finish';
import { measuredText } from '../metrics/measures';
import type { Check } from '../schema/claim';
import type { Scenario, Variant } from '../schema/scenario';

export class Lab {
  private readonly runs = new Map<string, Finished>();
  private readonly explorations = new Map<string, Exploration>();

  constructor(
    readonly scenario: Scenario,
    readonly module: ProtocolModule,
  ) {}

  /** The end of a world. Throws a sentence when the world cannot be made. */
  run(variant: Variant = {}): Finished {
    return kept(this.runs, canonical(variant), () => finish(this.scenario, this.module, variant));
  }

  explore(options: ExploreScenarioOptions = {}): Exploration {
    return kept(this.explorations, canonical(options), () =>
      exploreScenario(this.scenario, this.module, options),
    );
  }

  /** The checks that do not hold of a world, each as a sentence. */
  wrong(checks: readonly Check[], variant: Variant): readonly string[] {
    const run = this.run(variant);
    return checks.flatMap((check) => {
      const { holds: is, said } = holds(check, run, this.scenario, this.module);
      return is ? [] : [`Wanted ${checkText(check)}; the run says: ${said}.`];
    });
  }

  /** The scenario's observer's word for the end of a world. */
  outcome(variant: Variant): string {
    return this.outcomeOf(this.run(variant));
  }

  outcomeOf(run: Finished): string {
    return holds({ outcome: '' }, run, this.scenario, this.module).said;
  }
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** What a check wants, in words. */
export function checkText(check: Check): string {
  if ('outcome' in check) return `"${check.outcome}"`;
  if ('count' in check) {
    const { is, atLeast, atMost } = check;
    const parts = [
      is === undefined ? '' : `exactly ${is}`,
      atLeast === undefined ? '' : `at least ${atLeast}`,
      atMost === undefined ? '' : `at most ${atMost}`,
    ].filter((part) => part !== '');
    return `${parts.join(' and ')} “${patternText(check.count)}”`;
  }
  if ('earlier' in check) return `“${patternText(check.earlier)}” before “${patternText(check.later)}”`;
  if ('operation' in check) {
    const saw = check.saw === undefined ? '' : ` to see ${canonical(check.saw)}`;
    return `${check.operation}${saw}${check.ended ? ` to end ${check.ended}` : ''}`;
  }
  if ('measure' in check) {
    const { measure, node: at, from, to, atLeast, atMost } = check;
    const parts = [
      atLeast === undefined ? '' : `at least ${measuredText(measure, atLeast)}`,
      atMost === undefined ? '' : `at most ${measuredText(measure, atMost)}`,
    ].filter((part) => part !== '');
    const where = at === undefined ? '' : ` at ${at}`;
    return `${measure}${where} from ${from / 1e6} to ${to / 1e6} s: ${parts.join(' and ')}`;
  }
  if ('list' in check) return `${check.length} in ${check.list} of ${check.node}`;
  return `"${check.property}" to ${check.holds ? 'hold' : 'fail'}`;
}

/** A pattern as people read it: the kind of entry, then what else must match. */
function patternText({ type, ...rest }: Extract<Check, { count: unknown }>['count']): string {
  const fields = Object.entries(rest).map(([field, value]) => `${field} ${value}`);
  return [type, ...fields].join(', ');
}
