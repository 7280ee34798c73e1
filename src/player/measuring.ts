/** The load of a run up to a cursor, and what is measured of it. Fetched when a run is made whose nodes have workers. */

import type { Recording } from '#/kernel';
import {
  type LoadCount,
  type Metrics,
  type Micros,
  metricsAt,
  metricsFold,
  type ProtocolModule,
  type Scenario,
  usualWidth,
} from '#/scenarios';

/** What is measured of a load, by its one definition. */
export { measured } from '#/scenarios';

/** Counts from now on, with all that has happened. Null where the protocol has no meter. */
export function measure(
  recording: Recording,
  module: ProtocolModule,
  scenario: Scenario,
): ((branch: number, at: Micros) => Metrics) | null {
  const fold = metricsFold(module, recording.config, usualWidth(scenario.stop.atUs));
  if (!fold) return null;
  (recording as Recording<LoadCount>).attach(fold);
  return (branch, at) => {
    // What is over by a time is the same wherever the frontier is, as long as it is not before that time.
    return metricsAt(recording.foldedAt(branch, recording.frontier(branch)) as LoadCount, at);
  };
}
