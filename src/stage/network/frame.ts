/**
 * Where every message is at a moment: a pure function of a view, a time and a layout. Playing, scrubbing and
 * stepping draw by this one path, and tests read it. A message that will be lost looks like any other until it
 * is: neither a view nor a frame knows.
 */

import type { Entry, MessageKind, MessageView, Micros, NodeId, View } from '#/scenarios';
import { type Layout, type LinkPlace, TOKEN_HEIGHT, type Way, wayKey } from './layout';
import { beside, type Point, type Stand, standAt } from './track';
import { standOn } from './trays';

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

const nameKey = (m: Pick<MessageView, 'from' | 'to' | 'kind' | 'nth' | 'copy'>): string =>
  `${m.from}→${m.to} ${m.kind} ${m.nth} ${m.copy}`;

/** How far along its link a message is, from 0 to 1: linear in simulated time. */
export function shareAt(m: Pick<MessageView, 'leftAt' | 'arrivesAt'>, at: Micros): number {
  const span = m.arrivesAt - m.leftAt;
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (at - m.leftAt) / span));
}

/** The middle of a link's line, where its cut and its button are. */
export const middleOf = (link: LinkPlace): Stand => standAt(link.line, 0.5);

function looks(layout: Layout, kind: string): Pick<Token, 'shape' | 'label' | 'width'> {
  const { shape, short } = layout.kinds[kind] ?? { shape: 'square', short: kind.slice(0, 4) };
  const room = { square: 12, circle: 16, diamond: 26, hexagon: 22 }[shape];
  return { shape, label: short, width: Math.max(30, short.length * LETTER + room) };
}

/** What a view alone says of where a message goes: worked out once for a view, not for each frame. */
interface Standing {
  /** How many of the same direction set out at the same moment before this one: they go side by side. */
  readonly abreast: number;
  /** How many wait at the same door, or lie in the same tray, before this one; and how many do in all. */
  readonly rank: number;
  readonly among: { count: number };
  /** The message that this one is a copy of, if it is still on its way. */
  readonly original: MessageView | undefined;
}

const standings = new WeakMap<View, ReadonlyMap<MessageView, Standing>>();

function standingsOf(view: View): ReadonlyMap<MessageView, Standing> {
  const known = standings.get(view);
  if (known) return known;
  const found = new Map<MessageView, Standing>();
  const setOut = new Map<string, number>();
  const together = new Map<string, { count: number }>();
  const originals = new Map<string, MessageView>();
  for (const m of view.messages) {
    const way = wayKey(m.from, m.to);
    const left = `${way} ${m.leftAt}`;
    const place = `${way} ${m.status}`;
    const named = `${way} ${m.kind} ${m.nth}`;
    const abreast = setOut.get(left) ?? 0;
    const among = together.get(place) ?? { count: 0 };
    if (m.copy === 0) originals.set(named, m);
    found.set(m, {
      abreast: Math.min(abreast, 3),
      rank: among.count,
      among,
      original: m.copy === 0 ? undefined : originals.get(named),
    });
    setOut.set(left, abreast + 1);
    among.count++;
    together.set(place, among);
  }
  standings.set(view, found);
  return found;
}

/** The room for each of n messages in a tray: their width, or less when there are many. */
export const trayStep = (layout: Layout, n: number): number =>
  Math.min(46, Math.max(20, (layout.width * 0.4) / Math.max(1, n)));

/** Where the k-th of n held messages lies in its tray. */
function trayPlace(layout: Layout, way: Way, k: number, n: number): Point {
  return { x: way.tray.x + (k - (n - 1) / 2) * trayStep(layout, n), y: way.tray.y };
}

function placed(m: MessageView, standing: Standing, at: Micros, layout: Layout, way: Way): Point {
  const { lane, track } = way.link;
  if (m.status === 'held') return trayPlace(layout, way, standing.rank, standing.among.count);
  if (m.status === 'waiting') {
    const back = (standing.rank * (TOKEN_HEIGHT + 10)) / (track.length || 1);
    return beside(standOn(way.link.track, way.backwards, 1 - Math.min(0.8, back)), lane);
  }
  return beside(standOn(way.link.track, way.backwards, shareAt(m, at)), lane + standing.abreast * 11);
}

function threadOf(
  m: MessageView,
  all: ReadonlyMap<MessageView, Standing>,
  at: Micros,
  layout: Layout,
  way: Way,
): Point | null {
  const original = all.get(m)?.original;
  const standing = original && all.get(original);
  if (original && standing) return placed(original, standing, at, layout, way);
  if (m.status !== 'held') return null;
  const { x, y } = standOn(way.link.track, way.backwards, m.place);
  return { x, y };
}

function tokenOf(
  m: MessageView,
  all: ReadonlyMap<MessageView, Standing>,
  at: Micros,
  layout: Layout,
): Token | null {
  const way = layout.ways.get(wayKey(m.from, m.to));
  const standing = all.get(m);
  if (!way || !standing) return null;
  const { from, to, kind, nth, copy, entry, status } = m;
  return {
    ...placed(m, standing, at, layout, way),
    ...looks(layout, kind),
    ...{ key: nameKey(m), entry, from, to, kind, nth, copy, status },
    thread: threadOf(m, all, at, layout, way),
  };
}

function dropOf(drop: Drop, layout: Layout): Token | null {
  const way = layout.ways.get(wayKey(drop.from, drop.to));
  if (!way) return null;
  const { from, to, kind, nth, copy } = drop;
  const at = beside(standOn(way.link.track, way.backwards, drop.place), way.link.lane);
  return {
    ...at,
    ...looks(layout, kind),
    ...{ key: `dropped ${drop.id}`, entry: drop.id, from, to, kind, nth, copy },
    status: 'dropped',
    thread: null,
  };
}

/** More messages than this are not drawn each, */
export const MOST_TOKENS = 300;

/** but one in so many: told apart by when they left, so that those that are drawn stay so. */
export const oneIn = ({ messages }: Pick<View, 'messages'>): number =>
  Math.ceil(messages.length / MOST_TOKENS) || 1;

/** The picture's moving parts at a time between the view's event and the next. `drops` are drawn as they are. */
export function frame(view: View, at: Micros, layout: Layout, drops: readonly Drop[] = []): Frame {
  const tokens: Token[] = [];
  for (const drop of drops) {
    const token = dropOf(drop, layout);
    if (token) tokens.push(token);
  }
  const all = standingsOf(view);
  const share = oneIn(view);
  for (const m of view.messages) {
    // Multiplied, since entries of a kind may come at equal distances.
    if ((Math.imul(m.entry, 0x9e3779b1) >>> 8) % share !== 0) continue;
    const token = tokenOf(m, all, at, layout);
    if (token) tokens.push(token);
  }
  const timers = view.nodes.flatMap((node) =>
    node.timers.map((timer) => {
      const span = timer.dueAt - timer.setAt;
      // A paused node's timers run out as any others do; what is due waits until it goes on.
      const left = span <= 0 ? 0 : Math.min(1, Math.max(0, (timer.dueAt - at) / span));
      return { node: node.id, name: timer.name, left };
    }),
  );
  return { tokens, timers };
}

/** How long a lost message stays in sight, in virtual microseconds. */
const lingers = (pace: Micros): Micros => pace * 0.8;

/** Where more happens than this within those moments, only the last of it is looked through, */
const MOST_LOOKED_AT = 3_000;
/** and no more than this many are shown. */
const MOST_DROPS = 40;

/** What was lost in the latest event or within the last moments of watching; latest last. */
export function recentDrops(trace: readonly Entry[], index: number, at: Micros, pace: Micros): Drop[] {
  const found: Drop[] = [];
  const least = Math.max(0, trace.length - MOST_LOOKED_AT);
  for (let i = trace.length - 1; i >= least && found.length < MOST_DROPS; i--) {
    const entry = trace[i] as Entry;
    if (entry.event !== index && at - entry.at > lingers(pace)) break;
    if (entry.type === 'dropped') found.push(entry);
  }
  return found.reverse();
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
