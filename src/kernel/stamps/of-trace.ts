/**
 * Stamps for any run, whatever its protocol: each entry that happened at a node is an event of that node, and the
 * stamp is computed from causes and from what the node's wall clock read. An observer's clocks: they cost the nodes
 * nothing, and a crash does not reset them. What befalls a link or the world is no event, and has no stamp.
 */

import type { Entry } from '../trace';
import type { Micros } from '../values';
import { type Hybrid, hybridClock } from './hybrid';
import { epsilonAfter, type Interval, intervalAt, type Uncertainty } from './interval';
import { lamportClock } from './lamport';
import { newOracle, nextStamp } from './oracle';
import type { LogicalClock } from './rules';
import { type Counts, vectorClock } from './vector';

export interface StampKinds {
  lamport: number;
  vector: Counts;
  /** In microseconds of wall clocks. */
  hlc: Hybrid;
  /** What an oracle would hand out that everybody reaches at once: places in the one order of the trace, from 1. */
  oracle: number;
  interval: Interval;
}
export type StampKind = keyof StampKinds;
export type StampOf<K extends StampKind> = StampKinds[K];

export interface StampOptions {
  /** For vectors: whom they count from the start. Others are added as they are heard of. */
  readonly nodes?: readonly string[];
  /** For intervals: what each node may count on at the start; exact clocks where it is left out. */
  readonly uncertainty?: Uncertainty;
  /** For intervals: the bound at the entry, if it is one at which its node is synchronised anew; else null. */
  readonly syncs?: (entry: Entry) => Micros | null;
}

/** Gives the stamp of the next entry. It wants them in order, none left out; it keeps only what is in flight. */
type Stamper<S> = (entry: Entry) => S | null;

function logical<S>(clock: LogicalClock<S>, nodes: readonly string[]): Stamper<S> {
  const own = new Map<string, S>();
  /** By the entry that put a message, or a copy of one, on its link. */
  const carried = new Map<number, S>();
  const start = clock.init(nodes);
  return (entry) => {
    const { type, node, cause } = entry;
    if (node === null) {
      if (type === 'dropped') carried.delete(cause);
      return null;
    }
    const mine = own.get(node) ?? start;
    const place = { node, wall: entry.local };
    const sends = type === 'sent' || type === 'duplicated';
    // A paused node knows of what is in its inbox, as far as the trace says.
    const heard = type === 'delivered' || type === 'waits' ? carried.get(cause) : undefined;
    const stamp =
      heard === undefined ? clock[sends ? 'send' : 'local'](mine, place) : clock.receive(mine, heard, place);
    if (sends) carried.set(entry.id, stamp);
    if (type === 'delivered') carried.delete(cause);
    own.set(node, stamp);
    return stamp;
  };
}

function ordered(): Stamper<number> {
  let state = newOracle;
  return (entry) => {
    if (entry.node === null) return null;
    const { oracle, stamp } = nextStamp(state);
    state = oracle;
    return stamp;
  };
}

function bounded({ uncertainty = { boundUs: 0, driftPpm: 0 }, syncs }: StampOptions): Stamper<Interval> {
  const last = new Map<string, { readonly at: Micros; readonly boundUs: Micros }>();
  return (entry) => {
    if (entry.node === null) return null;
    const boundUs = syncs?.(entry) ?? null;
    if (boundUs !== null) last.set(entry.node, { at: entry.at, boundUs });
    const from = last.get(entry.node) ?? { at: 0, boundUs: uncertainty.boundUs };
    const known = { boundUs: from.boundUs, driftPpm: uncertainty.driftPpm };
    return intervalAt(entry.local, epsilonAfter(known, entry.at - from.at));
  };
}

const STAMPERS: { readonly [K in StampKind]: (options: StampOptions) => Stamper<StampOf<K>> } = {
  lamport: ({ nodes = [] }) => logical(lamportClock, nodes),
  vector: ({ nodes = [] }) => logical(vectorClock, nodes),
  hlc: ({ nodes = [] }) => logical(hybridClock, nodes),
  oracle: ordered,
  interval: bounded,
};

/** For a run that is still going on, or whose trace is not kept: one entry after the other. */
export const stamper = <K extends StampKind>(
  kind: K,
  options: StampOptions = {},
): ((entry: Entry) => StampOf<K> | null) => STAMPERS[kind](options);

/** The stamp of every entry of a trace, at the index of its entry. Vectors count every node of the trace. */
export function stampsOf<K extends StampKind>(
  trace: readonly Entry[],
  kind: K,
  options: StampOptions = {},
): readonly (StampOf<K> | null)[] {
  const nodes = options.nodes ?? [...new Set(trace.flatMap(({ node }) => node ?? []))];
  return trace.map(stamper(kind, { ...options, nodes }));
}
