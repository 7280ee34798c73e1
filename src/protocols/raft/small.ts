/**
 * Small worlds in which searching finds a mistake soon, and what it finds is easy to follow: few servers, most of which
 * hear only their neighbours; no heartbeats, so that a message says something new; and a client or two that ask once.
 * All of it is among what Raft assumes: a network may be cut for ever, and messages may take as long as they like.
 */

import { border, common, linksOf } from './place';

type Place = readonly [id: string, x: number, y: number];

interface Small {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly seed: number;
  readonly servers: readonly Place[];
  readonly clients?: readonly Place[];
  /** Who hears whom, each pair once; the other links are cut from the start. */
  readonly hears: readonly (readonly [string, string])[];
  /** 10 to 15 ms, unless it is this. */
  readonly latency?: object;
  /** Directions with rules of their own, of those that are heard. */
  readonly rules?: { readonly between: readonly (readonly [string, string])[]; readonly rules: object };
  readonly params?: Readonly<Record<string, string | number>>;
  readonly durable?: Readonly<Record<string, unknown>>;
  readonly workload?: readonly object[];
  readonly script?: readonly object[];
  /** How long it runs, unless it is not a second and a half. */
  readonly stopUs?: number;
  /** The last term in which anybody stands, what else may happen, and how far it is explored. */
  readonly explore: Readonly<Record<string, unknown>> & { readonly maxTerm: number };
}

/** A call of a client, once a leader is likely to be there. */
export const call = (at: number, node: string, f: string, value?: unknown) => ({
  at: at * 1000,
  node,
  op: { f, ...(value === undefined ? {} : { value }) },
});

const quiet = { heartbeatUs: 0, retryUs: 0, timeoutUs: 0 };

/** Servers in a row, as far apart as there is room. */
export const inARow = (...ids: string[]): readonly Place[] =>
  ids.map((id, i) => [id, Math.round(16 + (68 * i) / Math.max(1, ids.length - 1)), i % 2 === 0 ? 34 : 58]);

/** Each hears the next one. */
export const neighbours = (...ids: string[]): readonly (readonly [string, string])[] =>
  ids.slice(1).map((id, i) => [ids[i] as string, id]);

export function small(world: Small) {
  const { clients = [], durable = {}, explore, hears, params = {}, servers, stopUs = 1_500_000 } = world;
  const own = world.rules ?? { between: [], rules: {} };
  const names = servers.map(([id]) => id);
  const links = linksOf(
    names,
    clients.map(([id]) => id),
  ).map((plain) => {
    const link = world.latency ? { ...plain, rules: { ...plain.rules, latency: world.latency } } : plain;
    return own.between.some((pair) => pair.join() === link.between.join())
      ? { ...link, rules: { ...link.rules, ...own.rules }, back: { duplicate: 0, ...link.rules } }
      : link;
  });
  const apart = links
    .map(({ between }) => between as [string, string])
    .filter(([a, b]) => !hears.some((pair) => pair.includes(a) && pair.includes(b)))
    .flatMap(([a, b]) => border([a], [b]));
  const { maxTerm, ...bounds } = explore;
  return {
    ...common,
    name: world.name,
    title: world.title,
    summary: world.summary,
    seed: world.seed,
    nodes: [
      ...servers.map(([id, x, y]) => ({ id, role: 'server', x, y })),
      ...clients.map(([id, x, y]) => ({ id, role: 'client', x, y })),
    ],
    links,
    params: { ...quiet, ...params },
    durable,
    workload: world.workload ?? [],
    script: [
      ...(apart.length > 0 ? [{ at: 0, command: { verb: 'cut', links: apart } }] : []),
      ...(world.script ?? []),
    ],
    stop: { atUs: stopUs },
    knobs: [],
    actions: names.flatMap((id) => [
      { id: `crash-${id}`, label: `Crash ${id}`, command: { verb: 'crash', node: id, disk: 'kept' } },
      { id: `restart-${id}`, label: `Restart ${id}`, command: { verb: 'restart', node: id } },
    ]),
    moments: {
      stands: { label: 'a server stands for election', when: { type: 'sent', kind: 'RequestVote' } },
      leads: { label: 'a server comes to lead', when: { type: 'persisted', key: 'led' } },
    },
    opening: { moment: 'stands' },
    observe: 'leaders',
    explore: {
      maxLost: 0,
      maxDuplicated: 0,
      maxCrashes: 0,
      depth: 60,
      states: 500_000,
      ...(apart.length > 0 && { cut: apart }),
      ...bounds,
      params: { electionMinUs: 150_000, electionMaxUs: 150_000, timeoutUs: 0, maxTerm },
    },
  };
}
