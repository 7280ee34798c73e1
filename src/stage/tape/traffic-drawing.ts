/** Traffic laid out on a tape: for each lane a skyline of what came to it, to one scale. Pure; CSS pixels. */

import type { Micros } from '#/scenarios';
import type { Frame, Lanes } from './frame';
import type { Traffic } from './traffic';

export interface Skyline {
  readonly id: string;
  readonly y: number;
  /** What was delivered, and what was lost on its way here. */
  readonly heard: string;
  readonly lost: string;
}

export interface TrafficDrawing {
  readonly skylines: readonly Skyline[];
  /** How many messages the highest that may stand there stands for, and in what time. */
  readonly most: number;
  readonly columnUs: Micros;
  /** Where nothing is known, from pixel to pixel. */
  readonly gaps: readonly { readonly x1: number; readonly x2: number }[];
}

const COLUMN = 3;
export const SKY = 30;

/** The next round number, so that the scale changes rarely. */
function roundUp(least: number): number {
  let power = 1;
  while (power * 10 <= least) power *= 10;
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8].find((times) => power * times >= least) ?? 10);
}

const short = (n: number): string => String(Math.round(n * 10) / 10);

function skyline(
  counts: readonly number[],
  first: number,
  height: number,
  x: (i: number) => number,
  y: number,
) {
  let [d, open] = ['', false];
  counts.forEach((count, i) => {
    if (count === 0) {
      if (open) d += `V${short(y)}`;
      open = false;
      return;
    }
    if (!open) d += `M${short(x(first + i))} ${short(y)}`;
    d += `V${short(y - Math.max(0.5, count * height))}H${short(x(first + i + 1))}`;
    open = true;
  });
  return open ? `${d}V${short(y)}` : d;
}

/** Up to a moment: nothing that came later is counted, however much the traffic knows. */
export function trafficDrawing(traffic: Traffic, frame: Frame, lanes: Lanes, until: Micros): TrafficDrawing {
  const { slotUs } = traffic;
  const perPixel = frame.length / (frame.right - frame.left);
  const slots = Math.max(1, Math.ceil((COLUMN * perPixel) / slotUs));
  const columnUs = slots * slotUs;
  const first = Math.max(0, Math.floor(frame.from / columnUs));
  const last = Math.floor(Math.min(until, frame.from + frame.length) / columnUs);
  const end = Math.floor(until / slotUs);
  const columnsOf = (what: 'heard' | 'lost', id: string): number[] => {
    const counts: number[] = [];
    for (let k = first; k <= last; k++) {
      counts.push(traffic.sum(what, id, k * slots, Math.min(end, (k + 1) * slots)));
    }
    return counts;
  };
  const counted = lanes.lanes.map(({ id, y }) => ({
    ...{ id, y },
    heard: columnsOf('heard', id),
    lost: columnsOf('lost', id),
  }));
  const most = roundUp(Math.max(1, ...counted.flatMap(({ heard, lost }) => [...heard, ...lost])));
  const x = (k: number) => frame.x(k * columnUs);
  return {
    skylines: counted.map(({ id, y, heard, lost }) => ({
      ...{ id, y },
      heard: skyline(heard, first, SKY / most, x, y),
      lost: skyline(lost, first, SKY / most, x, y),
    })),
    most,
    columnUs,
    gaps: traffic
      .unknown(until)
      .filter(([from, to]) => to > frame.from && from < frame.from + frame.length)
      .map(([from, to]) => ({
        x1: Math.max(frame.left, frame.x(from)),
        x2: Math.min(frame.right, frame.x(to)),
      })),
  };
}
