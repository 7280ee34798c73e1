/** The time axis and the lanes: where a moment and a node are on a tape of a given width. CSS pixels throughout. */

import type { Micros, Scenario } from '#/scenarios';
import { nodeName, timeText } from '../words';
import { LABEL_SIZE, textWidth } from './text-width';

/** What is in sight: virtual microseconds. */
export interface Window {
  readonly from: Micros;
  readonly length: Micros;
}

export interface Frame extends Window {
  readonly width: number;
  /** Where time begins and ends on the page. */
  readonly left: number;
  readonly right: number;
  readonly x: (at: Micros) => number;
  readonly timeAt: (x: number) => Micros;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  /** Whether calls are made here: their bars need room above the lane. */
  readonly calls: boolean;
}

/** The distance a second of watching has on the tape, where nobody has zoomed. */
const PIXELS_A_SECOND = 96;
const LEAST_LEFT = 34;
const MOST_LEFT = 92;

/** Room for the names of the lanes; long names are cut short rather than squeezing the tape. */
export function leftOf(scenario: Scenario): number {
  const widest = Math.max(...scenario.nodes.map((n) => textWidth(nodeName(scenario, n.id), LABEL_SIZE)));
  return Math.round(Math.min(MOST_LEFT, Math.max(LEAST_LEFT, widest + 14)));
}

export function frameOf(width: number, left: number, window: Window): Frame {
  const right = Math.max(left + 40, width - 14);
  const perPixel = window.length / (right - left);
  return {
    ...window,
    width,
    left,
    right,
    x: (at) => left + (at - window.from) / perPixel,
    timeAt: (x) => window.from + (x - left) * perPixel,
  };
}

/** How much time is in sight on a tape of this width, before any zoom. Never more than the run can last. */
export function usualLength(scenario: Scenario, width: number, left: number): Micros {
  const seconds = Math.max(2, (width - 14 - left) / PIXELS_A_SECOND);
  return Math.min(scenario.stop.atUs, Math.round(seconds * scenario.pace));
}

/**
 * Where the window starts for a cursor: it turns like a page, keeping the head between 35 and 90 per cent, and
 * depends on nothing but the cursor, so that the same moment always looks the same.
 */
export function pageStart(at: Micros, length: Micros, whole: boolean): Micros {
  if (whole) return 0;
  const page = Math.max(0, Math.floor((at / length - 0.35) / 0.55));
  return Math.round(page * length * 0.55);
}

/** Whom the scenario lets make calls, so that the room for them is there before the first one. */
function callersOf(scenario: Scenario): ReadonlySet<string> {
  const callers = new Set<string>((scenario.workload ?? []).map((w) => w.node));
  for (const { command } of [...scenario.actions, ...(scenario.script ?? [])]) {
    if (command.verb === 'invoke') callers.add(command.node);
  }
  if (scenario.truth) callers.add(scenario.truth.client);
  return callers;
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly top: number;
  /** Below the last lane, where the axis is. */
  readonly axis: number;
  readonly height: number;
}

const ROOM = 40;
const CALL_ROOM = 26;
const GAPS: readonly number[] = [0, 60, 92, 70, 62, 56, 52, 50, 48, 48];

/** What a row of stamps takes on either side of a lane. */
const STAMP_ROOM = 24;

/** Lanes in the order of the scenario's nodes, further apart where a clock stamps their events. */
export function lanesOf(scenario: Scenario, dense = false, stamped = false): Lanes {
  const callers = callersOf(scenario);
  const room = stamped ? STAMP_ROOM : 0;
  const gap = Math.max(48, (GAPS[scenario.nodes.length] ?? 48) - (dense ? 16 : 0)) + room;
  let y = 0;
  const lanes = scenario.nodes.map(({ id }, i) => {
    const calls = callers.has(id);
    y += (i === 0 ? ROOM : gap) + (calls ? CALL_ROOM : 0);
    return { id, name: nodeName(scenario, id), y, calls };
  });
  const axis = y + 26 + room;
  return { lanes, top: 6, axis, height: axis + 46 };
}

/** The smallest of 1, 2 and 5 times a power of ten that is no less; whole, as time is. */
function roundStep(least: number): Micros {
  let power = 1;
  while (power * 10 <= least) power *= 10;
  return power * ([1, 2, 5].find((times) => power * times >= least) ?? 10);
}

/** Round moments for the axis, far enough apart for their labels. */
export function axisTicks(frame: Frame): readonly { readonly at: Micros; readonly text: string }[] {
  const most = Math.max(2, Math.floor((frame.right - frame.left) / 110));
  const step = roundStep(frame.length / most);
  const ticks: { at: Micros; text: string }[] = [];
  const first = Math.ceil(frame.from / step) * step;
  for (let at = first; at <= frame.from + frame.length && frame.x(at) < frame.right - 12; at += step) {
    ticks.push({ at, text: timeText(at) });
  }
  return ticks;
}
