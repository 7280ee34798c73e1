/** Three replicas, alice at A, bob at B and carol at C, 10 ms between any two: what the tests of the register run. */

import {
  type Command,
  type Json,
  type LinkRef,
  nodeId,
  type OperationRecord,
  operationsOf,
  World,
  type WorldConfig,
} from '#/kernel';
import type { ProtocolModule } from '../module';

export const ms = (n: number) => n * 1000;

export const ways = (a: string, b: string): LinkRef[] => [
  { from: nodeId(a), to: nodeId(b) },
  { from: nodeId(b), to: nodeId(a) },
];
/** What parts A, and alice with it, from the rest. */
export const border = [...ways('A', 'B'), ...ways('A', 'C')];

export type Call = readonly [at: number, client: string, f: string, value?: Json];
export type Order = readonly [at: number, command: Command];

export const cutOff = (at: number): Order => [at, { verb: 'cut', links: border }];
export const mend = (at: number): Order => [at, { verb: 'mend', links: border }];
export const crash = (at: number, node: string, more: object = {}): Order => [
  at,
  { verb: 'crash', node: nodeId(node), disk: 'kept', ...more },
];
export const restart = (at: number, node: string): Order => [at, { verb: 'restart', node: nodeId(node) }];

const rules = { latency: { profile: 'constant', us: ms(10) } } as const;
const pairs = [
  ['A', 'B'],
  ['A', 'C'],
  ['B', 'C'],
  ['alice', 'A'],
  ['bob', 'B'],
  ['carol', 'C'],
] as const;

export const worldOf = (
  params: Record<string, string | number | boolean>,
  calls: readonly Call[],
  orders: readonly Order[] = [],
): WorldConfig => ({
  seed: 1,
  nodes: [
    ...['A', 'B', 'C'].map((id) => ({ id: nodeId(id), role: 'replica' })),
    ...['alice', 'bob', 'carol'].map((id) => ({ id: nodeId(id), role: 'client' })),
  ],
  links: pairs.map(([a, b]) => ({ between: [nodeId(a), nodeId(b)], rules })),
  params,
  workload: calls.map(([at, client, f, value]) => ({
    at: ms(at),
    node: nodeId(client),
    op: { f, ...(value === undefined ? {} : { value }) },
  })),
  script: orders.map(([at, command]) => ({ at: ms(at), command })),
  stop: { atUs: ms(10_000) },
});

/** What became of a call, in a word or two. */
export function saw({ outcome, seen }: OperationRecord): string {
  const value = seen?.value === undefined ? '' : ` ${JSON.stringify(seen.value)}`;
  return `${outcome} ${seen?.as ?? 'nothing'}${value}`;
}

/** Runs the calls to their end; `saw` are their ends in the order in which they began. */
export function run(
  module: ProtocolModule,
  params: Record<string, string | number | boolean>,
  calls: readonly Call[],
  orders: readonly Order[] = [],
) {
  const world = new World(worldOf(params, calls, orders), module.protocol, { freeze: true }).run();
  const operations = operationsOf(world.trace);
  const view = world.view();
  return {
    world,
    view,
    operations,
    saw: operations.map(saw),
    values: module.observers.values?.(view),
    broken: Object.keys(module.properties).filter((p) => !module.properties[p]?.holds(view, operations)),
  };
}
