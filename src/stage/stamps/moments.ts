/**
 * Where a tape has room for stamps: the moments at which something happened at a node, in the window and nowhere
 * else. Several events of one node at one moment are one, since they stand at one place.
 */

import type { Entry } from '#/scenarios';
import type { Frame, Lane, Lanes } from '../tape/frame';
import type { Stamp } from './stamping';

export interface Moment {
  /** The entry that stands for it: the first that is more than bookkeeping. */
  readonly entry: number;
  readonly lane: Lane;
  readonly at: number;
  readonly x: number;
  /** What the node's clock said before it; null where that is not known. */
  readonly before: Stamp | null;
  readonly first: Stamp;
  readonly last: Stamp;
  /** A message or an operation, rather than something the node did by itself. */
  readonly matters: boolean;
}

/** Of these alone nobody hears. They count for clocks all the same. */
const QUIET: ReadonlySet<Entry['type']> = new Set([
  'timer set',
  'timer cancelled',
  'chose',
  'slowed',
  'command',
]);
const MATTERS: ReadonlySet<Entry['type']> = new Set([
  'sent',
  'duplicated',
  'delivered',
  'invoked',
  'completed',
  'late',
]);

/** How far back one looks for what a clock said before the window; further is as good as unknown. */
const FURTHEST = 2_000;

/** The index of the first entry at or after a moment. */
export function firstAt(trace: readonly Entry[], at: number): number {
  let [low, high] = [0, trace.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trace[middle] as Entry).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the entry before this one at the same node, or −1. */
export function previousAt(trace: readonly Entry[], index: number, node: string): number {
  for (let i = index - 1; i >= Math.max(0, index - FURTHEST); i--) if (trace[i]?.node === node) return i;
  return -1;
}

interface Draft {
  entry: number;
  readonly lane: Lane;
  readonly at: number;
  readonly before: Stamp | null;
  readonly first: Stamp;
  last: Stamp;
  loud: boolean;
  matters: boolean;
}

/** In the order in which they happened. */
export function momentsOf(
  trace: readonly Entry[],
  stamps: readonly (Stamp | null)[],
  frame: Frame,
  { lanes }: Lanes,
): readonly Moment[] {
  const latest = new Map<string, Draft>();
  const found: Draft[] = [];
  const until = frame.from + frame.length;
  for (let i = firstAt(trace, frame.from); i < trace.length; i++) {
    const entry = trace[i] as Entry;
    if (entry.at > until) break;
    const { node, at, id, type } = entry;
    const stamp = stamps[i];
    if (node === null || stamp === null || stamp === undefined) continue;
    const lane = lanes.find((l) => l.id === node);
    if (!lane) continue;
    const [loud, matters] = [!QUIET.has(type), MATTERS.has(type)];
    const previous = latest.get(node);
    if (previous?.at === at) {
      if (loud && !previous.loud) previous.entry = id;
      previous.last = stamp;
      previous.loud ||= loud;
      previous.matters ||= matters;
      continue;
    }
    const earlier = previous ? previous.last : (stamps[previousAt(trace, i, node)] ?? null);
    const draft = { entry: id, lane, at, before: earlier, first: stamp, last: stamp, loud, matters };
    latest.set(node, draft);
    found.push(draft);
  }
  return found.filter((draft) => draft.loud).map((draft) => ({ ...draft, x: frame.x(draft.at) }));
}
