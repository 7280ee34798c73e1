/** Where one lesson is proved: its scenario's runs and explorations, each made once. */

import { canonical } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Exploration } from '#/search';
import { type ExploreScenarioOptions, exploreScenario } from '../explore';
import { type Finished, finish, holds } from '../finish';
import type { Check } from '../schema/claim';
import type { Scenario, Variant } from '../schema/scenario';
import { checkText } from './check-text';

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
