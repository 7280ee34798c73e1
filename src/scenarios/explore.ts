/** Exploring a scenario: its own bounds, its protocol's observer, and the properties one asks about. */

import { type Choice, KernelError, type NodeId, type UntimedWorld } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import {
  type Exploration,
  type ExploreOptions,
  explore,
  exploring,
  type Goal,
  type Judge,
  type Reach,
  type SoFar,
  type Symmetry,
} from '#/search';
import { worldConfig } from './build';
import { PartitionedWorld } from './partitioned';
import type { Bounds, Scenario, Variant } from './schema/scenario';

/** `symmetry`: one of all states that differ only in names. `order`: ends only, whoever's turn comes first. */
export const reductions = ['symmetry', 'order'] as const;
export type Reduction = (typeof reductions)[number];

export interface ExploreScenarioOptions {
  /** Where the bounds differ from the scenario's. */
  readonly bounds?: { readonly [K in keyof Bounds]?: Bounds[K] | undefined };
  /** What differs in the world itself; it wins over the bounds' parameters. */
  readonly variant?: Variant;
  /** Properties of the protocol, asked of every end, or of every state if they are to hold at every moment. */
  readonly properties?: readonly string[];
  /** Goals of the protocol: whether they can still be reached, from every state, when nothing more goes wrong. */
  readonly goals?: readonly string[];
  /** On the way to a goal whoever is down stays down. */
  readonly staysDown?: boolean;
  /** How to explore fewer states than there are. Throws a sentence where it cannot be had for what is asked. */
  readonly reduce?: Reduction;
  /** Stops at the first state in which one of them fails, which is one of those nearest to the start. */
  readonly untilBroken?: boolean;
}

/** Throws a sentence when the scenario has no bounds, names an observer, a property or a goal that is not there. */
export function exploreScenario(
  scenario: Scenario,
  module: ProtocolModule,
  options: ExploreScenarioOptions = {},
): Exploration {
  return explore(...asked(scenario, module, options));
}

/** As `exploreScenario`, and yields every few milliseconds how far it has come, so that it may be stopped. */
export const exploringScenario = (
  scenario: Scenario,
  module: ProtocolModule,
  options: ExploreScenarioOptions = {},
): Generator<SoFar, Exploration> => exploring(...asked(scenario, module, options));

/** The world, and what is asked of it. */
function asked(
  scenario: Scenario,
  module: ProtocolModule,
  options: ExploreScenarioOptions,
): [UntimedWorld, ExploreOptions] {
  if (!scenario.explore) throw new KernelError(`${scenario.name} sets no bounds to explore within.`);
  const bounds = { ...scenario.explore, ...options.bounds } as Bounds;
  const { variant = {} } = options;
  const params = { ...bounds.params, ...variant.params };
  const workload = variant.workload ?? bounds.workload;
  const world = new PartitionedWorld(
    worldConfig(scenario, module, { ...variant, params, ...(workload ? { workload } : {}) }),
    module.protocol,
    {
      maxLost: bounds.maxLost,
      maxDuplicated: bounds.maxDuplicated,
      maxCrashes: bounds.maxCrashes,
      ...(bounds.mayCrash ? { mayCrash: bounds.mayCrash } : {}),
      ...(bounds.redelivers ? { redelivers: true } : {}),
    },
    { trace: null },
  );
  if (bounds.cut) world.cutOff(bounds.cut);
  const properties = options.properties ?? [];
  const observe = scenario.observe === undefined ? undefined : observer(module, scenario.observe);
  const questions: ExploreOptions = {
    depth: bounds.depth,
    states: bounds.states,
    ...(observe ? { observe } : {}),
    judges: judges(module, properties, false),
    always: judges(module, properties, true),
    goals: goals(module, options.goals ?? []),
    ...(options.staysDown ? { staysDown: true } : {}),
    ...(options.reduce === 'symmetry' ? { symmetry: symmetry(scenario, module, bounds) } : {}),
    ...(options.reduce === 'order' ? { order: true } : {}),
    ...(options.untilBroken ? { untilBroken: true } : {}),
  };
  return [world, questions];
}

function observer(module: ProtocolModule, name: string) {
  const found = Object.hasOwn(module.observers, name) ? module.observers[name] : undefined;
  if (!found) throw new KernelError(`Protocol ${module.protocol.name} has no observer called ${name}.`);
  return found;
}

const goals = (module: ProtocolModule, names: readonly string[]): Readonly<Record<string, Goal>> =>
  Object.fromEntries(
    names.map((name) => {
      const goal = Object.hasOwn(module.goals ?? {}, name) ? module.goals?.[name] : undefined;
      if (!goal) throw new KernelError(`Protocol ${module.protocol.name} has no goal "${name}".`);
      return [name, goal];
    }),
  );

/** The nodes that the protocol declares alike; who may crash is not like who may not. */
function symmetry(scenario: Scenario, { protocol, symmetric }: ProtocolModule, bounds: Bounds): Symmetry {
  if (!symmetric)
    throw new KernelError(`Symmetry refused: ${protocol.name} says of no nodes that they are alike.`);
  const mayCrash = (id: NodeId) => bounds.mayCrash === undefined || bounds.mayCrash.includes(id);
  const alike = symmetric.roles.flatMap((role) =>
    [true, false].map((crashes) =>
      scenario.nodes.flatMap((n, i) => (n.role === role && mayCrash(n.id) === crashes ? [i] : [])),
    ),
  );
  return { alike, ...(symmetric.sets ? { sets: symmetric.sets } : {}) };
}

/** Those of the properties that are to hold at every moment, or those that are asked of ends. */
function judges(
  module: ProtocolModule,
  names: readonly string[],
  always: boolean,
): Readonly<Record<string, Judge>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const property = Object.hasOwn(module.properties, name) ? module.properties[name] : undefined;
      if (!property) throw new KernelError(`Protocol ${module.protocol.name} has no property "${name}".`);
      return (property.always === true) === always ? [[name, property.holds] as const] : [];
    }),
  );
}

/** One choice of a schedule, in words. */
function choiceText(choice: Choice): string {
  const crash = 'crashAfter' in choice && choice.crashAfter !== undefined;
  const cut = crash ? `, and it crashes after ${choice.crashAfter} effects` : '';
  const chose = 'chose' in choice && choice.chose ? `, choosing ${choice.chose.join(', ')}` : '';
  switch (choice.do) {
    case 'deliver':
      return `${choice.message.to} gets ${messageOf(choice.message)} from ${choice.message.from}${chose}${cut}`;
    case 'lose':
      return `${messageOf(choice.message)} to ${choice.message.to} is lost`;
    case 'duplicate':
      return `${messageOf(choice.message)} to ${choice.message.to} is copied`;
    case 'fire':
      return `${choice.timer} falls due at ${choice.node}${chose}${cut}`;
    case 'invoke':
      return `${choice.node} begins a call${chose}${cut}`;
    case 'restart':
      return `${choice.node} restarts`;
  }
}

const messageOf = (m: { kind: string; nth: number; copy?: number }): string =>
  `${m.kind} ${m.nth}${m.copy ? `, copy ${m.copy}` : ''}`;

/** Whether a world could not be explored because it asks what time it is: then only runs with time can say anything. */
export const wantsTime = (error: unknown): boolean =>
  error instanceof KernelError && /no time to read/.test(error.message);

export const pathText = (path: readonly Choice[]): string => path.map(choiceText).join('; ');

/** How far it went, as the pages and the prompt say it. */
export const reachText = ({ states, depth, complete }: Exploration): string =>
  complete
    ? `all ${states} states, up to ${depth} steps deep`
    : `${states} states, ${depth} steps deep, then a bound was met`;

/** What is known of a goal, in a sentence without its full stop. */
export function goalText({ holds, asked, stuck, undecided }: Reach): string {
  const of = asked === 1 ? 'the one state' : `${asked} states`;
  if (holds === true) return `in reach from ${asked === 1 ? of : `all ${of}`} that are asked`;
  const rest = undecided > 0 ? `; not decided for ${undecided} at the bound` : '';
  if (holds === false) return `out of reach from ${stuck} of ${of} that are asked${rest}`;
  return undecided > 0
    ? `not decided: from ${undecided} of ${of} that are asked every way on leads past the bound`
    : `not decided: in reach from ${of} that are asked, and a bound was met`;
}
