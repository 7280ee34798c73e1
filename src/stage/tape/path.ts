/**
 * The line a message draws on the tape: straight in simulated time, flat where it was held, steeper or shallower
 * after a delay. Worked out from the trace; for a message still under way, from where it will arrive.
 */

import type { Micros } from '#/scenarios';
import { endWithin, type Journey, type Story } from './story';

/** A corner of the line: a time, and how far along the link, 0 to 1. */
export interface Corner {
  readonly at: Micros;
  readonly place: number;
}

/** The straight line it is on: where it would be at any time. */
interface Course {
  left: Micros;
  arrives: Micros;
}

export interface JourneyPath {
  readonly corners: readonly Corner[];
  /** For a message that is still moving: the line its head is on. */
  readonly heading: Readonly<Course> | null;
  /** Since when it has been held, if it is held now. */
  readonly held: Corner | null;
}

const placeOn = ({ left, arrives }: Course, at: Micros): number =>
  arrives <= left ? 1 : Math.min(1, Math.max(0, (at - left) / (arrives - left)));

/** When the original of a copy would have set out, had it never been parked. */
function leftOf(story: Story, journey: Journey, at: Micros): Micros {
  let left = journey.at;
  let heldAt = -1;
  for (const change of journey.changes) {
    if (change.at > at) break;
    if (change.type === 'held') heldAt = change.at;
    if (change.type === 'released' && heldAt >= 0) {
      left += change.at - heldAt;
      heldAt = -1;
    }
  }
  if (heldAt >= 0) left += at - heldAt;
  const origin = story.journey(journey.origin);
  return origin && origin !== journey ? leftOf(story, origin, journey.at) + (left - journey.at) : left;
}

/** How much later than first planned a message moves, by being parked and delayed, and how long it was parked. */
function lag(journey: Journey, entries: number, until: Micros): { total: Micros; parked: Micros } {
  let [total, parked, heldAt] = [0, 0, -1];
  for (const change of journey.changes) {
    if (change.entry >= entries) break;
    if (change.type === 'held') heldAt = change.at;
    else if (change.type === 'delayed') total += change.byUs;
    else if (heldAt >= 0) {
      parked += change.at - heldAt;
      heldAt = -1;
    }
  }
  if (heldAt >= 0) parked += until - heldAt;
  return { total: total + parked, parked };
}

/**
 * `entries` clips the journey to a position; `arrivesAt` is when a message under way will arrive as things
 * stand (for a held one, as when it was parked). Without it, such a journey shows its start only.
 */
export function pathOf(
  story: Story,
  journey: Journey,
  entries: number,
  arrivesAt: Micros | null = null,
): JourneyPath {
  const end = endWithin(journey.end, entries);
  const waits = endWithin(journey.waits, entries);
  const origin = story.journey(journey.origin);
  const left = origin ? leftOf(story, origin, journey.at) : journey.at;
  const landed = waits?.at ?? (end?.how === 'delivered' ? end.at : null);
  const first = firstArrival(journey, entries, left, landed, end, arrivesAt);
  if (first === null) return { corners: [{ at: journey.at, place: 0 }], heading: null, held: null };

  const course: Course = { left, arrives: first };
  const corners: Corner[] = [{ at: journey.at, place: placeOn(course, journey.at) }];
  let held: Corner | null = null;
  for (const change of journey.changes) {
    if (change.entry >= entries) break;
    const corner: Corner = {
      at: change.at,
      place: held ? (held as Corner).place : placeOn(course, change.at),
    };
    corners.push(corner);
    if (change.type === 'held') held = corner;
    else if (change.type === 'delayed') delay(course, corner, change.byUs);
    else if (held) {
      course.left += change.at - (held as Corner).at;
      course.arrives += change.at - (held as Corner).at;
      held = null;
    }
  }
  if (landed !== null) corners.push({ at: landed, place: 1 });
  else if (end) corners.push({ at: end.at, place: held ? (held as Corner).place : end.place });
  const moving = end === null && waits === null && held === null;
  return { corners, heading: moving ? { ...course } : null, held: end === null ? held : null };
}

/** When it would have arrived had nobody touched it; null when nothing tells. */
function firstArrival(
  journey: Journey,
  entries: number,
  left: Micros,
  landed: Micros | null,
  end: Journey['end'],
  arrivesAt: Micros | null,
): Micros | null {
  if (landed !== null) return landed - lag(journey, entries, landed).total;
  if (end !== null) {
    const moved = end.at - left - lag(journey, entries, end.at).parked;
    return end.place > 0 ? left + moved / end.place : left;
  }
  if (arrivesAt === null) return null;
  const last = journey.changes.findLast((c) => c.entry < entries && c.type !== 'delayed');
  const until = last?.type === 'held' ? last.at : arrivesAt;
  return arrivesAt - lag(journey, entries, until).total;
}

/** It stays where it is and moves on more slowly: the span is stretched around its place. */
function delay(course: Course, { at, place }: Corner, byUs: Micros): void {
  course.arrives = Math.max(course.arrives, at) + byUs;
  if (place < 1) course.left = (at - place * course.arrives) / (1 - place);
}
