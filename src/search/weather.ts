/** The weather over a world: what of it storms may touch, and when something happens there while it is calm. */

import {
  DEFAULT_RULES,
  type Entry,
  type LinkRef,
  type Micros,
  type NodeId,
  type Protocol,
  type Verb,
  World,
  type WorldConfig,
} from '#/kernel';
import type { Weather } from './squall';

/** Trouble is over when this share of the longest run is. */
const STORMY = 0.7;

export interface WeatherOptions {
  /** Faults that may be drawn; those that the protocol assumes where absent. */
  readonly verbs?: readonly Verb[];
  readonly mayCrash?: readonly NodeId[];
  readonly calls?: Weather['calls'];
  /** The most troubles of one storm. */
  readonly most: number;
  readonly driftPpm?: number;
  /** Links that are cut for good, which nobody mends. */
  readonly apart?: readonly LinkRef[];
}

/** Both directions of each link. */
const waysOf = (config: WorldConfig): readonly LinkRef[] =>
  config.links.flatMap(({ between: [a, b] }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);

/** The latency of most links: that of the first. */
const latencyOf = ({ links: [first] }: WorldConfig) => ({
  latency: first?.rules?.latency ?? DEFAULT_RULES.latency,
});

const distinct = <T>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((it) => [JSON.stringify(it), it])).values(),
];

/** What can be interrupted: messages that are handled and timers that fire. */
function triggerOf(entry: Entry): Weather['triggers'] {
  if (entry.node === null) return [];
  if (entry.type === 'delivered') return [{ node: entry.node, on: entry.kind }];
  return entry.type === 'timer fired' ? [{ node: entry.node, on: entry.name }] : [];
}

/** When things happen, by what happens where: so a rare thing is one among a few dozen, and not among thousands. */
function momentsOf(trace: readonly Entry[], until: Micros): Weather['moments'] {
  const byKind = new Map<string, Micros[]>();
  for (const entry of trace) {
    if (entry.at > until) break;
    const what = 'kind' in entry ? entry.kind : 'name' in entry ? entry.name : '';
    const kind = `${entry.type} ${what}`;
    const times = byKind.get(kind);
    if (times) times.push(entry.at);
    else byKind.set(kind, [entry.at]);
  }
  return [...byKind.values()];
}

/** Runs the world once, in peace. `events` is how many it had. */
export function weatherOf(
  config: WorldConfig,
  protocol: Protocol,
  options: WeatherOptions,
): { readonly weather: Weather; readonly events: number } {
  const world = new World(config, protocol).run();
  const until = config.stop?.atUs ?? world.now;
  const triggers = distinct(world.trace.flatMap(triggerOf));
  // Who has nothing to do is left alone.
  const busy = new Set(triggers.map(({ node }) => node));
  const nodes = config.nodes.map(({ id }) => id).filter((id) => busy.size === 0 || busy.has(id));
  const { apart = [], mayCrash = nodes } = options;
  const gone = new Set(apart.map(({ from, to }) => `${from} ${to}`));
  const between = ({ from, to }: LinkRef) => busy.size === 0 || (busy.has(from) && busy.has(to));
  const weather: Weather = {
    verbs: options.verbs ?? protocol.assumes,
    nodes,
    senders: world.trace.flatMap((entry) => (entry.type === 'sent' ? [entry.from] : [])).slice(0, 5_000),
    mayCrash,
    links: waysOf(config).filter((way) => between(way) && !gone.has(`${way.from} ${way.to}`)),
    kinds: distinct(world.trace.flatMap((entry) => (entry.type === 'sent' ? [entry.kind] : []))),
    rules: { loss: 0, duplicate: 0, reorder: 0, ...latencyOf(config) },
    triggers: triggers.filter(({ node }) => mayCrash.includes(node)),
    calls: options.calls ?? [],
    moments: momentsOf(world.trace, until * STORMY),
    calmAt: Math.floor(until * STORMY),
    most: options.most,
    driftPpm: options.driftPpm ?? 0,
  };
  return { weather, events: world.index };
}
