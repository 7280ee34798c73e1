/** What must hold of the books of a service and its clients, at any moment of any run. */

import type { View } from '#/kernel';
import { statesOf } from '../by-role';
import type { Property } from '../module';
import type { ClientState } from './client';
import type { ServerState } from './server';

const poolsOf = (view: View) =>
  statesOf<ServerState>(view, 'service').flatMap(({ pools }) => Object.values(pools));

export const everyRequestIsSomewhere: Property = {
  words: 'Each request that came was finished, turned away, waits, or is at work.',
  holds: (view) =>
    poolsOf(view).every(
      (p) => p.arrived === p.finished + p.full + p.late + p.queue.length + Object.keys(p.working).length,
    ),
};

export const littlesLaw: Property = {
  words: 'The time spent in a service by all its requests is the sum over time of how many were in it.',
  holds: (view) =>
    poolsOf(view).every((p) => {
      const here = [...p.queue, ...Object.values(p.working)];
      return p.spentUs + here.reduce((sum, job) => sum + p.countedUs - job.arrivedUs, 0) === p.areaUs;
    }),
};

export const everyCallEndsOnce: Property = {
  words: 'Each call was answered, was given up, or is being waited for.',
  holds: (view) =>
    statesOf<ClientState>(view, 'client').every(
      ({ called, answered, gaveUp, calls }) => called === answered + gaveUp + Object.keys(calls).length,
    ),
};

/** "288 calls, 301 requests: 280 answered, 4 given up; 3 answers too late". */
export function tally(view: View): string {
  const sum = (of: (client: ClientState) => number): number =>
    statesOf<ClientState>(view, 'client').reduce((total, state) => total + of(state), 0);
  return `${sum((c) => c.called)} calls, ${sum((c) => c.tries)} requests: ${sum((c) => c.answered)} answered, ${sum((c) => c.gaveUp)} given up; ${sum((c) => c.late)} answers too late`;
}
