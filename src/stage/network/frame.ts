/**
 * Where every message is at a moment: a pure function of a view, a time and a layout. Playing, scrubbing and
 * stepping draw by this one path, and tests read it. A message that will be lost looks like any other until it
 * is: neither a view nor a frame knows.
 */

import type { Entry, MessageKind, MessageView, Micros, NodeId, View } from '#/scenarios';
import { type Layout, type LinkPlace, TOKEN_HEIGHT, type Way, wayKey } from './layout';
import { beside, type Point, type Stand, standAt } from './track';

export interface Token extends Point {
  /** Names the message across frames. */
  readonly key: string;
  /** The entry that put it on its link. */
  readonly entry: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: string;
  readonly nth: number;
  /** 0 for the original. */
  readonly copy: number;
  readonly shape: MessageKind['shape'];
  /** Two to four letters. */
  readonly label: string;
  readonly width: number;
  readonly status: MessageView['status'] | 'dropped';
  /** Where a thread leads: from a copy to its original, from a held message to its place on the link. */
  readonly thread: Point | null;
}

/** How much of a timer is left, from 1 to 0. */
export interface TimerArc {
  readonly node: NodeId;
  readonly name: string;
  readonly left: number;
}

export interface Frame {
  readonly tokens: readonly Token[];
  readonly timers: readonly TimerArc[];
}

/** A message that was lost not long ago. */
export type Drop = Extract<Entry, { type: 'dropped' }>;

const LETTER = 8;

const standOn = ({ link, backwards }: Way, share: number): Stand => {
  const stand = standAt(link.track, backwards ? 1 - share : share);
  return backwards ? { ...stand, tx: -stand.tx, ty: -stand.ty } : stand;
};

const nameKey = (m: Pick<MessageView, 'from' | 'to' | 'kind' | 'nth' | 'copy'>): string =>
  `${m.from}→${m.to} ${m.kind} ${m.nth} ${m.copy}`;

/** How far along its link a message is, from 0 to 1: linear in simulated time. */
export function shareAt(m: Pick<MessageView, 'leftAt' | 'arrivesAt'>, at: Micros): number {
  const span = m.arrivesAt - m.leftAt;
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (at - m.leftAt) / span));
}

/** The middle of the tray for one direction of a link, on its own side of the line. */
export function trayAt(layout: Layout, way: Way): Point {
  const at = beside(standOn(way, 0.5), way.link.lane + TOKEN_HEIGHT + 12);
  return {
    x: Math.min(layout.width - 30, Math.max(30, at.x)),
    y: Math.min(layout.height - 22, Math.max(20, at.y)),
  };
}

/** The middle of a link's line, where its cut and its button are. */
export const middleOf = (link: LinkPlace): Stand => standAt(link.line, 0.5);

function looks(layout: Layout, kind: string): Pick<Token, 'shape' | 'label' | 'width'> {
  const { shape, short } = layout.kinds[kind] ?? { shape: 'square', short: kind.slice(0, 4) };
  const room = { square: 12, circle: 16, diamond: 26, hexagon: 22 }[shape];
  return { shape, label: short, width: Math.max(30, short.length * LETTER + room) };
}

/** How many of the same direction set out at the same moment before this one: they go side by side. */
function abreast(messages: readonly MessageView[], m: MessageView): number {
  let before = 0;
  for (const other of messages) {
    if (other === m) break;
    if (other.leftAt === m.leftAt && other.from === m.from && other.to === m.to) before++;
  }
  return Math.min(before, 3);
}

function waitingRank(messages: readonly MessageView[], m: MessageView): number {
  let rank = 0;
  for (const other of messages) {
    if (other === m) break;
    if (other.status === 'waiting' && other.from === m.from && other.to === m.to) rank++;
  }
  return rank;
}

/** Where the k-th of n held messages lies in its tray. */
export function trayPlace(layout: Layout, way: Way, k: number, n: number): Point {
  const tray = trayAt(layout, way);
  const step = Math.min(46, Math.max(20, (layout.width * 0.4) / n));
  return { x: tray.x + (k - (n - 1) / 2) * step, y: tray.y };
}

function placed(view: View, m: MessageView, at: Micros, layout: Layout, way: Way): Point {
  const { lane, track } = way.link;
  if (m.status === 'held') {
    const inTray = view.messages.filter((o) => o.status === 'held' && o.from === m.from && o.to === m.to);
    return trayPlace(layout, way, inTray.indexOf(m), inTray.length);
  }
  if (m.status === 'waiting') {
    const back = (waitingRank(view.messages, m) * (TOKEN_HEIGHT + 10)) / (track.length || 1);
    return beside(standOn(way, 1 - Math.min(0.8, back)), lane);
  }
  const aside = lane + abreast(view.messages, m) * 11;
  return beside(standOn(way, shareAt(m, at)), aside);
}

const origin = (view: View, m: MessageView): MessageView | undefined =>
  m.copy === 0
    ? undefined
    : view.messages.find(
        (o) => o.copy === 0 && o.nth === m.nth && o.kind === m.kind && o.from === m.from && o.to === m.to,
      );

function tokenOf(view: View, m: MessageView, at: Micros, layout: Layout): Token | null {
  const way = layout.ways.get(wayKey(m.from, m.to));
  if (!way) return null;
  const original = origin(view, m);
  const { from, to, kind, nth, copy, entry, status } = m;
  const thread = original
    ? placed(view, original, at, layout, way)
    : status === 'held'
      ? standOn(way, m.place)
      : null;
  return {
    ...placed(view, m, at, layout, way),
    ...looks(layout, kind),
    ...{ key: nameKey(m), entry, from, to, kind, nth, copy, status },
    thread: thread && { x: thread.x, y: thread.y },
  };
}

function dropOf(drop: Drop, layout: Layout): Token | null {
  const way = layout.ways.get(wayKey(drop.from, drop.to));
  if (!way) return null;
  const { from, to, kind, nth, copy } = drop;
  const at = beside(standOn(way, drop.place), way.link.lane);
  return {
    ...at,
    ...looks(layout, kind),
    ...{ key: `dropped ${drop.id}`, entry: drop.id, from, to, kind, nth, copy },
    status: 'dropped',
    thread: null,
  };
}

/** The picture's moving parts at a time between the view's event and the next. `drops` are drawn as they are. */
export function frame(view: View, at: Micros, layout: Layout, drops: readonly Drop[] = []): Frame {
  const tokens: Token[] = [];
  for (const drop of drops) {
    const token = dropOf(drop, layout);
    if (token) tokens.push(token);
  }
  for (const m of view.messages) {
    const token = tokenOf(view, m, at, layout);
    if (token) tokens.push(token);
  }
  const timers = view.nodes.flatMap((node) =>
    node.timers.map((timer) => {
      const span = timer.dueAt - timer.setAt;
      // A paused node's timers are overdue rather than running out.
      const left = span <= 0 ? 0 : Math.min(1, Math.max(0, (timer.dueAt - at) / span));
      return { node: node.id, name: timer.name, left };
    }),
  );
  return { tokens, timers };
}

/** How long a lost message stays in sight, in virtual microseconds. */
const lingers = (pace: Micros): Micros => pace * 0.8;

/** What was lost in the latest event or within the last moments of watching; latest last. */
export function recentDrops(trace: readonly Entry[], index: number, at: Micros, pace: Micros): Drop[] {
  const found: Drop[] = [];
  for (let i = trace.length - 1; i >= 0; i--) {
    const entry = trace[i] as Entry;
    if (entry.event !== index && at - entry.at > lingers(pace)) break;
    if (entry.type === 'dropped') found.unshift(entry);
  }
  return found;
}

/** Those of them that are still in sight at a later time. */
export const stillSeen = (
  drops: readonly Drop[],
  index: number,
  at: Micros,
  pace: Micros,
): readonly Drop[] =>
  drops.every((d) => d.event === index || at - d.at <= lingers(pace))
    ? drops
    : drops.filter((d) => d.event === index || at - d.at <= lingers(pace));
