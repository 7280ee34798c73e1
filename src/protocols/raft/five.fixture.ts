/** Servers S1 to S5 (or fewer), alice and bob, 10 to 15 ms between any two: what the tests of Raft run. */

import {
  type Command,
  type Json,
  type LinkRef,
  nodeId,
  type OperationRecord,
  operationsOf,
  type View,
  World,
  type WorldConfig,
} from '#/kernel';
import { raft } from '.';
import type { ServerState } from './state';

export const ms = (n: number) => n * 1000;

export type Call = readonly [at: number, client: string, f: string, value?: Json];
export type Order = readonly [at: number, command: Command];
export type Params = Readonly<Record<string, string | number | boolean>>;

export interface Setting {
  readonly servers?: number;
  readonly params?: Params;
  readonly calls?: readonly Call[];
  readonly orders?: readonly Order[];
  /** More of the script: what happens when something else does. */
  readonly script?: WorldConfig['script'];
  readonly durable?: WorldConfig['durable'];
  readonly drift?: Readonly<Record<string, number>>;
  readonly seed?: number;
  readonly untilMs?: number;
}

export const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `S${i + 1}`);

const latency = { profile: 'uniform', minUs: ms(10), maxUs: ms(15) } as const;

export function worldOf(setting: Setting): WorldConfig {
  const { servers = 5, params = {}, calls = [], orders = [], durable, drift = {}, seed = 1 } = setting;
  const all = [...names(servers), 'alice', 'bob'].map(nodeId);
  return {
    seed,
    nodes: all.map((id, i) => ({
      id,
      role: i < servers ? 'server' : 'client',
      ...(drift[id] === undefined ? {} : { driftPpm: drift[id] }),
    })),
    links: all.flatMap((a, i) =>
      all.slice(i + 1).map((b) => ({ between: [a, b] as const, rules: { latency } })),
    ),
    params,
    ...(durable && { durable }),
    workload: calls.map(([at, client, f, value]) => ({
      at: ms(at),
      node: nodeId(client),
      op: { f, ...(value === undefined ? {} : { value }) },
    })),
    script: [...orders.map(([at, command]) => ({ at: ms(at), command })), ...(setting.script ?? [])],
    stop: { atUs: ms(setting.untilMs ?? 3000) },
  };
}

export const start = (setting: Setting): World =>
  new World(worldOf(setting), raft.protocol, { freeze: true });

/** Every direction between some nodes and all the others of a world. */
export function border(some: readonly string[], servers = 5, clients: readonly string[] = []): LinkRef[] {
  const others = [...names(servers), ...clients].filter((id) => !some.includes(id));
  return some.flatMap((a) =>
    others.flatMap((b) => [
      { from: nodeId(a), to: nodeId(b) },
      { from: nodeId(b), to: nodeId(a) },
    ]),
  );
}

export const cut = (at: number, links: readonly LinkRef[]): Order => [at, { verb: 'cut', links }];
export const mend = (at: number, links: readonly LinkRef[]): Order => [at, { verb: 'mend', links }];
export const crash = (at: number, node: string, more: object = {}): Order => [
  at,
  { verb: 'crash', node: nodeId(node), disk: 'kept', ...more },
];
export const restart = (at: number, node: string): Order => [at, { verb: 'restart', node: nodeId(node) }];

/** What became of a call, in a word or two. */
export function saw({ outcome, seen }: OperationRecord): string {
  const value = seen?.value === undefined ? '' : ` ${JSON.stringify(seen.value)}`;
  return `${outcome} ${seen?.as ?? 'nothing'}${value}`;
}

export const serverAt = (view: View, id: string): ServerState =>
  view.nodes.find((n) => n.id === id)?.state as unknown as ServerState;

/** The properties of the protocol that do not hold of a run. */
export function broken(world: World): string[] {
  const view = world.view();
  const operations = operationsOf(world.trace);
  return Object.keys(raft.properties).filter((p) => !raft.properties[p]?.holds(view, operations));
}

/** Runs to the end. `saw` are the ends of the calls in the order in which they began. */
export function run(setting: Setting) {
  const world = start(setting).run();
  const view = world.view();
  return {
    world,
    view,
    saw: operationsOf(world.trace).map(saw),
    leaders: raft.observers.leaders?.(view),
    logs: raft.observers.logs?.(view),
    commits: raft.observers.commits?.(view),
    broken: broken(world),
  };
}
