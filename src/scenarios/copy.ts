/** "Copy as scenario": what was done to a run by hand, written into the scenario's own script. */

import type { Branch } from '#/kernel';
import type { Scenario, Variant } from './schema/scenario';

type ScriptItem = NonNullable<Scenario['script']>[number];

/**
 * The scenario that plays a branch by itself. A script's command comes before the events of its instant; one given
 * by hand came after those it was given after, so it is moved on by a microsecond where that matters.
 */
export function asScenario(scenario: Scenario, variant: Variant, branch: Branch): Scenario {
  const script: ScriptItem[] = [];
  for (const step of branch.steps) {
    if (!('command' in step)) continue;
    const follows = branch.times.at(step.index) === step.at && step.index > 0;
    script.push({ at: step.at + (follows ? 1 : 0), command: step.command } as ScriptItem);
  }
  return {
    ...scenario,
    name: `${scenario.name}-copy`,
    seed: variant.seed ?? scenario.seed,
    params: { ...scenario.params, ...variant.params },
    knobs: scenario.knobs.map((knob) => {
      const turned = variant.knobs?.[knob.id];
      return turned === undefined ? knob : { ...knob, default: turned };
    }),
    ...(variant.workload ? { workload: variant.workload } : {}),
    script: [...(scenario.script ?? []), ...(variant.script ?? []), ...script],
  };
}

/** What a reader pastes into a file: indented JSON, nothing that JSON cannot hold. */
export const scenarioText = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`;
