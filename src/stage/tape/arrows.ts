/** Messages as lines between lanes: the part of a drawing that comes from journeys. Pure; CSS pixels. */

import type { MessageView, Micros, Scenario } from '#/scenarios';
import type { Frame, Lane } from './frame';
import { type Corner, type JourneyPath, pathOf } from './path';
import { endWithin, type Journey, type Story } from './story';

export type XY = readonly [x: number, y: number];

export interface Stretch {
  readonly from: XY;
  /** Null while it lasts: drawn as far as the cursor. */
  readonly to: XY | null;
}

/** A head on its way: where it is at a time follows from these numbers and nothing else. */
export interface Heading {
  readonly left: Micros;
  readonly arrives: Micros;
  readonly fromY: number;
  readonly toY: number;
}

export interface Arrow {
  readonly entry: number;
  readonly endEntry: number | null;
  readonly journey: Journey;
  readonly status: 'delivered' | 'dropped' | 'moving' | 'held' | 'waiting';
  readonly shape: 'square' | 'circle' | 'diamond' | 'hexagon';
  /** Corners that have been passed. */
  readonly points: readonly XY[];
  /** The rest of the line of a moving one, drawn only as far as the cursor. */
  readonly ahead: XY | null;
  readonly heading: Heading | null;
  /** Where it was parked on its link, or waits at a paused node. */
  readonly parked: readonly Stretch[];
  /** From a copy to the message it is a copy of. */
  readonly thread: readonly [XY, XY] | null;
}

export function isInSight(frame: Frame, from: Micros, to: Micros): boolean {
  return to >= frame.from && from <= frame.from + frame.length;
}

interface Scene {
  readonly story: Story;
  readonly entries: number;
  readonly frame: Frame;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly scenario: Scenario;
  /** Where messages under way will arrive, by the entry that put them there. */
  readonly underWay: ReadonlyMap<number, Pick<MessageView, 'arrivesAt'>>;
}

function arrowOf(scene: Scene, journey: Journey): Arrow | null {
  const { story, entries, frame, lanes, scenario, underWay } = scene;
  const [from, to] = [lanes.get(journey.from), lanes.get(journey.to)];
  if (!from || !to) return null;
  const end = endWithin(journey.end, entries);
  const path = pathOf(story, journey, entries, underWay.get(journey.entry)?.arrivesAt ?? null);
  const xy = ({ at, place }: Corner): XY => [frame.x(at), from.y + (to.y - from.y) * place];
  const last = path.corners.at(-1) as Corner;
  const { heading } = path;
  const waits = endWithin(journey.waits, entries);
  const parked = stretches(path, xy);
  if (waits) parked.push({ from: [frame.x(waits.at), to.y], to: end && [frame.x(end.at), to.y] });
  return {
    entry: journey.entry,
    endEntry: end?.entry ?? null,
    journey,
    status: statusOf(end, path, waits !== null),
    shape: scenario.kinds[journey.kind]?.shape ?? 'circle',
    points: path.corners.map(xy),
    ahead: heading && xy({ at: Math.max(heading.arrives, last.at), place: 1 }),
    heading: heading && { ...heading, fromY: from.y, toY: to.y },
    parked,
    thread: threadOf(scene, journey, path),
  };
}

function statusOf(end: Journey['end'], path: JourneyPath, waits: boolean): Arrow['status'] {
  if (end) return end.how === 'delivered' ? 'delivered' : 'dropped';
  if (path.held) return 'held';
  return waits ? 'waiting' : 'moving';
}

function stretches(path: JourneyPath, xy: (corner: Corner) => XY): Stretch[] {
  const found: Stretch[] = [];
  path.corners.forEach((corner, i) => {
    const next = path.corners[i + 1];
    if (next && next.place === corner.place && next.at > corner.at && corner.place < 1) {
      found.push({ from: xy(corner), to: xy(next) });
    }
  });
  if (path.held) found.push({ from: xy(path.held), to: null });
  return found;
}

/** The copy of a message that has moved on starts away from it; a thin thread says whose copy it is. */
function threadOf({ story, entries, frame, lanes, underWay }: Scene, journey: Journey, path: JourneyPath) {
  const origin = story.journey(journey.origin);
  const start = path.corners[0];
  if (!origin || !start) return null;
  const [from, to] = [lanes.get(journey.from), lanes.get(journey.to)];
  if (!from || !to) return null;
  const known = pathOf(story, origin, entries, underWay.get(origin.entry)?.arrivesAt ?? null);
  const place = placeAt(known, start.at);
  if (place === null || Math.abs(place - start.place) < 0.02) return null;
  const at = (p: number): XY => [frame.x(start.at), from.y + (to.y - from.y) * p];
  return [at(start.place), at(place)] as const;
}

function placeAt(path: JourneyPath, at: Micros): number | null {
  const after = path.corners.findIndex((c) => c.at >= at);
  const b = path.corners[after];
  const a = path.corners[Math.max(0, after - 1)];
  if (a && b) return b.at === a.at ? b.place : a.place + ((b.place - a.place) * (at - a.at)) / (b.at - a.at);
  if (path.heading) return (at - path.heading.left) / (path.heading.arrives - path.heading.left);
  return null;
}

/** The arrows of a window. A journey that crosses all of it is drawn as well. */
export function arrowsOf(scene: Scene): readonly Arrow[] {
  const { story, entries, frame } = scene;
  const found: Arrow[] = [];
  for (const journey of story.journeys) {
    if (journey.entry >= entries || journey.at > frame.from + frame.length) break;
    const end = endWithin(journey.end, entries);
    if (end && end.at < frame.from) continue;
    const arrow = arrowOf(scene, journey);
    if (arrow) found.push(arrow);
  }
  return found;
}

/** Where a head is at a moment. */
export function headAt(heading: Heading, at: Micros): number {
  const span = heading.arrives - heading.left;
  const place = span <= 0 ? 1 : Math.min(1, Math.max(0, (at - heading.left) / span));
  return heading.fromY + (heading.toY - heading.fromY) * place;
}
