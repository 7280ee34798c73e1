/**
 * The small world in which a mistake is looked for unless somebody says otherwise, and how short a way there is to
 * break its promise there: the same world without time, explored breadth first.
 */

import { KernelError } from '#/kernel';
import { type ProtocolModule, scenarioLoaders } from '#/protocols';
import { explore } from '#/search';
import { worldConfig } from './build';
import { PartitionedWorld } from './partitioned';
import { type Hunt, hunt } from './schema/hunt';
import { type Scenario, scenario as schema, type Variant } from './schema/scenario';

/** Events, of a search that goes on after its first find: some seconds, in which the run gets as short as it will. */
const MORE = 1_200_000;

export interface SmallWorld {
  readonly scenario: Scenario;
  readonly variant: Variant;
  /** How long to go on for a smaller run, once one is found: its runs are short. */
  readonly more: number;
  /** Absent: without time, it cannot be told. */
  readonly bounds?: NonNullable<Hunt['bounds']>;
}

/** Null where the mistake names none. Throws what is wrong with what it names. */
export async function smallWorld(module: ProtocolModule, mutant: string): Promise<SmallWorld | null> {
  const named = module.mutants?.[mutant]?.hunt;
  if (!named) return null;
  const { bounds, params, scenario: name } = hunt.parse(named);
  const load = Object.hasOwn(scenarioLoaders, name)
    ? scenarioLoaders[name as keyof typeof scenarioLoaders]
    : null;
  if (!load) throw new KernelError(`${mutant} names the scenario ${name}, and there is none of that name.`);
  const scenario = schema.parse(await load());
  return { scenario, variant: params ? { params } : {}, more: MORE, ...(bounds ? { bounds } : {}) };
}

/** The shortest way to break something: how many choices, or how many are certainly not enough. */
export type Shortest = { readonly choices: number } | { readonly moreThan: number };

/**
 * The fewest choices after which a wrong version breaks what it is said to break, in its small world without time; null
 * where that cannot be told. It goes one choice deeper at a time, to at most so many states, unless the mistake asks
 * for more.
 */
export function shortestWay(
  { bounds: own, scenario, variant }: SmallWorld,
  module: ProtocolModule,
  mutant: string,
  usual: number,
): Shortest | null {
  const promise = module.mutants?.[mutant]?.breaks ?? '';
  const property = module.properties[promise];
  if (!own || !scenario.explore || !property || !(property.always || property.lasting)) return null;
  const bounds = { ...scenario.explore, ...own };
  const states = Math.max(usual, own.states ?? 0);
  const workload = bounds.workload ?? scenario.workload ?? [];
  const params = {
    ...scenario.explore.params,
    ...module.mutants?.[mutant]?.params,
    ...variant.params,
    ...own.params,
    mutant,
  };
  // Time passes by the script, and here there is none.
  const world = { ...worldConfig(scenario, module, { ...variant, params, workload }), script: [] };
  for (let depth = 1; ; depth++) {
    const untimed = new PartitionedWorld(world, module.protocol, bounds as never, { trace: null });
    if (bounds.cut) untimed.cutOff(bounds.cut as never);
    const found = explore(untimed, {
      depth,
      states,
      untilBroken: true,
      always: { [promise]: property.holds },
      // What is asked of operations is told only where it is asked of ends.
      judges: property.always ? {} : { ends: () => true },
    });
    const way = found.violations[promise];
    if (way) return { choices: way.path.length };
    if (found.complete || found.states >= states) return { moreThan: depth - 1 };
  }
}
