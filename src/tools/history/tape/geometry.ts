/**
 * Where everything is on the tape: pure, in CSS pixels from the corner of the sheet. The same drawing in the same
 * view always looks the same; how much of the sheet is in sight is somebody else's business.
 */

import { isOpen } from '#/scenarios';
import { type Drawn, type DrawnOperation, spanOf } from '../document/drawn';
import { label } from '../document/words';

export interface View {
  /** Room at the left for the names of the lanes. */
  readonly names: number;
  /** The moment at the left edge. */
  readonly from: number;
  /** Pixels for one unit of time. */
  readonly scale: number;
  /** How wide the sheet is at least: as wide as what is in sight. */
  readonly width: number;
}

export interface Lane {
  readonly process: string;
  readonly top: number;
  readonly height: number;
  /** Of the line that time runs along. */
  readonly y: number;
}

export interface Bar {
  readonly op: DrawnOperation;
  readonly x1: number;
  /** Where an open bar fades is for the drawing to say; here it is where the sheet ends. */
  readonly x2: number;
  readonly y: number;
  readonly open: boolean;
  readonly text: string;
  /** Where the words begin, and whether inside the bar or above it; null: there is no room, and the table has it. */
  readonly words: { readonly x: number; readonly place: 'inside' | 'above' } | null;
}

export interface Sheet {
  readonly lanes: readonly Lane[];
  /** By the time they began. */
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly height: number;
}

/** A longer name is cut short; the buttons and the table have it whole. */
export const LONGEST_NAME = 10;
export const BAR = 28;
/** Above a bar for its words, below it for what a verdict says of it. */
const ABOVE = 20;
const BELOW = 20;
const LANE_PAD = 4;
export const AXIS = 26;
const AFTER = 110;
const PAD = 10;
/** Between words and the ends of the bar they stand in. */
const AIR = 6;

/** The words are set in a face of one width. */
export const LETTER = 13;
export const textWidth = (text: string): number => text.length * LETTER * 0.6 + 1;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Shows everything where that leaves the words readable, and otherwise as much as does. */
export function fitView(drawn: Drawn, width: number): View {
  const { from: first, to: last } = spanOf(drawn.operations);
  const from = first >= 0 && first <= last - first ? 0 : first - (last - first) * 0.05;
  const letters = drawn.processes.reduce((most, name) => Math.max(most, name.length), 2);
  const names = 22 + Math.min(letters, LONGEST_NAME) * 8.5;
  const room = Math.max(120, width - names - PAD - AFTER);
  const all = room / Math.max(last - from, Number.EPSILON * Math.abs(last), 1e-6);
  const lengths = drawn.operations.flatMap(({ start, end }) => (end === null ? [] : [end - start]));
  const usual = median(lengths);
  const widest = drawn.operations.slice(0, 200).map((op) => textWidth(label(op, drawn.object)) + 2 * AIR);
  const readable = usual > 0 ? Math.min(90, Math.max(44, median(widest))) / usual : all;
  // A drawing of a few operations should not look empty or stretched; nothing at all has a unit of its own.
  const scale = drawn.operations.length === 0 ? 32 : Math.max(all, readable);
  return { names, from, scale: Math.min(scale, usual > 0 ? 260 / usual : scale), width };
}

export const xOf = (view: View, at: number): number => view.names + PAD + (at - view.from) * view.scale;
export const timeAt = (view: View, x: number): number => view.from + (x - view.names - PAD) / view.scale;

/** 1, 2 or 5 times a power of ten, no less than what is asked for. */
export function roundStep(least: number): number {
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((n) => n * power >= least * (1 - 1e-9)) ?? 10;
  return times >= 1 && power < 1 ? times / Math.round(1 / power) : times * power;
}

/** What one press of an arrow key moves by: visible, and whole where all times are. */
export function stepOf(drawn: Drawn, view: View): number {
  const step = roundStep(6 / view.scale);
  const whole = drawn.operations.every(
    ({ start, end }) => Number.isInteger(start) && (end === null || Number.isInteger(end)),
  );
  return whole ? Math.max(1, step) : step;
}

/** The row of each operation of a lane: more than one only where a file says that a process did two things at once. */
function rowsOf(lane: readonly DrawnOperation[]): { rows: number[]; count: number } {
  const free: number[] = [];
  const rows = lane.map(({ start, end }, index) => {
    const found = free.findIndex((until) => until <= start);
    const row = found < 0 ? free.length : found;
    const next = lane[index + 1];
    // What never ended lasts for ever, but a process that goes on has evidently left it.
    free[row] = end ?? (next ? next.start : Number.POSITIVE_INFINITY);
    return row;
  });
  return { rows, count: Math.max(1, free.length) };
}

export function layOut(drawn: Drawn, view: View): Sheet {
  const lanes: Lane[] = [];
  const bars: Bar[] = [];
  const { to } = spanOf(drawn.operations);
  const width = Math.max(view.width, Math.ceil(Math.max(xOf(view, to), view.names + PAD) + AFTER));
  const byProcess = new Map<string, DrawnOperation[]>(drawn.processes.map((process) => [process, []]));
  for (const op of [...drawn.operations].sort((a, b) => a.start - b.start))
    byProcess.get(op.process)?.push(op);
  let top = LANE_PAD;
  for (const [process, lane] of byProcess) {
    const { rows, count } = rowsOf(lane);
    const height = ABOVE + count * BAR + (count - 1) * (ABOVE + 2) + BELOW + LANE_PAD;
    lanes.push({ process, top, height, y: top + ABOVE + BAR / 2 });
    const taken: number[] = [];
    lane.forEach((op, index) => {
      const row = rows[index] ?? 0;
      const x1 = xOf(view, op.start);
      const until = op.end ?? lane.find((_, later) => later > index && rows[later] === row)?.start;
      const x2 = until === undefined ? width : Math.max(x1 + 4, xOf(view, until));
      const text = label(op, drawn.object);
      const needed = textWidth(text);
      let words: Bar['words'] = null;
      if (needed + 2 * AIR <= x2 - x1) {
        const middle = op.end !== null && x2 - x1 < 300;
        words = { x: middle ? (x1 + x2 - needed) / 2 : x1 + PAD, place: 'inside' };
      } else if ((taken[row] ?? Number.NEGATIVE_INFINITY) <= x1) {
        words = { x: x1, place: 'above' };
        taken[row] = x1 + needed + PAD;
      }
      const y = top + ABOVE + row * (BAR + ABOVE + 2);
      bars.push({ op, x1, x2, y, open: isOpen(op), text, words });
    });
    top += height;
  }
  bars.sort((a, b) => a.op.start - b.op.start || a.y - b.y);
  return { lanes, bars, width, height: top + AXIS };
}

export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function inSight(bar: Bar, { left, right, top, bottom }: Window): boolean {
  return bar.x1 <= right && bar.x2 >= left && bar.y - ABOVE <= bottom && bar.y + BAR + BELOW >= top;
}

/** Round moments within the window, far enough apart for their numbers. */
export function ticksOf(view: View, { left, right }: Window, width: number): readonly number[] {
  const step = roundStep(72 / view.scale);
  const first = Math.ceil(timeAt(view, Math.max(left, view.names)) / step) * step;
  const last = timeAt(view, Math.min(right, width - 12));
  const count = Math.min(200, Math.max(0, Math.floor((last - first) / step) + 1));
  return Array.from({ length: count }, (_, i) => first + i * step);
}

/** The lane at a height, or the nearest. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | undefined {
  return lanes.find(({ top, height }) => y < top + height) ?? lanes.at(-1);
}
