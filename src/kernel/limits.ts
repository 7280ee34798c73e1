/**
 * What numbers a world can work with. Commands and scenarios come from people, links and searches, so each is
 * checked where it enters; a fraction of a microsecond or a clock that stands still would poison a whole run.
 */

import type { LinkRules } from './command';
import type { Latency } from './latency';

/** The latest a run may last: two hours of virtual time, so that integer arithmetic stays exact. */
export const LAST_MOMENT = 7_200_000_000;
/** A clock runs between a tenth of its speed and almost twice it. */
const MOST_DRIFT_PPM = 900_000;
/** A slew leaves the wall clock at least half its speed. */
const MOST_SLEW_PPM = 500_000;

export const isSpan = (us: unknown): boolean =>
  Number.isInteger(us) && (us as number) >= 0 && (us as number) <= LAST_MOMENT;
const isShift = (us: unknown): boolean => Number.isInteger(us) && Math.abs(us as number) <= LAST_MOMENT;
const isChance = (p: unknown): boolean => typeof p === 'number' && p >= 0 && p <= 1;
const isCount = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 1 && (n as number) <= 1e12;

/** What is wrong with a span of time, or null. */
export const wrongSpan = (what: string, us: unknown): string | null =>
  isSpan(us) ? null : `${what} wants whole microseconds, from 0 to two hours.`;

function wrongLatency(latency: Latency): string | null {
  switch (latency.profile) {
    case 'constant':
      return wrongSpan('A latency', latency.us);
    case 'uniform':
      if (latency.minUs > latency.maxUs) return 'The least latency is above the greatest.';
      return wrongSpan('A latency', latency.minUs) ?? wrongSpan('A latency', latency.maxUs);
    case 'exponential':
      return wrongSpan('A latency', latency.minUs) ?? wrongSpan('A latency', latency.meanUs);
    case 'long-tailed':
      return wrongSpan('A latency', latency.minUs);
    default:
      return 'There is no such latency profile.';
  }
}

/** What is wrong with the rules of a link, or null. */
export function wrongRules(rules: Partial<LinkRules>): string | null {
  for (const chance of ['loss', 'duplicate', 'reorder'] as const) {
    if (rules[chance] !== undefined && !isChance(rules[chance]))
      return `${chance} wants a chance from 0 to 1.`;
  }
  if (rules.bandwidth) {
    const { bytesPerSecond, queueLimit } = rules.bandwidth;
    if (!isCount(bytesPerSecond)) return 'A bandwidth wants whole bytes per second, 1 or more.';
    if (!isCount(queueLimit)) return 'A queue has room for at least one message.';
  }
  return rules.latency === undefined ? null : wrongLatency(rules.latency);
}

/** What is wrong with the settings of a clock, or null. */
export function wrongClock(clock: {
  offsetUs?: number;
  driftPpm?: number;
  stepUs?: number;
  slewUs?: number;
  slewPpm?: number;
}): string | null {
  if (![clock.offsetUs, clock.stepUs, clock.slewUs].every((us) => isShift(us ?? 0))) {
    return 'A clock is moved by whole microseconds, at most two hours.';
  }
  const slew = clock.slewPpm ?? 1;
  if (!Number.isInteger(slew) || slew < 1 || slew > MOST_SLEW_PPM) {
    return `A clock is slewed by whole parts per million, from 1 to ${MOST_SLEW_PPM}.`;
  }
  const drift = clock.driftPpm ?? 0;
  const turns = Number.isInteger(drift) && Math.abs(drift) <= MOST_DRIFT_PPM;
  return turns ? null : `A clock drifts by whole parts per million, at most ${MOST_DRIFT_PPM} either way.`;
}
