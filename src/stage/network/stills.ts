/**
 * Motion said without moving, for those who asked for less of it: where each message stood at the event before,
 * where it stands now, and an arrow between. Pure.
 */

import type { Entry, MessageView, View } from '#/scenarios';
import { frame, type Token } from './frame';
import { type Layout, wayKey } from './layout';
import { beside, distance, type Point, standAt } from './track';

export interface Still {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  /** What the ghost at `from` looks like. */
  readonly shape: Token['shape'];
  readonly width: number;
  /** It has arrived: a ghost is left at its end, since the message itself is gone. */
  readonly arrived: boolean;
}

/** The time of the event before this position. */
function timeBefore(trace: readonly Entry[], index: number): number {
  for (let i = trace.length - 1; i >= 0; i--) if ((trace[i] as Entry).event < index) return trace[i]?.at ?? 0;
  return 0;
}

const nearest = 8;

export function stillsOf(view: View, trace: readonly Entry[], layout: Layout): readonly Still[] {
  const before = timeBefore(trace, view.index);
  const moving: View = { ...view, messages: view.messages.filter((m) => m.status === 'in flight') };
  const now = frame(moving, view.at, layout).tokens;
  const then = frame(moving, before, layout).tokens;
  const moved = now.flatMap((token, i): Still[] => {
    const from = then[i];
    if (!from || distance(from, token) < nearest) return [];
    const { key, shape, width } = token;
    return [{ key, from, to: token, shape, width, arrived: false }];
  });
  return [...moved, ...arrivals(view, trace, before, layout)];
}

/** What arrived in the latest event, from where it stood before it. */
function arrivals(view: View, trace: readonly Entry[], before: number, layout: Layout): Still[] {
  const found: Still[] = [];
  for (let i = trace.length - 1; i >= 0; i--) {
    const entry = trace[i] as Entry;
    if (entry.event !== view.index) break;
    if (entry.type !== 'delivered') continue;
    const way = layout.ways.get(wayKey(entry.from, entry.to));
    const sent = trace.findLast(
      (e) => e.type === 'sent' && e.from === entry.from && e.kind === entry.kind && e.nth === entry.nth,
    );
    if (!way || !sent) continue;
    const there = standAt(way.link.track, way.backwards ? 0 : 1);
    const sign = way.backwards ? -1 : 1;
    const to = beside({ ...there, tx: there.tx * sign, ty: there.ty * sign }, way.link.lane);
    const { from, kind, nth, copy } = entry;
    const message: MessageView = {
      ...{ from, to: entry.to, kind, nth, copy, body: null, entry: entry.id, status: 'in flight', place: 0 },
      ...{ sentAt: sent.at, leftAt: sent.at, arrivesAt: entry.at },
    };
    const [start] = frame({ ...view, messages: [message] }, before, layout).tokens;
    if (!start || distance(start, to) < nearest) continue;
    found.push({
      key: `arrived ${entry.id}`,
      from: start,
      to,
      shape: start.shape,
      width: start.width,
      arrived: true,
    });
  }
  return found;
}
