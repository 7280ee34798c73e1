/**
 * Where on its lane an operation may stand. A process does one thing after the other, so two operations of one
 * process never overlap, and nothing follows one that was never answered.
 */

import { type Drawn, type DrawnOperation, laneOf } from './drawn';

interface Gap {
  readonly from: number;
  readonly to: number;
}

const FOR_EVER = Number.POSITIVE_INFINITY;

/** The free stretches of a lane, without one operation; `air` is kept to the neighbours. */
function gapsOf(lane: readonly DrawnOperation[], air: number, earliest: number): Gap[] {
  const gaps: Gap[] = [];
  let from = earliest;
  for (const { start, end } of lane) {
    if (start - air >= from) gaps.push({ from, to: start - air });
    from = Math.max(from, (end ?? FOR_EVER) + air);
  }
  if (from < FOR_EVER) gaps.push({ from, to: FOR_EVER });
  return gaps;
}

const others = (drawn: Drawn, op: DrawnOperation, process: string): DrawnOperation[] =>
  laneOf(drawn, process).filter(({ id }) => id !== op.id);

/** The free start nearest to the one that is wanted, for an operation as long as this one; null: no room at all. */
export function startNear(
  drawn: Drawn,
  op: DrawnOperation,
  process: string,
  wanted: number,
  air: number,
  earliest = 0,
): number | null {
  const length = op.end === null ? FOR_EVER : op.end - op.start;
  let best: number | null = null;
  for (const { from, to } of gapsOf(others(drawn, op, process), air, earliest)) {
    // What is never answered needs the end of the lane.
    const latest =
      length === FOR_EVER ? (to === FOR_EVER ? FOR_EVER : Number.NEGATIVE_INFINITY) : to - length;
    if (latest < from) continue;
    const start = Math.min(Math.max(wanted, from), latest);
    if (best === null || Math.abs(start - wanted) < Math.abs(best - wanted)) best = start;
  }
  return best;
}

/** How far the two ends may go: after what comes before it, before what comes after it. */
export function reachOf(drawn: Drawn, op: DrawnOperation, air: number, earliest = 0): Gap {
  let [from, to] = [Math.min(earliest, op.start), FOR_EVER];
  for (const other of others(drawn, op, op.process)) {
    if (other.start < op.start) from = Math.max(from, Math.min(op.start, (other.end ?? other.start) + air));
    else to = Math.min(to, Math.max(op.end ?? other.start, other.start - air));
  }
  return { from, to };
}
