/**
 * `lab explore <scenario>`: every schedule within the scenario's bounds, or within those given. Exit 1 if a promise is
 * broken or a goal that is asked about is out of reach, 3 if a bound was met before the end.
 */

import type { z } from 'zod';
import {
  exploreScenario,
  goalText,
  type ProtocolModule,
  pathText,
  type Reach,
  type Reduction,
  reductions,
  type Variant,
} from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, knobFlags, mutantFlag, namesFlag, switchFlag, wholeFlag } from '../asked';
import { type House, scenarioOf } from '../house';
import type { exploreOutput } from '../output';

type Ends = Readonly<Record<string, { readonly count: number; readonly path: readonly never[] }>>;

const BOUNDS = [
  'max-depth',
  'max-states',
  'max-lost',
  'max-duplicated',
  'max-crashes',
  'may-crash',
  'redelivers',
];
const FLAGS = [...BOUNDS, 'goal', 'stays-down', 'reduce', 'mutant'];

export async function explore(house: House, asked: Asked): Promise<Answer> {
  const { scenario, module } = await scenarioOf(house, asked.words[1]);
  const mutant = mutantFlag(asked, module);
  const knobs = knobFlags(asked, scenario, FLAGS);
  const variant: Variant =
    mutant === undefined ? { knobs } : { knobs, params: { ...module.mutants?.[mutant]?.params, mutant } };
  const bounds = boundsOf(asked);
  const goals = goalsOf(asked, module);
  const staysDown = switchFlag(asked, 'stays-down') ?? false;
  const reduced = reduceOf(asked);
  const within = { bounds, variant, ...reduced };
  // In one order only ends are all found: what is asked of other states is asked of all of them.
  const whole = reduced.reduce === 'order' ? { bounds, variant } : within;
  const before = performance.now();
  const found = attempt(() => exploreScenario(scenario, module, within));
  const seconds = Math.max(0.001, (performance.now() - before) / 1000);
  const properties = scenario.checks ?? [];
  // Judged on its own, since a judge sees operations, and with them there are more states to tell apart.
  const judged =
    properties.length > 0 ? attempt(() => exploreScenario(scenario, module, { ...whole, properties })) : null;
  const hoped =
    goals.length > 0
      ? attempt(() => exploreScenario(scenario, module, { ...whole, goals, staysDown }))
      : null;
  const json: z.infer<typeof exploreOutput> = {
    scenario: scenario.name,
    states: found.states,
    standsFor: found.standsFor,
    interchangeable: found.interchangeable.map((group) => [...group]),
    depth: found.depth,
    complete: found.complete,
    outcomes: shown(found.outcomes as Ends),
    statesPerSecond: Math.round(found.states / seconds),
    edges: found.edges,
    violations: shown((judged?.violations ?? {}) as Ends),
    goals: Object.fromEntries(
      Object.entries(hoped?.goals ?? {}).map(([name, reach]) => [
        name,
        { ...reach, path: reach.path?.map((choice) => pathText([choice])) ?? null },
      ]),
    ),
  };
  const reaches = Object.values(json.goals).map(({ holds }) => holds);
  const broken = Object.keys(json.violations).length > 0 || reaches.includes(false);
  const complete = found.complete && (judged?.complete ?? true) && !reaches.includes(null);
  return { json, lines: lines(json), exit: broken ? 1 : complete ? 0 : 3 };
}

/** What differs from the scenario's own bounds. */
function boundsOf(asked: Asked) {
  const given = {
    depth: wholeFlag(asked, 'max-depth', 0, 1_000_000),
    states: wholeFlag(asked, 'max-states', 1, 50_000_000),
    maxLost: wholeFlag(asked, 'max-lost', 0, 100),
    maxDuplicated: wholeFlag(asked, 'max-duplicated', 0, 100),
    maxCrashes: wholeFlag(asked, 'max-crashes', 0, 100),
    mayCrash: namesFlag(asked, 'may-crash'),
    redelivers: switchFlag(asked, 'redelivers'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Fewer states than there are, if one asks for that. */
function reduceOf({ flags }: Asked): { readonly reduce?: Reduction } {
  const name = flags.get('reduce');
  if (name === undefined) return {};
  if (reductions.includes(name as Reduction)) return { reduce: name as Reduction };
  throw new BadInput(`--reduce is ${reductions.join(' or ')}, not ${name}.`);
}

function goalsOf(asked: Asked, { goals = {}, protocol }: ProtocolModule): readonly string[] {
  const name = asked.flags.get('goal');
  if (name === undefined) return [];
  const known = Object.keys(goals);
  if (name === 'all') return known;
  if (known.includes(name)) return [name];
  throw new BadInput(`${protocol.name} has no goal "${name}". There are: ${known.join(', ') || 'none'}.`);
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
  const goals = Object.entries(
    json.goals as Readonly<Record<string, Reach & { path: readonly string[] | null }>>,
  );
  const rows = Object.entries(outcomes).map(([name, { ends, path }]) => [
    `  ${name}`,
    `${ends} ends`,
    `first after ${path.length} steps`,
  ]);
  const groups = json.interchangeable.map((group) => group.join(', '));
  return [
    `${scenario}: ${states} states, ${edges} edges, ${depth} steps deep, ${complete ? 'all of it' : 'then a bound was met'}; ${statesPerSecond} states a second.`,
    ...(json.standsFor === null
      ? [
          'Those of one order of what nodes do that have nothing to do with each other: every end is among them.',
        ]
      : []),
    ...(groups.length > 0
      ? [`They stand for ${json.standsFor}, since nodes are interchangeable: ${groups.join('; ')}.`]
      : []),
    ...columns(rows),
    ...Object.entries(violations).map(
      ([name, { ends, path }]) =>
        `FAILS in ${ends} states: ${name}. A shortest way to one, of ${path.length} steps: ${path.join('; ')}.`,
    ),
    ...goals.map(([name, reach]) => {
      const word = reach.holds === true ? 'Holds' : reach.holds === false ? 'FAILS' : 'Unknown';
      const way = reach.path
        ? ` A shortest way to where it is, of ${reach.path.length} steps: ${reach.path.join('; ') || 'none, it is so at the start'}.`
        : '';
      return `${word}: ${name}: ${goalText(reach)}.${way}`;
    }),
  ];
}
