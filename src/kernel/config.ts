/** What a world is made from: plain data, handed in by a scenario. */

import type { Command, LinkRules, OperationCall } from './command';
import type { Pattern } from './pattern';
import type { Json, Micros, NodeId } from './values';

export interface NodeConfig {
  readonly id: NodeId;
  readonly role: string;
  /** How far the wall clock is ahead at the start, in microseconds. */
  readonly offsetUs?: Micros;
  /** How fast the clock runs: parts per million too fast. */
  readonly driftPpm?: number;
}

/** A link joins two nodes both ways; `back` overrides the rules of the way from the second to the first. */
export interface LinkConfig {
  readonly between: readonly [NodeId, NodeId];
  readonly rules?: Partial<LinkRules>;
  readonly back?: Partial<LinkRules>;
}

export interface Invocation {
  readonly at: Micros;
  readonly node: NodeId;
  readonly op: OperationCall;
}

/** A command of the scenario's own: at a time, or some time after a pattern first fits. */
export type ScriptItem =
  | { readonly at: Micros; readonly command: Command }
  | { readonly when: Pattern; readonly afterUs?: Micros; readonly command: Command };

/** How much a search may break. */
export interface Budgets {
  readonly maxLost: number;
  readonly maxDuplicated: number;
  readonly maxCrashes: number;
  /** The nodes that may crash; absent: any. */
  readonly mayCrash?: readonly NodeId[];
  /** Whatever was sent may arrive again and again, as often as one likes. */
  readonly redelivers?: boolean;
}

export interface WorldConfig {
  readonly seed: number;
  readonly nodes: readonly NodeConfig[];
  readonly links: readonly LinkConfig[];
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** What is on each node's disk before the start. */
  readonly durable?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly workload?: readonly Invocation[];
  readonly script?: readonly ScriptItem[];
  /** Where the run ends, if it does not end by itself. */
  readonly stop?: { readonly atUs?: Micros; readonly events?: number };
}

export const DEFAULT_RULES: LinkRules = {
  latency: { profile: 'constant', us: 10_000 },
  loss: 0,
  duplicate: 0,
  reorder: 0,
  fifo: false,
  bandwidth: null,
};
