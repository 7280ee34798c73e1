/** Places for a stamp around its moment on a lane, nearest first: below the lane, above it, then a row further off. */

import type { Frame } from '../tape/frame';
import type { Box, Spot } from '../tape/place-labels';
import type { Moment } from './moments';

export const STAMP_SIZE = 13;
export const STAMP_HEIGHT = 18;
/** One digit of the monospaced face. */
const DIGIT = 7.9;

export const monoWidth = (text: string): number => text.length * DIGIT;

/** The widths of the slots of a strip. */
export const slotWidths = (texts: readonly string[]): readonly number[] =>
  texts.map((text) => Math.max(15, monoWidth(text) + 6));

/** The upper edges, away from the lane. Near it there may be timers above, and disks below. */
const NEAR = [8, -26] as const;
const ROWS = [...NEAR, 20, 30, -38, -48] as const;

const GAP = 2;

/** `width` is that of the whole stamp; what is written stands in its middle. Never over the names of the lanes. */
export function stampSpots({ x, lane, matters }: Moment, frame: Frame, text: string, width: number): Spot[] {
  const least = Math.max(0, frame.left - 4 - (x - width / 2));
  return (matters ? ROWS : NEAR).flatMap((row) =>
    [0, width / 2 - 3, 3 - width / 2].map((wanted): Spot => {
      const shift = Math.max(least, wanted);
      const box: Box = {
        x: x + shift - width / 2 - GAP,
        y: lane.y + row - GAP / 2,
        width: width + 2 * GAP,
        height: STAMP_HEIGHT + GAP,
      };
      return { text, x: x + shift, y: lane.y + row + STAMP_HEIGHT - 5, anchor: 'middle', box };
    }),
  );
}
