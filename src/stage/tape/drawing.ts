/** Everything a tape shows at a position, laid out: a pure function of the run, the window and the width. */

import type { Entry, MessageView, Micros, NodeView, Scenario } from '#/scenarios';
import { entriesTo } from '../run';
import { type Arrow, arrowsOf } from './arrows';
import { axisTicks, type Frame, type Lanes } from './frame';
import type { Overlay } from './overlay';
import { type Box, type PlacedLabel, placeLabels, type Segment } from './place-labels';
import {
  bandsOf,
  CALL_HEIGHT,
  type CallBar,
  type CutBand,
  callsOf,
  type LaneRun,
  laneRunsOf,
  lanesById,
  type MarkAt,
  marksOf,
  type TimerBar,
  timersOf,
} from './spans';
import type { StampLayer, StampPlan } from './stamp-layer';
import type { Story } from './story';
import { LABEL_SIZE } from './text-width';
import type { Traffic } from './traffic';
import { type TrafficDrawing, trafficDrawing } from './traffic-drawing';
import { arrowWishes, bandWishes, callWishes, laneWishes, markWishes, timerWishes } from './wishes';

export interface Position {
  readonly story: Story;
  /** What lasts, of the whole run, where the story is that of a part of it. */
  readonly lasting?: Story;
  /** Where there is too much to look at one by one. */
  readonly traffic?: Traffic | null;
  readonly trace: readonly Entry[];
  /** The time of the last event that has been; told where there is traffic. */
  readonly at?: Micros;
  /** What is still on its way, and the timers that run; nothing where only a trace is at hand. */
  readonly messages: readonly Pick<MessageView, 'entry' | 'arrivesAt'>[];
  readonly nodes: readonly Pick<NodeView, 'id' | 'timers'>[];
  /** Whether calls are operations on a shared object. */
  readonly shared?: boolean;
  readonly overlay?: Overlay | undefined;
  readonly stamps?: StampLayer | null;
}

export interface Drawing {
  readonly arrows: readonly Arrow[];
  readonly timers: readonly TimerBar[];
  readonly calls: readonly CallBar[];
  readonly laneRuns: readonly LaneRun[];
  readonly bands: readonly CutBand[];
  readonly marks: readonly MarkAt[];
  readonly labels: readonly PlacedLabel[];
  /** The stamps of a clock, where one is shown, and which of them found room. */
  readonly stamps: { readonly plan: StampPlan; readonly placed: readonly PlacedLabel[] } | null;
  readonly ticks: ReturnType<typeof axisTicks>;
  /** Too much for single arrows: lines without names, drawn as one. */
  readonly crowded: boolean;
  /** Instead of all that: how many messages came to each node. */
  readonly traffic: TrafficDrawing | null;
}

/** More messages than this in one window are drawn as a texture. */
export const CROWD = 400;

const around = (x: number, y: number, r: number): Box => ({
  x: x - r,
  y: y - r,
  width: 2 * r,
  height: 2 * r,
});

function glyphs(
  drawing: Pick<Drawing, 'arrows' | 'timers' | 'calls' | 'marks' | 'laneRuns'>,
  frame: Frame,
): Box[] {
  const boxes: Box[] = [];
  for (const { points, status } of drawing.arrows) {
    const [first, last] = [points[0], points.at(-1)];
    if (first) boxes.push(around(first[0], first[1], 4));
    if (last) boxes.push(around(last[0], last[1], status === 'dropped' ? 8 : 5));
  }
  for (const { x1, x2, dueX, y } of drawing.timers) {
    boxes.push({ x: x1, y: y - 3, width: Math.max(1, (x2 ?? dueX ?? frame.right) - x1), height: 6 });
  }
  for (const { x1, x2, y, outcome } of drawing.calls) {
    // The words of a call stand in its bar: only the edges are in the way.
    for (const x of [x1, x2]) if (x !== null) boxes.push({ x: x - 1, y, width: 2, height: CALL_HEIGHT });
    if (outcome === 'unknown' && x2 !== null) boxes.push({ x: x2, y, width: 34, height: CALL_HEIGHT });
  }
  for (const { x, y, type } of drawing.marks) {
    boxes.push(type === 'persisted' ? around(x, y + 12, 6) : around(x, y, 4));
  }
  for (const { x1, y, how } of drawing.laneRuns) if (how !== 'running') boxes.push(around(x1 + 10, y, 8));
  return boxes;
}

/** What is drawn as lines, which words avoid where they can. */
function lines(
  drawing: Pick<Drawing, 'arrows' | 'bands' | 'laneRuns'>,
  frame: Frame,
  lanes: Lanes,
): Segment[] {
  const found: Segment[] = [];
  for (const { points, thread, ahead } of drawing.arrows) {
    for (const line of [ahead ? [...points, ahead] : points, thread ?? []]) {
      line.forEach(([x, y], i) => {
        const next = line[i + 1];
        if (next) found.push([x, y, next[0], next[1]]);
      });
    }
  }
  for (const { x1, x2, y1, y2 } of drawing.bands) {
    for (const x of [x1, x2]) if (x !== null) found.push([x, y1, x, y2]);
  }
  for (const { y } of lanes.lanes) found.push([frame.left, y, frame.right, y]);
  return found;
}

export function drawingOf(position: Position, scenario: Scenario, frame: Frame, lanes: Lanes): Drawing {
  const { story, lasting = story, trace, messages, nodes, shared = false, overlay, stamps } = position;
  const traffic = position.traffic ? trafficDrawing(position.traffic, frame, lanes, position.at ?? 0) : null;
  const underWay = new Map(messages.map((m) => [m.entry, m]));
  const scene = {
    story,
    entries: entriesTo(trace),
    frame,
    lanes: lanesById(lanes.lanes),
    scenario,
    underWay,
  };
  const arrows = traffic ? [] : arrowsOf(scene);
  const crowded = traffic !== null || arrows.length > CROWD;
  const timers = crowded ? [] : timersOf(scene, nodes);
  const calls = crowded ? [] : callsOf(scene);
  const laneRuns = laneRunsOf({ ...scene, story: lasting });
  const bands = bandsOf({ ...scene, story: lasting });
  const marks = crowded ? [] : marksOf(scene);
  const plan = stamps ? stamps.plan(trace, frame, lanes, crowded) : null;
  const stamped = new Set(plan?.wishes.map(({ key }) => key));
  const wishes = [
    ...(plan?.wishes ?? []),
    ...bandWishes(bands, frame, scenario),
    ...laneWishes(laneRuns),
    ...(crowded
      ? []
      : [
          ...arrowWishes(arrows, scenario),
          ...timerWishes(timers, frame),
          ...callWishes(calls, frame, shared),
          ...(overlay?.wishes(calls, frame) ?? []),
          ...markWishes(marks, trace, scenario),
        ]),
  ];
  const area = { x: 2, y: 0, width: frame.width - 2, height: lanes.axis };
  const names = lanes.lanes.map(({ y }) => ({ x: 0, y: y - 10, width: frame.left - 4, height: 18 }));
  const shown = { arrows: crowded ? [] : arrows, timers, calls, marks, laneRuns, bands };
  const taken = [...names, ...glyphs(shown, frame), ...(plan?.taken ?? [])];
  const placed = placeLabels(wishes, area, LABEL_SIZE, taken, lines(shown, frame, lanes));
  return {
    ...{ arrows, timers, calls, laneRuns, bands, marks, crowded, traffic },
    labels: placed.filter(({ key }) => !stamped.has(key)),
    stamps: plan && { plan, placed: placed.filter(({ key }) => stamped.has(key)) },
    ticks: axisTicks(frame),
  };
}
