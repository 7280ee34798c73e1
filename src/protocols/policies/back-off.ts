/**
 * How long to wait before another try: Brooker, "Exponential backoff and jitter" (AWS Architecture Blog, 2015). The
 * pause before the first retry has k = 0. Everything is in whole microseconds.
 */

import { between, type Draw } from './draw';

export const BACK_OFFS = [
  'fixed',
  'exponential',
  'full jitter',
  'equal jitter',
  'decorrelated jitter',
] as const;
export type BackOffKind = (typeof BACK_OFFS)[number];

export interface BackOff {
  readonly kind: BackOffKind;
  /** The first pause, or the only one. */
  readonly baseUs: number;
  /** No pause is longer. `fixed` knows no cap: it is as long as it is. */
  readonly capUs: number;
}

/** min(cap, base · 2^k), by doubling, which stops before a number could grow out of the integers. */
function grown({ baseUs, capUs }: BackOff, k: number): number {
  let pause = baseUs;
  for (let i = 0; i < k && pause < capUs && pause > 0; i++) pause *= 2;
  return Math.min(capUs, pause);
}

/** The pause before retry `k`, counted from 0; `previousUs` is the one before it, 0 where there is none. */
export function pauseBefore(backOff: BackOff, k: number, previousUs: number, draw: Draw): number {
  switch (backOff.kind) {
    case 'fixed':
      return backOff.baseUs;
    case 'exponential':
      return grown(backOff, k);
    case 'full jitter':
      return between(draw, 0, grown(backOff, k));
    case 'equal jitter': {
      const whole = grown(backOff, k);
      const half = Math.floor(whole / 2);
      return whole - half + between(draw, 0, half);
    }
    case 'decorrelated jitter': {
      const previous = Math.max(backOff.baseUs, previousUs);
      return Math.min(backOff.capUs, between(draw, backOff.baseUs, 3 * previous));
    }
  }
}
