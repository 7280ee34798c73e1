/** What is measured in this lesson, and over which spans of the run. */

import type { Authored, Check } from '#/scenarios';

interface Span {
  readonly from: number;
  readonly to: number;
}
interface Bound {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Seconds of the run. */
export const of = (from: number, to: number): Span => ({ from: from * 1_000_000, to: to * 1_000_000 });

export const before = of(1, 6);
/** The first second of the slow ten is left out: what was under way is answered in it. */
export const during = of(7, 16);
export const later = of(24, 38);

/** Calls that are answered, a second. */
export const answered = (span: Span, bound: Bound): Authored<Check> => ({
  measure: 'goodput',
  ...span,
  ...bound,
});
/** The share of calls that fail. */
export const errors = (span: Span, bound: Bound): Authored<Check> => ({
  measure: 'errors',
  ...span,
  ...bound,
});
export const saturated = (node: string, span: Span, bound: Bound): Authored<Check> => ({
  measure: 'saturation',
  node,
  ...span,
  ...bound,
});
export const wasted = (node: string, span: Span, bound: Bound): Authored<Check> => ({
  measure: 'wasted work',
  node,
  ...span,
  ...bound,
});
