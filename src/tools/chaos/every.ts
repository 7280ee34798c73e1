/** Every schedule of a scenario within its bounds: what is asked of a worker, and what of its answer can be said. */

import {
  type Bounds,
  type Exploration,
  exploringScenario,
  goalText,
  loadProtocol,
  type ProtocolModule,
  pathText,
  type Scenario,
  searchedProperties,
  wantsTime,
} from '#/scenarios';

export interface EveryQuestion {
  readonly scenario: Scenario;
  /** Absent: as it should be. */
  readonly mutant?: string;
  /** Absent: what the mutant is said to break; without one, all that it promises. */
  readonly property?: string;
}

export interface Every {
  /** What was asked of every state, or of every end. */
  readonly properties: readonly string[];
  readonly states: number;
  readonly depth: number;
  /** False when a bound cut something off. */
  readonly complete: boolean;
  /** The first promise that broke, and a shortest way to where it does. */
  readonly broken: { readonly property: string; readonly steps: readonly string[] } | null;
  readonly goals: readonly { readonly name: string; readonly text: string; readonly holds: boolean | null }[];
}

export type EveryWord =
  | { readonly type: 'SO_FAR'; readonly states: number }
  | { readonly type: 'EXPLORED'; readonly every: Every }
  | { readonly type: 'FAILED'; readonly reason: string };

/** More states than these are not waited for by anybody with a page open. */
const MOST_STATES = 500_000;

/** The bounds, and what is told to the protocol: a mistake that is looked for at home may have its own. */
export function worldOf({ mutants }: ProtocolModule, scenario: Scenario, mutant: string | undefined) {
  const wrong = mutant === undefined ? undefined : mutants?.[mutant];
  const home = wrong?.hunt?.scenario === scenario.name ? wrong.hunt : undefined;
  const params = mutant === undefined ? {} : { ...wrong?.params, ...home?.params, mutant };
  const bounds = (home?.bounds ?? {}) as Partial<Bounds>;
  const own = { ...scenario.explore, ...bounds };
  return { bounds: { ...own, params: { ...scenario.explore?.params, ...bounds.params } }, params };
}

/** Throws a sentence when the scenario has no bounds, or is asked for what is not there. `hear`: how many states so far. */
export async function exploreEvery(
  { mutant, property, scenario }: EveryQuestion,
  hear: (states: number) => void = () => {},
): Promise<Every> {
  const module = await loadProtocol(scenario.protocol);
  const { bounds, params } = worldOf(module, scenario, mutant);
  const properties = property === undefined ? searchedProperties(scenario, module, mutant) : [property];
  try {
    const exploring = exploringScenario(scenario, module, {
      bounds: { ...bounds, states: Math.min(bounds.states ?? MOST_STATES, MOST_STATES) },
      variant: { params },
      properties,
      goals: Object.keys(module.goals ?? {}),
      untilBroken: true,
    });
    for (;;) {
      const next = exploring.next();
      if (next.done) return told(next.value, properties);
      hear(next.value.states);
    }
  } catch (error) {
    if (!wantsTime(error)) throw error;
    throw new Error(
      'This one asks its clock. Every schedule is tried without time, in which no clock says anything; storms have time.',
    );
  }
}

export function told(found: Exploration, properties: readonly string[]): Every {
  const [first] = Object.entries(found.violations);
  return {
    properties,
    states: found.states,
    depth: found.depth,
    complete: found.complete,
    broken: first ? { property: first[0], steps: first[1].path.map((choice) => pathText([choice])) } : null,
    goals: first
      ? []
      : Object.entries(found.goals).map(([name, reach]) => ({
          name,
          text: goalText(reach),
          holds: reach.holds,
        })),
  };
}

const thousands = (n: number): string => n.toLocaleString('en-GB');

/** The verdict, which claims no more than was looked at. `named`: what a promise is called. */
export function everyText(every: Every, named: (property: string) => string): string {
  const { broken, complete, depth, properties, states } = every;
  if (broken) {
    return `“${named(broken.property)}” is broken after ${broken.steps.length} steps; ${thousands(states)} states had been visited by then.`;
  }
  const what = properties.map((name) => `“${named(name)}”`).join(', ');
  const kept = what === '' ? '' : ` In each of them it keeps ${what}.`;
  return complete
    ? `These are all: ${thousands(states)} states, up to ${depth} steps deep.${kept}`
    : `A bound was met after ${thousands(states)} states.${kept} Beyond them nobody has looked.`;
}
