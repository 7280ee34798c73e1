/**
 * What one exchange with a time server tells, after Mills, RFC 5905, §8: four readings, of which each side takes two.
 * The offset is wrong by half of what the way there takes longer than the way back, and nothing in the four readings
 * shows which way took longer: all that is certain is that the error is no more than half the round trip.
 */

import type { Micros } from '#/kernel';

export interface Exchange {
  /** The client's clock, when it asks. */
  readonly t0: Micros;
  /** The server's clock, when the question comes and when the answer leaves. */
  readonly t1: Micros;
  readonly t2: Micros;
  /** The client's clock, when the answer comes. */
  readonly t3: Micros;
}

/** How far the server's clock seems to be ahead, rounded down. */
export const offsetOf = ({ t0, t1, t2, t3 }: Exchange): Micros => Math.floor((t1 - t0 + (t2 - t3)) / 2);

/** What the two ways took together: the round trip, without the server's own work. */
export const delayOf = ({ t0, t1, t2, t3 }: Exchange): Micros => t3 - t0 - (t2 - t1);

/** How far off the offset can be, rounded up. */
export const boundOf = (exchange: Exchange): Micros => Math.ceil(Math.max(0, delayOf(exchange)) / 2);
