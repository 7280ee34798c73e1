/** Runs of every scenario of the lab in which much goes wrong, from plain numbers, for tests that draw them. */

import { type Command, type Entry, type OperationRecord, operationsOf, World } from '#/kernel';
import { loadProtocol, type ProtocolModule, scenarioLoaders } from '#/protocols';
import { worldConfig } from '../build';
import type { Scenario } from '../schema/scenario';

export interface Playground {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
}

export const playgrounds: readonly Playground[] = await Promise.all(
  Object.values(scenarioLoaders).map(async (load) => {
    const scenario = (await load()) as Scenario;
    return { scenario, module: await loadProtocol(scenario.protocol) };
  }),
);

/** After so many events, do one of several things at one of the nodes. */
export type Play = readonly [events: number, what: number, node: number];

function commandOf({ scenario }: Playground, what: number, n: number): Command {
  const node = scenario.nodes[n % scenario.nodes.length]?.id as Scenario['nodes'][number]['id'];
  const links = scenario.links.flatMap(({ between: [from, to] }) => [
    { from, to },
    { from: to, to: from },
  ]);
  const commands: readonly Command[] = [
    { verb: 'crash', node, disk: 'kept' },
    { verb: 'crash', node, disk: 'kept', afterEffect: 1 },
    { verb: 'restart', node },
    { verb: 'pause', node },
    { verb: 'resume', node },
    { verb: 'rule', links, rules: { loss: 0.4, duplicate: 0.4, reorder: 0.5 } },
    { verb: 'cut', links: links.slice(0, 2) },
    { verb: 'mend', links },
  ];
  return commands[what % commands.length] as Command;
}

export interface Ran {
  readonly trace: readonly Entry[];
  readonly operations: readonly OperationRecord[];
}

/** A run of at most some events more than those of the plays. */
export function runOf(ground: Playground, seed: number, plays: readonly Play[], more = 40): Ran {
  const world = new World(worldConfig(ground.scenario, ground.module, { seed }), ground.module.protocol);
  for (const [events, what, node] of plays) {
    for (let i = 0; i < events; i++) world.next();
    world.apply(commandOf(ground, what, node));
  }
  for (let i = 0; i < more; i++) world.next();
  return { trace: world.trace, operations: operationsOf(world.trace) };
}
