/**
 * `lab explore <scenario> [--mutant NAME] [--max-depth N] [--max-states N] [--<knob> <value> …]`: every schedule within the
 * scenario's bounds. Exit 1 if a promise is broken at some end, 3 if a bound was met before the end.
 */

import type { z } from 'zod';
import { exploreScenario, pathText, type Variant } from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, knobFlags, mutantFlag, wholeFlag } from '../asked';
import { type House, scenarioOf } from '../house';
import type { exploreOutput } from '../output';

type Ends = Readonly<Record<string, { readonly count: number; readonly path: readonly never[] }>>;

export async function explore(house: House, asked: Asked): Promise<Answer> {
  const { scenario, module } = await scenarioOf(house, asked.words[1]);
  const mutant = mutantFlag(asked, module);
  const knobs = knobFlags(asked, scenario, ['max-depth', 'max-states', 'mutant']);
  const variant: Variant =
    mutant === undefined ? { knobs } : { knobs, params: { ...module.mutants?.[mutant]?.params, mutant } };
  const depth = wholeFlag(asked, 'max-depth', 0, 1_000_000);
  const states = wholeFlag(asked, 'max-states', 1, 50_000_000);
  const bounds = {
    ...(depth === undefined ? {} : { depth }),
    ...(states === undefined ? {} : { states }),
  };
  const before = performance.now();
  const found = attempt(() => exploreScenario(scenario, module, { bounds, variant }));
  const seconds = Math.max(0.001, (performance.now() - before) / 1000);
  const properties = scenario.checks ?? [];
  // Judged on its own, since a judge sees operations, and with them there are more states to tell apart.
  const judged =
    properties.length > 0 ? exploreScenario(scenario, module, { bounds, variant, properties }) : null;
  const json: z.infer<typeof exploreOutput> = {
    scenario: scenario.name,
    states: found.states,
    depth: found.depth,
    complete: found.complete,
    outcomes: shown(found.outcomes as Ends),
    statesPerSecond: Math.round(found.states / seconds),
    edges: found.edges,
    violations: shown((judged?.violations ?? {}) as Ends),
  };
  const broken = Object.keys(json.violations).length > 0;
  const complete = found.complete && (judged?.complete ?? true);
  return { json, lines: lines(json), exit: broken ? 1 : complete ? 0 : 3 };
}

/** What keeps a world from being explored at all is the asker's to mend. */
function attempt<T>(how: () => T): T {
  try {
    return how();
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

const shown = (found: Ends) =>
  Object.fromEntries(
    Object.entries(found).map(([name, { count, path }]) => [
      name,
      { ends: count, path: path.map((choice) => pathText([choice])) },
    ]),
  );

function lines(json: z.infer<typeof exploreOutput>): readonly string[] {
  const { scenario, states, edges, depth, complete, outcomes, violations, statesPerSecond } = json;
  const rows = Object.entries(outcomes).map(([name, { ends, path }]) => [
    `  ${name}`,
    `${ends} ends`,
    `first after ${path.length} steps`,
  ]);
  return [
    `${scenario}: ${states} states, ${edges} edges, ${depth} steps deep, ${complete ? 'all of it' : 'then a bound was met'}; ${statesPerSecond} states a second.`,
    ...columns(rows),
    ...Object.entries(violations).map(
      ([name, { ends, path }]) =>
        `FAILS in ${ends} states: ${name}. A shortest way to one, of ${path.length} steps: ${path.join('; ')}.`,
    ),
  ];
}
