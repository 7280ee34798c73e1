/**
 * Where the bars of a drawn history stand. Across everything is a share of the width, so that the drawing follows its
 * place without a script and its words keep their size; it only asks for as much width as its words need.
 */

import type { HistoryOperation } from '#/scenarios';
import { textWidth } from '../tape/text-width';
import { isUnanswered, operationWords } from './words';

export const TEXT = 14;
/** From the top of a lane to its words, its bar, the end of the bar, and what is noted under it. */
export const LANE = { words: 15, bar: 22, end: 40, note: 56, height: 64 } as const;

export interface Bar {
  /** From 1. */
  readonly number: number;
  readonly op: HistoryOperation;
  /** Of the width, in per cent. */
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  readonly words: string;
  /** Nobody saw it end. */
  readonly open: boolean;
  /** The words begin where the bar does, unless they would leave the picture there. */
  readonly anchor: 'start' | 'end';
}

export interface Plan {
  readonly lanes: readonly string[];
  readonly bars: readonly Bar[];
  /** In pixels; a narrower place scrolls. */
  readonly width: number;
  /** Of the width, in per cent, left free for the names of the lanes. */
  readonly left: number;
  /** From a history's time to per cent of the width, and back. */
  at(time: number): number;
  timeAt(percent: number): number;
}

const LEAST = 240;
const MOST = 900;
const RIGHT = 98.5;

export function planOf(operations: readonly HistoryOperation[]): Plan {
  const lanes = [...new Set(operations.map((op) => op.process))];
  const times = operations.flatMap((op) => (op.end === null ? [op.start] : [op.start, op.end]));
  const first = Math.min(...times);
  const span = Math.max(1e-9, Math.max(...times) - first);
  // What has no end is drawn past everything that has one.
  const all = operations.some((op) => op.end === null || isUnanswered(op)) ? (span * 8) / 7 : span;
  const names = Math.max(...lanes.map((name) => textWidth(name, TEXT, true))) + 12;
  const words = operations.map((op, i) => `${i + 1} ${operationWords(op)}`);
  const width = Math.min(MOST, Math.max(LEAST, names + needed(operations, words, all)));
  const left = Math.min(30, (names / width) * 100);
  const at = (time: number) => left + ((time - first) / all) * (RIGHT - left);
  const bars = operations.map((op, i): Bar => {
    const open = isUnanswered(op);
    const from = at(op.start);
    const to = open || op.end === null ? RIGHT : at(op.end);
    const label = words[i] as string;
    const leaves = from + (textWidth(label, TEXT) / width) * 100 > 100;
    const lane = lanes.indexOf(op.process);
    return { number: i + 1, op, from, to, lane, words: label, open, anchor: leaves ? 'end' : 'start' };
  });
  const timeAt = (percent: number) => first + ((percent - left) / (RIGHT - left)) * all;
  return { lanes, bars, width, left, at, timeAt };
}

/** The width at which no words of a lane run into the next ones. */
function needed(operations: readonly HistoryOperation[], words: readonly string[], span: number): number {
  const wants = operations.map((op, i) => {
    const room = operations
      .filter((other) => other.process === op.process && other.start > op.start)
      .map((other) => (other.start - op.start) / span);
    const share = Math.min(...room);
    return Number.isFinite(share) && share > 0 ? (textWidth(words[i] as string, TEXT) + 8) / share : 0;
  });
  return Math.max(0, ...wants);
}
