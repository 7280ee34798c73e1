/** What "run until" may stop at. */

import type { Recording } from '#/kernel';

export type StopAt = 'delivery' | 'time-out' | 'state change' | 'end';

const STOPS: Readonly<Record<StopAt, readonly string[]>> = {
  delivery: ['delivered'],
  'time-out': ['timer fired'],
  'state change': ['delivered', 'timer fired', 'crashed', 'restarted', 'persisted', 'completed', 'invoked'],
  end: [],
};

/** Whether the event at a position is one to stop at. */
export const stopsAt = (recording: Recording, branch: number, index: number, stop: StopAt): boolean =>
  recording.entriesOf(branch, index).some((e) => STOPS[stop].includes(e.type));
