/** Worlds of puppets in one line, and their traces as lines a person can read and compare. */

import type { LinkRules, OperationCall } from '../command';
import type { NodeConfig, ScriptItem, WorldConfig } from '../config';
import type { WorldOptions } from '../core';
import type { Entry, EntryType } from '../trace';
import { type Json, nodeId } from '../values';
import { World } from '../world';
import { type Action, puppet } from './puppet';

export const [a, b, c] = [nodeId('a'), nodeId('b'), nodeId('c')];

/** At a time (in microseconds), a node is called to do something. */
export type Beat = readonly [at: number, node: string, ...actions: Action[]];

/** A call that tells a puppet what to do. */
export const calls = (...actions: Action[]): OperationCall => ({
  f: 'do',
  value: actions as unknown as Json,
});

export interface Staging {
  readonly nodes?: string;
  readonly rules?: Partial<LinkRules>;
  readonly back?: Partial<LinkRules>;
  readonly seed?: number;
  readonly script?: readonly ScriptItem[];
  readonly durable?: WorldConfig['durable'];
  readonly stop?: WorldConfig['stop'];
  readonly clocks?: Readonly<Record<string, Omit<NodeConfig, 'id' | 'role'>>>;
}

/** Puppets, each linked with each; a link takes 10 ms unless its rules say otherwise. */
export function staged(beats: readonly Beat[], staging: Staging = {}): WorldConfig {
  const { nodes = 'ab', rules = {}, back, seed = 1, script = [], durable, stop, clocks } = staging;
  const names = [...nodes].map(nodeId);
  return {
    seed,
    nodes: names.map((id) => ({ id, role: 'puppet', ...clocks?.[id] })),
    links: names.flatMap((from, i) =>
      names.slice(i + 1).map((to) => ({ between: [from, to] as const, rules, ...(back ? { back } : {}) })),
    ),
    workload: beats.map(([at, node, ...actions]) => ({ at, node: nodeId(node), op: calls(...actions) })),
    script,
    ...(durable ? { durable } : {}),
    ...(stop ? { stop } : {}),
  };
}

/** The world of a story, not yet run. */
export const stage = (beats: readonly Beat[], staging: Staging = {}, options: WorldOptions = {}): World =>
  new World(staged(beats, staging), puppet, options);

/** The message or copy an entry is about, as in `hi 1 a>b` or `hi 1/2 a>b` for its second copy. */
function subject(entry: Entry): string {
  if (!('from' in entry)) return '';
  const copy = entry.copy > 0 ? `/${entry.copy}` : '';
  return ` ${entry.kind} ${entry.nth}${copy} ${entry.from}>${entry.to}`;
}

const SILENT = new Set([
  'id',
  'event',
  'at',
  'node',
  'local',
  'cause',
  'type',
  'from',
  'to',
  'kind',
  'nth',
  'copy',
]);

/** One entry as a line: its time in microseconds, where it happened, what it was, and its other members. */
export function line(entry: Entry): string {
  const members = Object.entries(entry)
    .filter(([key, value]) => !SILENT.has(key) && value !== null)
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const where = entry.node === null || 'from' in entry ? '' : ` ${entry.node}`;
  return `${entry.at}${where} ${entry.type}${subject(entry)}${members.join('')}`;
}

/** The entries of some types, as lines without the bodies of messages. */
export function told(trace: readonly Entry[], ...types: readonly EntryType[]): string[] {
  return trace
    .filter((entry) => types.includes(entry.type))
    .map((entry) => line('body' in entry ? { ...entry, body: null } : entry));
}
