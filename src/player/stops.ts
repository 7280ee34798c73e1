/** What "run until" may stop at. */

import type { Branch } from '#/kernel';

export type StopAt = 'delivery' | 'time-out' | 'state change' | 'end';

const STOPS: Readonly<Record<StopAt, readonly string[]>> = {
  delivery: ['delivered'],
  'time-out': ['timer fired'],
  'state change': ['delivered', 'timer fired', 'crashed', 'restarted', 'persisted', 'completed', 'invoked'],
  end: [],
};

/** Whether the event at a position is one to stop at. */
export const stopsAt = (branch: Branch, index: number, stop: StopAt): boolean =>
  branch.trace.slice(branch.ends[index - 1], branch.ends[index]).some((e) => STOPS[stop].includes(e.type));
