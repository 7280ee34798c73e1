/** The weather over a world: what of it storms may touch, and when something happens there while it is calm. */

import {
  type Entry,
  type LinkRef,
  type NodeId,
  type Protocol,
  type Verb,
  World,
  type WorldConfig,
} from '#/kernel';
import type { Weather } from './trouble';

/** Trouble is over when this share of the longest run is. */
const STORMY = 0.7;

export interface WeatherOptions {
  /** Faults that may be drawn; those that the protocol assumes where absent. */
  readonly verbs?: readonly Verb[];
  readonly mayCrash?: readonly NodeId[];
  readonly calls?: Weather['calls'];
  /** The most troubles of one storm. */
  readonly most: number;
}

/** Both directions of each link. */
const waysOf = (config: WorldConfig): readonly LinkRef[] =>
  config.links.flatMap(({ between: [a, b] }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);

const distinct = <T>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((it) => [JSON.stringify(it), it])).values(),
];

/** What can be interrupted: messages that are handled and timers that fire. */
function triggerOf(entry: Entry): Weather['triggers'] {
  if (entry.node === null) return [];
  if (entry.type === 'delivered') return [{ node: entry.node, on: entry.kind }];
  return entry.type === 'timer fired' ? [{ node: entry.node, on: entry.name }] : [];
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
  const { mayCrash = nodes } = options;
  const weather: Weather = {
    verbs: options.verbs ?? protocol.assumes,
    nodes,
    mayCrash,
    links: waysOf(config).filter(({ from, to }) => busy.size === 0 || (busy.has(from) && busy.has(to))),
    triggers: triggers.filter(({ node }) => mayCrash.includes(node)),
    calls: options.calls ?? [],
    moments: distinct(world.trace.map(({ at }) => at)).filter((at) => at <= until * STORMY),
    calmAt: Math.floor(until * STORMY),
    most: options.most,
  };
  return { weather, events: world.index };
}
