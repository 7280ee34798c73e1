/** What lasts at a node or on a link: timers, calls, times down or paused, cuts, marks. Pure; CSS pixels. */

import type { Entry, Micros, NodeView, Scenario } from '#/scenarios';
import { isInSight } from './arrows';
import type { Frame, Lane } from './frame';
import { type CallSpan, type CutSpan, endWithin, type IdleSpan, type Story } from './story';

/** `x2` is null while it lasts: drawn as far as the cursor. */
interface Stripe {
  readonly entry: number;
  readonly endEntry: number | null;
  readonly x1: number;
  readonly x2: number | null;
}

export interface TimerBar extends Stripe {
  readonly y: number;
  readonly name: string;
  readonly delayUs: Micros;
  readonly how: 'running' | 'fired' | 'cancelled' | 'replaced' | 'crashed';
  /** Where it will fall due as things stand, while it runs. */
  readonly dueX: number | null;
}

export interface CallBar extends Stripe {
  readonly y: number;
  readonly call: CallSpan;
  readonly outcome: 'open' | 'ok' | 'failed' | 'unknown';
}

/** A part of a lane: going, down or paused. */
export interface LaneRun extends Stripe {
  readonly y: number;
  readonly how: 'running' | IdleSpan['how'];
}

export interface CutBand extends Stripe {
  readonly y1: number;
  readonly y2: number;
  readonly cut: CutSpan;
}

export interface MarkAt {
  readonly entry: number;
  readonly type: Entry['type'];
  readonly x: number;
  readonly y: number;
}

export const TIMER_RISE = 13;
export const CALL_RISE = 55;
export const CALL_HEIGHT = 19;

interface Scene {
  readonly story: Story;
  readonly entries: number;
  readonly frame: Frame;
  readonly lanes: ReadonlyMap<string, Lane>;
}

const lasting = (frame: Frame, at: Micros, end: { at: Micros } | null) =>
  isInSight(frame, at, end?.at ?? Number.MAX_SAFE_INTEGER);

const stripe = (frame: Frame, at: Micros, entry: number, end: { at: Micros; entry: number } | null) => ({
  entry,
  endEntry: end?.entry ?? null,
  x1: frame.x(at),
  x2: end && frame.x(end.at),
});

/** Bars of one lane that overlap are stacked, three high at most. */
export function timersOf(scene: Scene, nodes: readonly Pick<NodeView, 'id' | 'timers'>[]): TimerBar[] {
  const { story, entries, frame, lanes } = scene;
  const free = new Map<string, number[]>();
  const found: TimerBar[] = [];
  for (const timer of story.timers) {
    if (timer.entry >= entries) break;
    const end = endWithin(timer.end, entries);
    const lane = lanes.get(timer.node);
    if (!lane || !lasting(frame, timer.at, end)) continue;
    const tracks = free.get(timer.node) ?? [];
    free.set(timer.node, tracks);
    let track = tracks.findIndex((until) => until <= timer.at);
    if (track < 0) track = Math.min(2, tracks.length);
    tracks[track] = end?.at ?? Number.MAX_SAFE_INTEGER;
    const due = nodes
      .find((n) => n.id === timer.node)
      ?.timers.find((t) => t.name === timer.name && t.setAt === timer.at)?.dueAt;
    found.push({
      ...stripe(frame, timer.at, timer.entry, end),
      y: lane.y - TIMER_RISE - track * 7,
      name: timer.name,
      delayUs: timer.delayUs,
      how: end?.how ?? 'running',
      dueX: end || due === undefined ? null : frame.x(due),
    });
  }
  return found;
}

export function callsOf({ story, entries, frame, lanes }: Scene): CallBar[] {
  const found: CallBar[] = [];
  for (const call of story.calls) {
    if (call.entry >= entries) break;
    const end = endWithin(call.end, entries);
    const lane = lanes.get(call.node);
    if (!lane || !lasting(frame, call.at, end)) continue;
    found.push({
      ...stripe(frame, call.at, call.entry, end),
      y: lane.y - CALL_RISE,
      call,
      outcome: end?.outcome ?? 'open',
    });
  }
  return found;
}

/** Each lane cut into its parts. */
export function laneRunsOf({ story, entries, frame, lanes }: Scene): LaneRun[] {
  const found: LaneRun[] = [];
  for (const lane of lanes.values()) {
    let [x, entry] = [frame.left, -1];
    for (const span of story.idle) {
      if (span.node !== lane.id || span.entry >= entries) continue;
      const end = endWithin(span.end, entries);
      found.push({ entry, endEntry: span.entry, x1: x, x2: frame.x(span.at), y: lane.y, how: 'running' });
      found.push({ ...stripe(frame, span.at, span.entry, end), y: lane.y, how: span.how });
      if (!end) {
        entry = -2;
        break;
      }
      [x, entry] = [frame.x(end.at), end.entry];
    }
    if (entry !== -2) found.push({ entry, endEntry: null, x1: x, x2: null, y: lane.y, how: 'running' });
  }
  return found;
}

export function bandsOf({ story, entries, frame, lanes }: Scene): CutBand[] {
  const found: CutBand[] = [];
  for (const cut of story.cuts) {
    const end = endWithin(cut.end, entries);
    if (cut.entry >= entries || !lasting(frame, cut.at, end)) continue;
    const ys = cut.links
      .flatMap((l) => [lanes.get(l.from)?.y, lanes.get(l.to)?.y])
      .filter((y) => y !== undefined);
    if (ys.length === 0) continue;
    found.push({
      ...stripe(frame, cut.at, cut.entry, end),
      y1: Math.min(...ys) - 9,
      y2: Math.max(...ys) + 9,
      cut,
    });
  }
  return found;
}

export function marksOf({ story, entries, frame, lanes }: Scene): MarkAt[] {
  const found: MarkAt[] = [];
  for (const mark of story.marks) {
    if (mark.entry >= entries || mark.at > frame.from + frame.length) break;
    const lane = lanes.get(mark.node);
    if (!lane || mark.at < frame.from) continue;
    found.push({ entry: mark.entry, type: mark.type, x: frame.x(mark.at), y: lane.y });
  }
  return found;
}

export const lanesById = (lanes: readonly Lane[]): ReadonlyMap<string, Lane> =>
  new Map(lanes.map((lane) => [lane.id, lane]));

/** Whether a cut needs its links named, or the picture says it all. */
export function cutNeedsNames(scenario: Scenario, cut: CutSpan): boolean {
  const oneWay = cut.links.some((l) => !cut.links.some((o) => o.from === l.to && o.to === l.from));
  return oneWay || scenario.links.length > 1;
}
